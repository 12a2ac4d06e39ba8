import type { Options } from 'minisearch';

/** A document as the engine is given it: terms with spaces between. */
export interface TermDocument {
  readonly index: number;
  readonly title: string;
  readonly text: string;
}

const split = (terms: string): string[] => terms.split(' ');

/**
 * BM25+ for passages of up to about 200 words. `k` (1.2 to 2) slows how repetition counts, `b`
 * (0 to 1) how length costs, `d` is what any occurrence is worth. The title repeats in each
 * passage of an article, so it weighs less than the passage itself. An index loads only with the
 * options it was built with.
 */
export const options: Options<TermDocument> = {
  idField: 'index',
  fields: ['title', 'text'],
  tokenize: split,
  processTerm: (term) => term || null,
  searchOptions: {
    boost: { title: 0.5, text: 1 },
    bm25: { k: 1.2, b: 0.7, d: 0.5 },
    combineWith: 'OR',
  },
};
