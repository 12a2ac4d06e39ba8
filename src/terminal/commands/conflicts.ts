import { Command } from 'commander';
import { type Context, print, printJson } from '../context.js';
import { renderCsv } from '../csv.js';
import { openReady } from '../ingesting.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentContradiction } from '../present-answer.js';

const csvColumns = [
  ...['accord', 'participant', 'leading', 'leadingSource', 'leadingPublished'],
  ...['claim', 'source', 'published', 'reason'],
];

/** `accord conflicts`: where sources disagree. */
export function conflictsCommand(context: Context): Command {
  return new Command('conflicts')
    .summary('list where sources disagree')
    .description(
      'Lists where sources disagree: the leading one first, then the other, and why it leads.',
    )
    .argument('[accord]', 'only this accord')
    .addOption(sharedOptions.json())
    .addOption(sharedOptions.csv())
    .action(async (accord: string | undefined, options: { json?: true; csv?: true }) => {
      const { application, colour } = await openReady(context);
      const conflicts = await application.conflicts(accord);
      const rows = conflicts.map((conflict) => ({ ...conflict }));
      if (options.json) return printJson(context, conflicts);
      if (options.csv) return print(context, renderCsv(rows, csvColumns));
      const layout = layoutOf(context, colour);
      const blocks = conflicts.map((conflict) => {
        const about = [conflict.accord, conflict.participant].filter((part) => part !== null);
        return `${layout.paint.bold(about.join(' · '))}\n${presentContradiction(conflict, layout)}`;
      });
      print(
        context,
        blocks.length === 0 ? 'No source disagrees with another.' : blocks.join('\n\n'),
      );
    });
}
