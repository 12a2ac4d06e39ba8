import type { Article } from '../../domain/article.js';
import type { Passage } from '../../domain/passage.js';
import { splitPassages } from '../../language/passages.js';
import type { Embedder } from '../../ports/embedder.js';
import type { Earlier } from './earlier.js';
import { overNew } from './over-new.js';

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
