import { Command } from 'commander';
import { claimRecord } from '../claim-record.js';
import { type Context, print, printJson } from '../context.js';
import { renderCsv } from '../csv.js';
import { openReady } from '../ingesting.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentDate } from '../present-date.js';
import { renderTable } from '../table.js';

interface ClaimsOptions {
  readonly accord?: string;
  readonly article?: string;
  readonly json?: true;
  readonly csv?: true;
}

const csvColumns = [
  ...['accord', 'id', 'name', 'type', 'action', 'status', 'on', 'effective', 'reported'],
  ...['article', 'line', 'quote', 'url', 'published', 'by', 'confidence', 'note'],
];

/** `accord claims`: who says that who did what, and where. */
export function claimsCommand(context: Context): Command {
  return new Command('claims')
    .summary('list the claims of rosters and articles')
    .description(
      'Lists the claims that rosters and articles make: who did what, when, and where it says so.',
    )
    .option('--accord <id>', 'only claims on this accord')
    .option('--article <path>', 'only claims of this article or roster, by its path in the corpus')
    .addOption(sharedOptions.json())
    .addOption(sharedOptions.csv())
    .action(async (options: ClaimsOptions) => {
      const { application, colour } = await openReady(context);
      const claims = await application.claims({
        ...(options.accord === undefined ? {} : { accord: options.accord }),
        ...(options.article === undefined ? {} : { article: options.article }),
      });
      const records = claims.map(claimRecord);
      if (options.json) return printJson(context, records);
      if (options.csv) {
        const rows = records.map(({ participant, ...rest }) => ({ ...rest, ...participant }));
        return print(context, renderCsv(rows, csvColumns));
      }
      const table = renderTable(
        records,
        [
          { title: 'Accord', cell: ({ accord }) => accord, shrinks: true },
          { title: 'Name', cell: ({ participant }) => participant.name, shrinks: true },
          { title: 'Action', cell: ({ action }) => action ?? 'absent' },
          { title: 'On', cell: ({ on }) => presentDate(on), shrinks: true },
          { title: 'Reported', cell: ({ reported }) => presentDate(reported), shrinks: true },
          {
            title: 'Where',
            cell: ({ article, line }) => (line === null ? article : `${article}:${line}`),
            shrinks: true,
          },
        ],
        layoutOf(context, colour),
      );
      print(context, records.length === 0 ? 'No claims.' : table);
    });
}
