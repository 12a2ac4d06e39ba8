import { Command } from 'commander';
import { type Context, print, printJson } from '../context.js';
import { ingestWithProgress } from '../ingesting.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentIngest } from '../present-reports.js';

/** `accord ingest`: reads the corpus into a new snapshot. */
export function ingestCommand(context: Context): Command {
  return new Command('ingest')
    .summary('read the corpus into a new snapshot')
    .description(
      'Reads the corpus into a new snapshot and makes it current. What did not change is not embedded again.',
    )
    .addOption(sharedOptions.json())
    .action(async (options: { readonly json?: true }) => {
      const opened = await context.open();
      const report = await ingestWithProgress(context, opened);
      if (options.json) printJson(context, report);
      else print(context, presentIngest(report, layoutOf(context, opened.colour)));
    });
}
