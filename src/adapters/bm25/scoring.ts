import type { Postings } from '../../domain/postings.js';
import type { WeighedTerm, Weighing, WordScoring } from '../../ports/word-scoring.js';

/**
 * BM25. `k` (0.9 to 2) slows how repetition counts, `b` (0 to 1) how length costs. These are the
 * values that Anserini takes for short texts; they suit whole articles as well.
 */
const k = 0.9;
const b = 0.4;

function saturated(times: number, length: number, mean: number): number {
  return (times * (k + 1)) / (times + k * (1 - b + (b * length) / mean));
}

/** First place from `low` up to `high` whose row is not before `row`. */
function placeOf(rows: Uint32Array, row: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

export interface Scoring extends WordScoring {
  readonly weighing: Weighing;
  idf(term: string): number;
}

/** Scores against flat postings. A search touches the postings of its terms only. */
export function createScoring(postings: Postings): Scoring {
  const { terms, starts, rows, times, ids, lengths, articles } = postings;
  const size = ids.length;
  const rowOf = new Int32Array(ids.reduce((most, id) => Math.max(most, id + 1), 0)).fill(-1);
  for (const [row, id] of ids.entries()) rowOf[id] = row;
  const articleCount = size === 0 ? 0 : (articles[size - 1] ?? 0) + 1;
  const firstRow = new Uint32Array(articleCount + 1).fill(size);
  const articleLengths = new Uint32Array(articleCount);
  for (let row = size - 1; row >= 0; row -= 1) {
    const article = articles[row] ?? 0;
    firstRow[article] = row;
    articleLengths[article] = (articleLengths[article] ?? 0) + (lengths[row] ?? 0);
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const mean = Math.max(1, total / Math.max(1, size));
  const articleMean = Math.max(1, total / Math.max(1, articleCount));
  const sums = new Float64Array(size);

  const spanOf = (term: string): readonly [number, number] => {
    const number = terms.get(term);
    if (number === undefined) return [0, 0];
    return [starts[number] ?? 0, starts[number + 1] ?? 0];
  };
  const idf = (term: string): number => {
    const [start, end] = spanOf(term);
    return Math.log(1 + (size - (end - start) + 0.5) / (end - start + 0.5));
  };

  const accumulate = (wanted: readonly WeighedTerm[]): void => {
    sums.fill(0);
    for (const { term, weight } of wanted) {
      const [start, end] = spanOf(term);
      for (let at = start; at < end; at += 1) {
        const row = rows[at] as number;
        const value = saturated(times[at] as number, lengths[row] as number, mean);
        sums[row] = (sums[row] as number) + weight * value;
      }
    }
  };

  return {
    weighing: { k, b, mean, articleMean },
    idf,
    async best(wanted, limit) {
      accumulate(wanted);
      const top: { index: number; score: number }[] = [];
      let worst = 0;
      for (let row = 0; row < size; row += 1) {
        const score = sums[row] as number;
        if (score <= 0 || (top.length >= limit * 2 && score < worst)) continue;
        top.push({ index: ids[row] ?? 0, score });
        if (top.length < limit * 4) continue;
        top.sort((a, b) => b.score - a.score || a.index - b.index);
        top.length = limit * 2;
        worst = top.at(-1)?.score ?? 0;
      }
      return top.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, limit);
    },
    async scores(wanted, indexes) {
      const found = indexes.map((index) => ({ index, words: 0, article: 0 }));
      for (const { term, weight } of wanted) {
        const [start, end] = spanOf(term);
        if (start === end) continue;
        for (const score of found) {
          const row = rowOf[score.index] ?? -1;
          if (row < 0) continue;
          const article = articles[row] ?? 0;
          const last = firstRow[article + 1] ?? size;
          let held = 0;
          for (
            let at = placeOf(rows, firstRow[article] ?? 0, start, end);
            at < end && (rows[at] as number) < last;
            at += 1
          ) {
            held += times[at] as number;
            if (rows[at] !== row) continue;
            const length = lengths[row] as number;
            score.words += weight * saturated(times[at] as number, length, mean);
          }
          if (held === 0) continue;
          const length = articleLengths[article] ?? 0;
          score.article += weight * saturated(held, length, articleMean);
        }
      }
      return found;
    },
  };
}
