import type { Passage } from '../../domain/passage.js';
import type { Embedder } from '../../ports/embedder.js';
import type { Knowledge } from '../knowledge.js';

/** A passage found, with what each signal says of it. */
export interface Found {
  readonly passage: Passage;
  /** Blend of both signals, 0 to 1 within one question. */
  readonly score: number;
  /** Cosine to the question, -1 to 1; 0 where only words found it. */
  readonly cosine: number;
  /** BM25; 0 where only the meaning found it. */
  readonly words: number;
}

export interface Retrieval {
  readonly found: readonly Found[];
  readonly vector: Float32Array;
}

/** Candidates that each signal contributes before they are blended. */
const pool = 60;
/** Share of the meaning in the blend; the rest is words. */
const meaning = 0.5;

function scaled(value: number | undefined, low: number, high: number): number {
  if (value === undefined || high <= low) return value === undefined ? 0 : 1;
  return (value - low) / (high - low);
}

/** Added for a passage on an accord that the question names. */
const onTopic = 0.25;

/**
 * The `limit` best passages by a blend of meaning (cosine) and words (BM25), each scaled to its
 * own range among the candidates; articles on `accords` come before others. Costs one embedding of the question and two look-ups.
 */
export async function retrieve(
  knowledge: Knowledge,
  embedder: Embedder,
  question: string,
  limit: number,
  accords: readonly string[] = [],
): Promise<Retrieval> {
  const width = Math.max(pool, limit);
  const vector = await embedder.embedQuestion(question);
  const near = await knowledge.vectors.search(vector, width);
  const worded = knowledge.lexical.search(question, width);
  const cosines = new Map(near.map((hit) => [hit.index, hit.score]));
  const words = new Map(worded.map((hit) => [hit.index, hit.score]));
  const lowest = (values: Iterable<number>) => Math.min(...values);
  const highest = (values: Iterable<number>) => Math.max(...values);
  const [nearLow, nearHigh] = [lowest(cosines.values()), highest(cosines.values())];
  const wordHigh = highest([0, ...words.values()]);
  const found = [...new Set([...cosines.keys(), ...words.keys()])].flatMap((index): Found[] => {
    const passage = knowledge.passages[index];
    if (!passage) return [];
    const cosine = cosines.get(index);
    const filed = knowledge.articles.get(passage.article)?.accord ?? null;
    const bonus = filed !== null && accords.includes(filed) ? onTopic : 0;
    const score =
      bonus +
      meaning * scaled(cosine, nearLow, nearHigh) +
      (1 - meaning) * scaled(words.get(index), 0, wordHigh);
    return [{ passage, score, cosine: cosine ?? 0, words: words.get(index) ?? 0 }];
  });
  found.sort((a, b) => b.score - a.score || a.passage.index - b.passage.index);
  return { found: found.slice(0, limit), vector };
}

/** The best passage of each article, best article first. */
export function bestOfEach(found: readonly Found[], limit: number): readonly Found[] {
  const seen = new Set<string>();
  return found
    .filter((one) => {
      const fresh = !seen.has(one.passage.article);
      seen.add(one.passage.article);
      return fresh;
    })
    .slice(0, limit);
}
