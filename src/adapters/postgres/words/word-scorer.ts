import type { LexicalHit, LexicalScore } from '../../../ports/lexical-index.js';
import type {
  WeighedTerm,
  WordIndex,
  WordScorer,
  WordScoring,
} from '../../../ports/word-scoring.js';
import { type Connection, numberOf } from '../connection/connection.js';
import { createReading, type Reading } from '../connection/reading.js';
import { keepSet } from './keep-set.js';
import { setNameOf } from './word-sets.js';

export interface WordScorerOptions {
  readonly connection: Connection;
  /** A replica that takes the searches; where it lags or fails, `connection` does. @default none */
  readonly replica?: Connection | undefined;
  /** Told once when words have to be ranked in memory, and why. */
  readonly onNotice?: (notice: string) => void;
}

function scoringOver(
  name: string,
  { postings: { terms } }: WordIndex,
  memory: WordScoring,
  read: Reading,
): WordScoring {
  const asked = (wanted: readonly WeighedTerm[]) => {
    const known = wanted.filter(({ term }) => terms.has(term));
    return [known.map(({ term }) => terms.get(term)), known.map(({ weight }) => weight)] as const;
  };
  return {
    best: async (wanted, limit) => {
      const [numbers, weights] = asked(wanted);
      if (numbers.length === 0) return [];
      return read(
        async (server) => {
          const rows = await server.query(
            'select id, score from accord.best_passages($1, $2, $3, $4)',
            [name, numbers, weights, limit],
          );
          return rows.map(
            (row): LexicalHit => ({ index: numberOf(row, 'id'), score: numberOf(row, 'score') }),
          );
        },
        () => memory.best(wanted, limit),
      );
    },
    scores: async (wanted, indexes) => {
      const [numbers, weights] = asked(wanted);
      const none = indexes.map((index): LexicalScore => ({ index, words: 0, article: 0 }));
      if (numbers.length === 0 || indexes.length === 0) return none;
      return read(
        async (server) => {
          const rows = await server.query(
            'select at, words, article from accord.passage_scores($1, $2, $3, $4)',
            [name, numbers, weights, indexes],
          );
          const found = new Map(rows.map((row) => [numberOf(row, 'at') - 1, row]));
          return none.map((one, at) => {
            const row = found.get(at);
            if (!row) return one;
            return { ...one, words: numberOf(row, 'words'), article: numberOf(row, 'article') };
          });
        },
        () => memory.scores(wanted, indexes),
      );
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
      keepSet(connection, await setNameOf(index.text), index, signal),
    async open(index, memory) {
      const name = await setNameOf(index.text);
      const kept = await isKept(connection, name);
      if (kept) return scoringOver(name, index, memory, read);
      onNotice?.(
        'The words of this snapshot are not in the database; they are ranked in memory until an ingest makes another.',
      );
      return memory;
    },
  };
}
