import type { Passage } from '../../domain/passage.js';
import type { Embedder } from '../../ports/embedder.js';
import type { LexicalScore } from '../../ports/lexical-index.js';
import type { Reranker } from '../../ports/reranker.js';
import type { Knowledge } from '../knowledge.js';
import { expandNames, type NameExpansion } from './name-expansion.js';
import { datedBonus, datesOf } from './question-dates.js';
import { partsOf } from './question-parts.js';
import { rerank, rerankedMost } from './rerank.js';
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
  readonly meaning: Meaning;
  readonly expansion: NameExpansion;
}

export interface RetrievalOptions {
  /** Accords that the question names: their articles come first. @default none */
  readonly accords?: readonly string[];
  /** Reads the best passages once more with the question. @default none */
  readonly reranker?: Reranker | undefined;
  /**
   * Leans on the title of the best article, which brings articles like it forward. A list of articles
   * gains by that; an answer loses, for its sentences are then of one kind. @default false
   */
  readonly feedback?: boolean;
}

/** A question as vectors: as it was asked and, where it calls names otherwise, by the register's. */
export type Meaning = readonly Float32Array[];

async function meaningOf(
  embedder: Pick<Embedder, 'embedQuestion'>,
  question: string,
  { formally }: NameExpansion,
): Promise<Meaning> {
  const asked = formally === null ? [question] : [question, formally];
  return Promise.all(asked.map((text) => embedder.embedQuestion(text)));
}

/** A candidate with the sum of its signals, in standard deviations. */
interface Ranked extends Omit<Found, 'score'> {
  readonly sum: number;
  /** Cosine in standard deviations. */
  readonly meaning: number;
  readonly published: string;
}

/** Candidates that each signal contributes before they are blended. */
const pool = 60;
/** In standard deviations: meaning weighs as much as the words of passage and article. */
const weights = { meaning: 0.5, words: 0.25, article: 0.25, part: 0.2 } as const;
/** What other names of the participants and accords of a question weigh beside its own words. */
const named = { formal: 1, aliases: 0.3 } as const;
/** Candidates that these further names contribute. */
const namedPool = 20;
/** What the latest of all candidates gains over the earliest: it decides between near equals. */
const latest = 0.03;
/** Added for a passage on an accord that the question names. */
const onTopic = 1;

/** Best first; of equal ones the later, then the one that the snapshot has first. */
function inOrder(a: Ranked, b: Ranked): number {
  if (a.sum !== b.sum) return b.sum - a.sum;
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.passage.index - b.passage.index;
}

/** What a date of publication is worth among those of all candidates, undated ones first. */
function recencies(
  knowledge: Knowledge,
  candidates: readonly number[],
): (published: string | null) => number {
  const dates = candidates.map(
    (index) => knowledge.articles.get(knowledge.passages[index]?.article ?? '')?.published ?? '',
  );
  const order = [...new Set(dates)].sort();
  const places = new Map(order.map((date, place) => [date, place / Math.max(1, order.length - 1)]));
  return (published) => latest * (places.get(published ?? '') ?? 0);
}

/** For each candidate, how well its article answers the part of the question that it fits best. */
async function partScores(
  knowledge: Knowledge,
  question: string,
  candidates: readonly number[],
): Promise<readonly number[]> {
  const parts = await Promise.all(
    partsOf(question).map(async (part) => {
      const scores = await knowledge.lexical.scores(part, candidates);
      return standardised(scores.map((one) => one.article));
    }),
  );
  if (parts.length === 0) return candidates.map(() => 0);
  return standardised(candidates.map((_, at) => Math.max(...parts.map((part) => part[at] ?? 0))));
}

/** BM25 of candidates for the question and, with less weight, for what its names are called too. */
async function wordScores(
  knowledge: Knowledge,
  question: string,
  { formal, aliases }: NameExpansion,
  candidates: readonly number[],
): Promise<readonly LexicalScore[]> {
  const scoresOf = async (text: string) =>
    text === '' ? [] : knowledge.lexical.scores(text, candidates);
  const [asked, ofFormal, ofAliases] = await Promise.all([
    scoresOf(question),
    scoresOf(formal),
    scoresOf(aliases),
  ]);
  const other = [
    { weight: named.formal, scores: ofFormal },
    { weight: named.aliases, scores: ofAliases },
  ];
  return asked.map((score, at) => {
    let { words, article } = score;
    for (const { weight, scores } of other) {
      words += weight * (scores[at]?.words ?? 0);
      article += weight * (scores[at]?.article ?? 0);
    }
    return { ...score, words, article };
  });
}

/**
 * Pseudo-relevance feedback: ranked once more by the meaning of the question and the title of the
 * best article, in the place of the question's alone; as they were where that has no title. The
 * question is said twice, for said once the title outweighs it; with more titles than one it drifts.
 */
async function withFeedback(
  knowledge: Knowledge,
  embedder: Pick<Embedder, 'embedQuestion'>,
  question: string,
  ranked: readonly Ranked[],
): Promise<readonly Ranked[]> {
  const [first] = ranked.toSorted(inOrder);
  const title = knowledge.articles.get(first?.passage.article ?? '')?.title ?? '';
  if (title === '') return ranked;
  const vector = await embedder.embedQuestion(`${question} ${question} ${title}`);
  const indexes = ranked.map(({ passage }) => passage.index);
  const meaning = standardised(knowledge.vectors.similarities(vector, indexes));
  return ranked.map((one, at) => ({
    ...one,
    sum: one.sum + weights.meaning * ((meaning[at] ?? 0) - one.meaning),
  }));
}

/**
 * The `limit` best passages by a blend of meaning (cosine) and words (BM25 of the passage and of
 * its article), each in standard deviations over the candidates. An article of a date or an accord
 * that the question names comes before others; of equal ones the later. Costs one embedding of the
 * question, one more where it calls a name otherwise and one with feedback, and a few look-ups, and
 * with a reranker one reading of each of the fifty best.
 */
export async function retrieve(
  knowledge: Knowledge,
  embedder: Pick<Embedder, 'embedQuestion'>,
  question: string,
  limit: number,
  options: RetrievalOptions = {},
): Promise<Retrieval> {
  const { accords = [], reranker, feedback = false } = options;
  const width = Math.max(pool, limit);
  const expansion = expandNames(knowledge, question);
  const asked = await meaningOf(embedder, question, expansion);
  const { lexical, vectors } = knowledge;
  const hits = await Promise.all([
    ...asked.map((vector) => vectors.search(vector, width)),
    lexical.search(`${question} ${expansion.formal}`, width),
    expansion.aliases === '' ? [] : lexical.search(expansion.aliases, namedPool),
  ]);
  const candidates = [...new Set(hits.flat().map((hit) => hit.index))];
  const near = asked.map((vector) => vectors.similarities(vector, candidates));
  const cosines = candidates.map((_, at) => Math.max(...near.map((one) => one[at] ?? 0)));
  const [scores, part] = await Promise.all([
    wordScores(knowledge, question, expansion, candidates),
    partScores(knowledge, question, candidates),
  ]);
  const meaning = standardised(cosines);
  const words = standardised(scores.map((one) => one.words));
  const article = standardised(scores.map((one) => one.article));
  const dates = datesOf(question);
  const recency = dates.length > 0 ? () => 0 : recencies(knowledge, candidates);
  const ranked = candidates.flatMap((index, at): Ranked[] => {
    const passage = knowledge.passages[index];
    if (!passage) return [];
    const source = knowledge.articles.get(passage.article);
    const topic = source?.accord && accords.includes(source.accord) ? onTopic : 0;
    const sum =
      topic +
      recency(source?.published ?? null) +
      datedBonus(dates, source?.published ?? null) +
      weights.meaning * (meaning[at] ?? 0) +
      weights.words * (words[at] ?? 0) +
      weights.article * (article[at] ?? 0) +
      weights.part * (part[at] ?? 0);
    return [
      {
        passage,
        sum,
        meaning: meaning[at] ?? 0,
        cosine: cosines[at] ?? 0,
        words: scores[at]?.words ?? 0,
        published: source?.published ?? '',
      },
    ];
  });
  const leaning = feedback ? await withFeedback(knowledge, embedder, question, ranked) : ranked;
  const sorted = leaning.toSorted(inOrder).slice(0, Math.max(limit, rerankedMost));
  const found = reranker ? await rerank(reranker, question, sorted) : sorted;
  return {
    found: found
      .slice(0, limit)
      .map(({ sum, meaning: _meaning, published: _published, ...one }) => ({
        ...one,
        score: 1 / (1 + Math.exp(-sum)),
      })),
    meaning: asked,
    expansion,
  };
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
