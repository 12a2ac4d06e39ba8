import type { LexicalHit, LexicalScore } from '../../../ports/lexical-index.js';
import { type Connection, textOf } from '../connection/connection.js';

/** Terms by their number in the set, with their weights, in the order of their sum. */
export interface Wanted {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** Numbers of rows that were packed into one text: a driver takes far longer over many rows. */
function* unpacked(text: string, columns: number): Generator<readonly number[]> {
  if (text === '') return;
  const numbers = text.split(' ').map(Number);
  for (let at = 0; at < numbers.length; at += columns) yield numbers.slice(at, at + columns);
}

const best = `
  select coalesce(string_agg(concat_ws(' ', id, score), ' ' order by score desc, id), '') as packed
  from accord.best_passages($1, $2, $3, $4)`;

export async function bestIn(
  server: Connection,
  set: string,
  { terms, weights }: Wanted,
  limit: number,
): Promise<readonly LexicalHit[]> {
  const [row] = await server.query(best, [set, terms, weights, limit]);
  return Array.from(
    unpacked(textOf(row, 'packed'), 2),
    ([index = 0, score = 0]): LexicalHit => ({ index, score }),
  );
}

const scores = `
  select coalesce(string_agg(concat_ws(' ', query, at, words, article), ' '), '') as packed
  from accord.passage_scores($1, $2, $3, $4, $5)`;

/** Scores of the same documents for several questions. */
export async function scoresIn(
  server: Connection,
  set: string,
  questions: readonly Wanted[],
  indexes: readonly number[],
): Promise<readonly (readonly LexicalScore[])[]> {
  const [row] = await server.query(scores, [
    set,
    questions.flatMap(({ terms }, question) => terms.map(() => question)),
    questions.flatMap(({ terms }) => terms),
    questions.flatMap(({ weights }) => weights),
    indexes,
  ]);
  const none = indexes.map((index): LexicalScore => ({ index, words: 0, article: 0 }));
  const found = questions.map(() => [...none]);
  for (const [question = 0, place = 0, words = 0, article = 0] of unpacked(
    textOf(row, 'packed'),
    4,
  )) {
    const index = indexes[place] ?? 0;
    found[question]?.splice(place, 1, { index, words, article });
  }
  return found;
}
