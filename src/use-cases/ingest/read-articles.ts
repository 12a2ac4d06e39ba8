import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import type { Passage } from '../../domain/passage.js';
import { splitPassages } from '../../language/passages.js';
import type { ClaimExtractor } from '../../ports/claim-extractor.js';
import type { Embedder } from '../../ports/embedder.js';
import type { IngestOptions } from '../../ports/ingest-runner.js';
import type { Earlier } from './earlier.js';

/** Gives the event loop its turn; `setImmediate` because a timer would wait for a millisecond. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Articles worked on before the event loop gets its turn: some 20 ms. */
const slice = 4;

/** Runs `work` over the articles for which the earlier snapshot lends nothing. */
async function overNew<T>(
  articles: readonly Article[],
  lent: (article: Article) => readonly T[] | null,
  work: (article: Article) => readonly T[] | Promise<readonly T[]>,
  signal: AbortSignal | undefined,
  onDone: (done: number) => void,
): Promise<readonly (readonly T[])[]> {
  const found: (readonly T[])[] = [];
  let worked = 0;
  for (const [index, article] of articles.entries()) {
    const earlier = lent(article);
    if (earlier) {
      found.push(earlier);
      continue;
    }
    signal?.throwIfAborted();
    found.push(await work(article));
    worked += 1;
    onDone(index + 1);
    if (worked % slice === 0) await nextTurn();
  }
  signal?.throwIfAborted();
  return found;
}

/** Claims of all articles, in their order. */
export async function extractClaims(
  articles: readonly Article[],
  extractor: ClaimExtractor,
  earlier: Earlier,
  { signal, onProgress }: IngestOptions,
): Promise<readonly Claim[]> {
  const total = articles.length;
  const tell = (done: number) => onProgress?.({ stage: 'extracting', done, total });
  tell(0);
  const work = async (article: Article) => (await extractor.extract(article)).claims;
  const claims = await overNew(articles, earlier.claims, work, signal, tell);
  tell(total);
  return claims.flat();
}

/** A passage, with its row in the earlier snapshot; undefined when it was cut anew. */
export interface CutPassage {
  readonly passage: Passage;
  readonly earlier: number | undefined;
}

/** Passages of all articles, in their order. */
export async function cutPassages(
  articles: readonly Article[],
  embedder: Embedder,
  earlier: Earlier,
  signal: AbortSignal | undefined,
): Promise<readonly CutPassage[]> {
  const fits = (text: string) => embedder.countTokens(text) <= embedder.maxTokens;
  const lent = (article: Article) =>
    earlier.passages(article)?.map((passage) => ({ passage, earlier: passage.index })) ?? null;
  const cut = (article: Article) =>
    splitPassages(article, { fits }).map((passage) => ({
      passage: { ...passage, index: 0 },
      earlier: undefined,
    }));
  const found = await overNew<CutPassage>(articles, lent, cut, signal, () => {});
  return found
    .flat()
    .map(({ passage, earlier: row }, index) => ({ passage: { ...passage, index }, earlier: row }));
}
