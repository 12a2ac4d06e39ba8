import type { LexicalIndex } from '../../ports/lexical-index.js';
import type { Found } from './retrieve.js';

/** What tells an answerable question from one that the corpus does not carry. */
export interface Evidence {
  /** Share of the question's idf mass in the best of the top three passages, 0 to 1. */
  readonly coverage: number;
  /** Highest cosine among the top three, -1 to 1. */
  readonly cosine: number;
}

const considered = 3;

/** Share of the question's idf mass that a text holds; 1 for a question of stop words only. */
export function coverageOf(
  lexical: LexicalIndex,
  question: readonly string[],
  text: string,
): number {
  const held = new Set(lexical.terms(text));
  let total = 0;
  let found = 0;
  for (const term of new Set(question)) {
    const weight = lexical.idf(term);
    total += weight;
    if (held.has(term)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

export function evidenceOf(
  lexical: LexicalIndex,
  question: string,
  found: readonly Found[],
): Evidence {
  const terms = lexical.terms(question);
  const top = found.slice(0, considered);
  return {
    coverage: Math.max(
      0,
      ...top.map(({ passage }) =>
        coverageOf(lexical, terms, `${passage.context} ${passage.heading ?? ''} ${passage.text}`),
      ),
    ),
    cosine: Math.max(-1, ...top.map((one) => one.cosine)),
  };
}

/** 0 to 1. Logistic in both signals; weights were fitted on questions with and without an answer. */
export function confidenceOf({ coverage, cosine }: Evidence): number {
  return 1 / (1 + Math.exp(-(5 * coverage + 6 * cosine - 5.6)));
}
