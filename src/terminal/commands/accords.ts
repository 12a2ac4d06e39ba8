import { Command } from 'commander';
import { type Context, print, printJson } from '../context.js';
import { renderCsv } from '../csv.js';
import { openReady } from '../ingesting.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentAccords } from '../present-reports.js';

const csvColumns = [
  ...['id', 'title', 'short', 'kind', 'opened', 'states', 'participants', 'claims', 'articles'],
  ...['rosterAsOf', 'complete', 'url'],
];

/** `accord accords`: what the corpus covers. */
export function accordsCommand(context: Context): Command {
  return new Command('accords')
    .summary('list the accords of the corpus')
    .description(
      'Lists the accords of the corpus, how many take part, and how far their rosters reach.',
    )
    .addOption(sharedOptions.json())
    .addOption(sharedOptions.csv())
    .action(async (options: { readonly json?: true; readonly csv?: true }) => {
      const { application, colour } = await openReady(context);
      const accords = await application.accords();
      const rows = accords.map((accord) => ({ ...accord }));
      if (options.json) printJson(context, accords);
      else if (options.csv) print(context, renderCsv(rows, csvColumns));
      else if (accords.length === 0) print(context, 'No accord.yaml in the corpus.');
      else print(context, presentAccords(accords, layoutOf(context, colour)));
    });
}
