import { Command, Option } from 'commander';
import { AccordError } from '../../domain/errors.js';
import type { SearchHit } from '../../domain/reports.js';
import { type Context, print, printJson } from '../context.js';
import { openReady } from '../ingesting.js';
import { readJsonLines } from '../json-lines.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentHits } from '../present-reports.js';
import { assertNotTooLong } from '../question-length.js';
import { trecLines } from '../trec.js';

interface SearchOptions {
  readonly limit: number;
  readonly json?: true;
  readonly queries?: string;
  readonly format: 'text' | 'trec';
}

async function searchOne(context: Context, query: string, options: SearchOptions): Promise<void> {
  const { application, colour } = await openReady(context);
  const hits = await application.search(query, { limit: options.limit });
  if (options.json) printJson(context, { query, hits });
  else print(context, presentHits(hits, layoutOf(context, colour)));
}

async function searchMany(context: Context, path: string, options: SearchOptions): Promise<void> {
  const queries = await readJsonLines(path, 'text', context);
  const { application, colour } = await openReady(context);
  const layout = layoutOf(context, colour);
  const present = (id: string | number, text: string, hits: readonly SearchHit[]): string => {
    if (options.json) return JSON.stringify({ id, query: text, hits });
    if (options.format === 'trec') return trecLines(id, hits).join('\n');
    return `${layout.paint.bold(`${id}: ${text}`)}\n${presentHits(hits, layout)}\n`;
  };
  for (const { id, text } of queries) {
    const hits = await application.search(text, { limit: options.limit });
    if (hits.length > 0 || options.format !== 'trec') print(context, present(id, text, hits));
  }
}

/** `accord search`: passages nearest to a query, or a run over a file of queries. */
export function searchCommand(context: Context): Command {
  return new Command('search')
    .summary('find passages')
    .description('Finds the passages nearest to a query by meaning and words.')
    .argument('[query...]', 'what to look for')
    .addOption(sharedOptions.limit())
    .option(
      '--queries <file>',
      'search for {"id", "text"} lines of a JSON Lines file; - reads standard input',
    )
    .addOption(
      new Option('--format <format>', 'how a file of queries is answered')
        .choices(['text', 'trec'])
        .default('text'),
    )
    .addOption(sharedOptions.json())
    .action(async (words: readonly string[], options: SearchOptions) => {
      const query = words.join(' ').trim();
      if ((query === '') === (options.queries === undefined)) {
        throw new AccordError(
          'bad-usage',
          'Give a query, or a file of them with --queries, not both.',
        );
      }
      if (options.format === 'trec' && (options.json || options.queries === undefined)) {
        throw new AccordError('bad-usage', '--format trec goes with --queries and without --json.');
      }
      assertNotTooLong(query);
      if (options.queries === undefined) await searchOne(context, query, options);
      else await searchMany(context, options.queries, options);
    });
}
