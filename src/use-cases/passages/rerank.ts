import { embeddedText, type Passage } from '../../domain/passage.js';
import type { Reranker } from '../../ports/reranker.js';
import { standardised } from './standardised.js';

/** Passages that a reranker reads: its time is in proportion. */
export const rerankedMost = 50;
/** How much the reranker counts against the first ranking, in standard deviations of each. */
const weight = 0.5;

/**
 * The best passages in the order that first ranking and reranker give together; the others follow
 * as they were. `ranked` comes best first, and its sums go on falling.
 */
export async function rerank<Ranked extends { readonly passage: Passage; readonly sum: number }>(
  reranker: Reranker,
  question: string,
  ranked: readonly Ranked[],
): Promise<readonly Ranked[]> {
  const best = ranked.slice(0, rerankedMost);
  const rest = ranked.slice(rerankedMost);
  const read = standardised(
    await reranker.rerank(
      question,
      best.map(({ passage }) => embeddedText(passage)),
    ),
  );
  const first = standardised(best.map((one) => one.sum));
  const sums = best.map((_, at) => (1 - weight) * (first[at] ?? 0) + weight * (read[at] ?? 0));
  const floor = best.at(-1)?.sum ?? 0;
  const lowest = Math.min(...sums);
  const again = best.map((one, at) => ({ ...one, sum: floor + (sums[at] ?? 0) - lowest }));
  return [...again.sort((a, b) => b.sum - a.sum), ...rest];
}
