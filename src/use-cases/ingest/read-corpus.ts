import type { Article } from '../../domain/article.js';
import { AccordError } from '../../domain/errors.js';
import type { IngestReport } from '../../domain/reports.js';
import type { IngestOptions } from '../../ports/ingest-runner.js';
import { compareArticles } from '../compare-snapshots.js';
import { type Gathered, gather } from '../gather.js';
import type { IngestTools } from './tools.js';

/** Reads what there is to ingest. Throws `empty-corpus` when that is nothing. */
export async function readCorpus(
  tools: Pick<IngestTools, 'corpus' | 'reference' | 'directory'>,
  known: readonly Article[],
  options: IngestOptions,
): Promise<Gathered> {
  options.onProgress?.({ stage: 'reading', done: 0, total: 1 });
  const signal = options.signal ? { signal: options.signal } : {};
  const read = await tools.corpus.read({ ...signal, known });
  if (read.articles.length === 0 && read.rosterClaims.length === 0) {
    const left = read.failed.map((failure) => `${failure.path}: ${failure.reason}`).join('; ');
    throw new AccordError(
      'empty-corpus',
      `The corpus has nothing to ingest. Put articles (.md, .txt, .html, .pdf) or accord folders into it.${left === '' ? '' : ` Left out: ${left}`}`,
    );
  }
  const reference = (await tools.reference?.read({ ...signal, articles: false })) ?? null;
  return gather(read, tools.directory, reference);
}

/** What is new against the articles of the snapshot before. */
export function newsOf(
  before: readonly Article[],
  { articles, failed, duplicates }: Gathered,
): IngestReport['articles'] {
  const { added, changed, removed, unchanged } = compareArticles(before, articles);
  return {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged,
    failed,
    duplicates,
  };
}
