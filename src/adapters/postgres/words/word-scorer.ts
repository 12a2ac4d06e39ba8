import type { LexicalScore } from '../../../ports/lexical-index.js';
import type {
  WeighedTerm,
  WordIndex,
  WordScorer,
  WordScoring,
} from '../../../ports/word-scoring.js';
import type { Connection } from '../connection/connection.js';
import { createReading, type Reading } from '../connection/reading.js';
import { gathered } from './gathered.js';
import { keepSet } from './keep-set.js';
import { bestIn, scoresIn, type Wanted } from './statements.js';
import { setNameOf } from './word-sets.js';

export interface WordScorerOptions {
  readonly connection: Connection;
  /** A replica that takes the searches; where it lags or fails, `connection` does. @default none */
  readonly replica?: Connection | undefined;
  /** Told once when words have to be ranked in memory, and why. */
  readonly onNotice?: (notice: string) => void;
}

function scoringOver(
  set: string,
  { postings: { terms: numbers } }: WordIndex,
  memory: WordScoring,
  read: Reading,
): WordScoring {
  const wantedOf = (terms: readonly WeighedTerm[]): Wanted => {
    const known = terms.flatMap(({ term, weight }) => {
      const number = numbers.get(term);
      return number === undefined ? [] : [{ number, weight }];
    });
    return {
      terms: known.map(({ number }) => number),
      weights: known.map(({ weight }) => weight),
    };
  };
  const scoresOf = gathered<readonly number[], readonly WeighedTerm[], readonly LexicalScore[]>(
    (indexes, questions) =>
      read(
        (server) => scoresIn(server, set, questions.map(wantedOf), indexes),
        () => Promise.all(questions.map((terms) => memory.scores(terms, indexes))),
      ),
  );
  return {
    best: async (terms, limit) => {
      const wanted = wantedOf(terms);
      if (wanted.terms.length === 0) return [];
      return read(
        (server) => bestIn(server, set, wanted, limit),
        () => memory.best(terms, limit),
      );
    },
    scores: async (terms, indexes) => {
      if (wantedOf(terms).terms.length > 0 && indexes.length > 0) return scoresOf(indexes, terms);
      return indexes.map((index) => ({ index, words: 0, article: 0 }));
    },
  };
}

/**
 * Words in tables of the database, ranked by its functions: one statement a search, with the scores
 * of the index in memory to the last bit. While the database is away that one answers.
 */
export function createWordScorer(options: WordScorerOptions): WordScorer {
  const { connection, onNotice } = options;
  const read = createReading({
    ...options,
    notice: 'The database does not search words now; they are ranked in memory.',
  });
  const isKept = async (server: Connection, name: string): Promise<boolean> => {
    const rows = await server.query(
      'select number from accord.word_sets where name = $1 and complete',
      [name],
    );
    return rows.length > 0;
  };
  return {
    keep: async (index, { signal } = {}) =>
      keepSet(connection, await setNameOf(index.serialised), index, signal),
    async open(index, memory) {
      const name = await setNameOf(index.serialised);
      const kept = await isKept(connection, name);
      if (kept) return scoringOver(name, index, memory, read);
      onNotice?.(
        'The words of this snapshot are not in the database; they are ranked in memory until an ingest makes another.',
      );
      return memory;
    },
  };
}
