import { dot } from '../../domain/dot.js';
import type { Embedder } from '../../ports/embedder.js';
import type { LexicalIndex } from '../../ports/lexical-index.js';
import type { Knowledge } from '../knowledge.js';
import { type Admits, type Candidate, candidatesOf } from './candidates.js';
import { type Extract, joined, type Shown, withNeeds } from './joining.js';
import type { NameExpansion } from './name-expansion.js';
import { distinct } from './near-duplicates.js';
import { partsOf } from './question-parts.js';
import type { Found, Meaning } from './retrieve.js';

/** Passages whose sentences may answer. */
const considered = 5;
/** Sentences that are embedded: the time of a question is in proportion. */
const embedded = 12;
const most = 5;
/** A sentence this much weaker than the best one adds nothing. */
const least = 0.88;
/** The same where the best one shares next to no word with the question. */
const closest = 0.92;
const wordless = 0.2;
/** A sentence with this much less of the question's words answers something else… */
const onTopic = 0.9;
/** …unless it is nearer to the question by this much than the best one. */
const nearer = 0.04;
/** The sentence after the best one may be this much weaker. */
const goesOn = 0.45;
/** So may the best one of another article, where a question of several parts needs more than one. */
const apart = 0.65;
/** Two sentences nearer than this say the same. */
const same = 0.92;
/** What each place in the ranking of passages costs a sentence. */
const perRank = 0.04;
/** How much a sentence gains from what the one before it shares with the question. */
const carried = 0.4;

interface Weighed extends Candidate {
  /** Share of the question's weight that its words carry, 0 to 1. */
  readonly words: number;
  readonly rank: number;
}

interface Scored extends Weighed {
  readonly cosine: number;
  readonly score: number;
  readonly vector: Float32Array;
}

/**
 * Weighs words against the other candidates: the name of the accord, which all of them share, says
 * nothing about which of them answers.
 */
function weigh(
  lexical: LexicalIndex,
  question: string,
  candidates: readonly Candidate[],
  rankOf: (candidate: Candidate) => number,
): readonly Weighed[] {
  const terms = [...new Set(lexical.terms(question))];
  const held = candidates.map((one) => new Set(lexical.terms(one.text)));
  const weights = terms.map((term) => {
    const share = held.filter((one) => one.has(term)).length / Math.max(1, held.length);
    return lexical.idf(term) * (1 - 0.8 * share);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const coverage = (texts: readonly ReadonlySet<string>[]) =>
    weights.reduce(
      (sum, weight, at) => (texts.some((text) => text.has(terms[at] ?? '')) ? sum + weight : sum),
      0,
    ) / (total || 1);
  return candidates.map((one, at): Weighed => {
    const own = held[at] ?? new Set<string>();
    const before = one.unit.follows ? one.page.units[one.place - 1] : undefined;
    const alone = coverage([own]);
    const both = before ? coverage([own, new Set(lexical.terms(before.text))]) : alone;
    return { ...one, words: alone + carried * (both - alone), rank: rankOf(one) };
  });
}

/** Sentences that go on where the best one ends, in its paragraph: what it announces or explains. */
function following(scored: readonly Scored[], best: Scored): readonly Scored[] {
  const after = (one: Scored, by: number) =>
    scored.find(
      (other) => other.page.article === one.page.article && other.place === one.place + by,
    );
  const [next, second] = [after(best, 1), after(best, 2)];
  const near = next?.unit.follows && next.score >= best.score * goesOn ? [next] : [];
  const far = near.length > 0 && second?.unit.follows && second.score >= best.score * least;
  return far && second ? [...near, second] : near;
}

/** The best sentence of each article but the best one's: a part of the question each. */
function ofOthers(scored: readonly Scored[], best: Scored, parts: number): readonly Scored[] {
  const seen = new Set([best.page.article]);
  const others = scored.filter(({ page, score }) => {
    const fresh = !seen.has(page.article) && score >= best.score * apart;
    seen.add(page.article);
    return fresh;
  });
  return others.slice(0, Math.max(0, parts - 1));
}

/**
 * The best sentences with what they need, none said twice, at most five units in all. `parts` is
 * how many articles the question may need.
 */
function choose(scored: readonly Scored[], parts: number): readonly Shown[] {
  const [best] = scored;
  if (!best) return [];
  const bar = best.words < wordless ? closest : least;
  const chosen: Scored[] = [];
  let shown: readonly Shown[] = [];
  const take = (one: Scored) => {
    if (chosen.some((other) => dot(other.vector, 0, one.vector) > same)) return;
    const more = withNeeds(shown, one);
    if (more.length > most) return;
    chosen.push(one);
    shown = more;
  };
  const others = ofOthers(scored, best, parts);
  for (const one of [best, ...following(scored, best), ...others]) take(one);
  for (const one of scored) {
    const topical = one.words >= best.words * onTopic || one.cosine >= best.cosine + nearer;
    if (one.score >= best.score * bar && topical) take(one);
  }
  return shown;
}

/**
 * The sentences of the best passages that answer the question, by meaning and by the words that
 * they share with it: the best article first, each in reading order, at most five, neighbours in
 * one. Costs one batch of short embeddings.
 */
export async function extractSentences(
  question: string,
  meaning: Meaning,
  found: readonly Found[],
  tools: {
    readonly knowledge: Pick<Knowledge, 'articles' | 'lexical'>;
    readonly embedder: Pick<Embedder, 'embedPassages'>;
    readonly admits: Admits;
    readonly expansion: Pick<NameExpansion, 'formally' | 'participants'>;
  },
): Promise<readonly Extract[]> {
  const { knowledge, embedder, admits, expansion } = tools;
  const passages = distinct(found, considered);
  const ranks = new Map(passages.map((one, place) => [one.passage.index, 1 - place * perRank]));
  const rankOf = (one: Candidate) => ranks.get(one.passage.index) ?? 1 - considered * perRank;
  const candidates = candidatesOf(knowledge, passages, admits);
  const words = `${expansion.formally ?? question} ${expansion.participants}`;
  const worded = [...weigh(knowledge.lexical, words, candidates, rankOf)]
    .sort((a, b) => (0.2 + b.words) * b.rank - (0.2 + a.words) * a.rank)
    .slice(0, embedded);
  const vectors = await embedder.embedPassages(
    worded.map((one) => one.text),
    { urgent: true },
  );
  const scored = worded
    .map((one, at): Scored => {
      const own = vectors[at] ?? new Float32Array(meaning[0]?.length ?? 0);
      const near = Math.max(...meaning.map((vector) => dot(own, 0, vector)));
      const score = (0.6 * near + 0.4 * one.words) * one.rank;
      return { ...one, cosine: near, score, vector: own };
    })
    .sort((a, b) => b.score - a.score);
  return joined(choose(scored, partsOf(question).length));
}
