import type { Passage } from '../../domain/passage.js';
import { splitSentences } from '../../language/sentences.js';
import type { Embedder } from '../../ports/embedder.js';
import type { LexicalIndex } from '../../ports/lexical-index.js';
import { coverageOf } from './confidence.js';
import type { Found } from './retrieve.js';

/** A sentence of an article that answers, with where it stands in the article. */
export interface Extract {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

const considered = 5;
/** Sentences that are embedded: the time of a question is in proportion. */
const embedded = 10;
const most = 5;
/** A sentence this much weaker than the best one adds nothing. */
const least = 0.78;
const shortest = 20;

function isSentence(text: string): boolean {
  return text.length >= shortest && /[.!?…。！？][)\]"'”’»]*$/.test(text);
}

/** Which sentences may answer at all, by where they stand and what they say. */
export type Admits = (passage: Passage, sentence: string) => boolean;

function candidates(found: readonly Found[], admits: Admits): Omit<Extract, 'score'>[] {
  const seen = new Set<string>();
  return found.slice(0, considered).flatMap(({ passage }) =>
    splitSentences(passage.text).flatMap(({ start, end }) => {
      const text = passage.text.slice(start, end).trim();
      const key = text.toLowerCase();
      if (!isSentence(text) || seen.has(key) || !admits(passage, text)) return [];
      seen.add(key);
      const offset =
        passage.start +
        start +
        (passage.text.slice(start, end).length - passage.text.slice(start, end).trimStart().length);
      return [{ passage, start: offset, end: offset + text.length, text }];
    }),
  );
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/**
 * The two to five sentences of the best passages that answer the question, by meaning and by the
 * words that they share with it: the best article first, each in reading order. Costs one batch of short embeddings.
 */
export async function extractSentences(
  question: string,
  vector: Float32Array,
  found: readonly Found[],
  tools: {
    readonly lexical: LexicalIndex;
    readonly embedder: Embedder;
    readonly admits: Admits;
  },
): Promise<readonly Extract[]> {
  const terms = tools.lexical.terms(question);
  const rank = new Map(found.map((one, index) => [one.passage.index, 1 - index * 0.04]));
  const promise = (one: { readonly passage: Passage; readonly words: number }) =>
    (0.2 + one.words) * (rank.get(one.passage.index) ?? 0.8);
  const worded = candidates(found, tools.admits)
    .map((one) => ({
      ...one,
      words: coverageOf(tools.lexical, terms, new Set(tools.lexical.terms(one.text))),
    }))
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, embedded);
  const vectors = await tools.embedder.embedPassages(
    worded.map((one) => one.text),
    { urgent: true },
  );
  const scored = worded
    .map(({ words, ...one }, index): Extract & { vector: Float32Array } => {
      const own = vectors[index] ?? new Float32Array(vector.length);
      const score =
        (0.6 * cosine(vector, own) + 0.4 * words) * (rank.get(one.passage.index) ?? 0.8);
      return { ...one, score, vector: own };
    })
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const chosen: (Extract & { vector: Float32Array })[] = [];
  for (const one of scored) {
    if (chosen.length >= most) break;
    if (chosen.length >= 2 && one.score < best * least) break;
    const repeats = chosen.some((other) => cosine(other.vector, one.vector) > 0.92);
    if (!repeats) chosen.push(one);
  }
  const bestOfArticle = new Map<string, number>();
  for (const one of chosen) {
    const { article } = one.passage;
    bestOfArticle.set(article, Math.max(bestOfArticle.get(article) ?? 0, one.score));
  }
  const rankOf = (one: Extract) => bestOfArticle.get(one.passage.article) ?? 0;
  return chosen
    .sort(
      (a, b) =>
        rankOf(b) - rankOf(a) ||
        a.passage.article.localeCompare(b.passage.article) ||
        a.start - b.start,
    )
    .map(({ vector: _vector, ...extract }) => extract);
}
