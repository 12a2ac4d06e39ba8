import type { Passage } from '../../domain/passage.js';
import type { Embedder } from '../../ports/embedder.js';
import type { Knowledge } from '../knowledge.js';
import { datedBonus, datesOf } from './question-dates.js';
import { partsOf } from './question-parts.js';
import { standardised } from './standardised.js';

/** A passage found, with what each signal says of it. */
export interface Found {
  readonly passage: Passage;
  /** Blend of all signals, 0 to 1; comparable within one question only. */
  readonly score: number;
  /** Cosine to the question, -1 to 1. */
  readonly cosine: number;
  /** BM25; 0 where no word is shared. */
  readonly words: number;
}

export interface Retrieval {
  readonly found: readonly Found[];
  readonly vector: Float32Array;
}

/** Candidates that each signal contributes before they are blended. */
const pool = 60;
/** In standard deviations: meaning weighs as much as the words of passage and article. */
const weights = { meaning: 0.5, words: 0.25, article: 0.25, part: 0.2 } as const;
/** Added for a passage on an accord that the question names. */
const onTopic = 1;

/** Formal names of what the question calls otherwise: "Holland" → "Netherlands". */
function formalNames(knowledge: Knowledge, question: string): readonly string[] {
  const { participants, accords } = knowledge.register;
  return knowledge.names.names.find(question).flatMap(({ ids, exact, text }) => {
    const [id = ''] = ids;
    const name = participants.get(id)?.name ?? accords.get(id)?.short;
    const known = ids.length === 1 && exact && name !== undefined;
    return known && !question.includes(name) && text !== text.toLowerCase() ? [name] : [];
  });
}

/** For each candidate, how well its article answers the part of the question that it fits best. */
function partScores(
  knowledge: Knowledge,
  question: string,
  candidates: readonly number[],
): readonly number[] {
  const parts = partsOf(question).map((part) =>
    standardised(knowledge.lexical.scores(part, candidates).map((one) => one.article)),
  );
  if (parts.length === 0) return candidates.map(() => 0);
  return standardised(candidates.map((_, at) => Math.max(...parts.map((part) => part[at] ?? 0))));
}

/**
 * The `limit` best passages by a blend of meaning (cosine) and words (BM25 of the passage and of
 * its article), each in standard deviations over the candidates. An article of a date or an accord
 * that the question names comes before others; of equal ones the later. Costs one embedding of the
 * question and two look-ups.
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
  const worded = [question, ...formalNames(knowledge, question)].join(' ');
  const near = await knowledge.vectors.search(vector, width);
  const candidates = [
    ...new Set([...near, ...knowledge.lexical.search(worded, width)].map((hit) => hit.index)),
  ];
  const cosines = knowledge.vectors.similarities(vector, candidates);
  const scores = knowledge.lexical.scores(worded, candidates);
  const meaning = standardised(cosines);
  const words = standardised(scores.map((one) => one.words));
  const article = standardised(scores.map((one) => one.article));
  const part = partScores(knowledge, question, candidates);
  const dates = datesOf(question);
  const found = candidates.flatMap((index, at): (Found & { readonly published: string })[] => {
    const passage = knowledge.passages[index];
    if (!passage) return [];
    const source = knowledge.articles.get(passage.article);
    const topic = source?.accord && accords.includes(source.accord) ? onTopic : 0;
    const sum =
      topic +
      datedBonus(dates, source?.published ?? null) +
      weights.meaning * (meaning[at] ?? 0) +
      weights.words * (words[at] ?? 0) +
      weights.article * (article[at] ?? 0) +
      weights.part * (part[at] ?? 0);
    return [
      {
        passage,
        score: 1 / (1 + Math.exp(-sum)),
        cosine: cosines[at] ?? 0,
        words: scores[at]?.words ?? 0,
        published: source?.published ?? '',
      },
    ];
  });
  found.sort(
    (a, b) =>
      b.score - a.score ||
      (a.published < b.published ? 1 : a.published > b.published ? -1 : 0) ||
      a.passage.index - b.passage.index,
  );
  return { found: found.slice(0, limit).map(({ published: _, ...one }) => one), vector };
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
