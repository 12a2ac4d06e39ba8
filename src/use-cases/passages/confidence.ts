import type { LexicalIndex } from '../../ports/lexical-index.js';
import type { Found } from './retrieve.js';

/** What tells an answerable question from one that the corpus does not carry. */
export interface Evidence {
  /** Share of the question's idf mass in the best of the top three passages, 0 to 1. */
  readonly coverage: number;
  /** The same share in those passages taken together: the parts of a question have one each. */
  readonly together: number;
  /** Highest cosine among the top three, -1 to 1. */
  readonly cosine: number;
  /** 1 / rank by words of the passage that is nearest by meaning; 0 when no word finds it. */
  readonly agreement: number;
  /** Different content words of the question; long questions are never covered whole. */
  readonly terms: number;
}

const considered = 3;

/** Share of the question's idf mass that a text holds; 0 for a question of stop words only. */
export function coverageOf(
  lexical: LexicalIndex,
  question: readonly string[],
  held: ReadonlySet<string>,
): number {
  let total = 0;
  let found = 0;
  for (const term of new Set(question)) {
    const weight = lexical.idf(term);
    total += weight;
    if (held.has(term)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function agreementOf(found: readonly Found[]): number {
  const [first, ...others] = found;
  if (!first) return 0;
  const nearest = others.reduce((best, one) => (one.cosine > best.cosine ? one : best), first);
  if (nearest.words <= 0) return 0;
  return 1 / (1 + found.filter((one) => one.words > nearest.words).length);
}

/** Reads the evidence from the best passages, best first; give it thirty or more. */
export function evidenceOf(
  lexical: LexicalIndex,
  question: string,
  found: readonly Found[],
): Evidence {
  const terms = lexical.terms(question);
  const top = found.slice(0, considered);
  const held = top.map(
    ({ passage }) =>
      new Set(lexical.terms(`${passage.context} ${passage.heading ?? ''} ${passage.text}`)),
  );
  const union = new Set(held.flatMap((one) => [...one]));
  return {
    coverage: Math.max(0, ...held.map((one) => coverageOf(lexical, terms, one))),
    together: coverageOf(lexical, terms, union),
    cosine: Math.max(-1, ...top.map((one) => one.cosine)),
    agreement: agreementOf(found),
    terms: new Set(terms).size,
  };
}

/**
 * 0 to 1, even odds at 0.5. Logistic; `scripts/bench/abstention.ts` fits the weights, on questions
 * with and without an answer in three corpora, and measures them on the folds left out.
 */
export function confidenceOf(evidence: Evidence): number {
  const { coverage, together, cosine, agreement, terms } = evidence;
  const sum =
    2.94 * coverage +
    2.38 * together +
    12.11 * cosine +
    1.76 * agreement +
    1.76 * Math.log(1 + terms) -
    13.34;
  return 1 / (1 + Math.exp(-sum));
}
