import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccordError } from '../../../domain/errors.js';
import type { VectorMatrix } from '../../../domain/snapshot.js';
import { checkMatrix, checkQuery } from '../../../domain/vectors.js';
import type { VectorHit, VectorIndex, VectorStore } from '../../../ports/vector-store.js';
import { type Connection, numberOf } from '../connection/connection.js';
import { createReading, type Reading } from '../connection/reading.js';
import { buildSet, vectorText } from './build-set.js';
import { cosineOf, nearestInMemory } from './exact.js';
import { defaults, most, type PgvectorParameters } from './parameters.js';
import { parseSet, setFile, type VectorSet } from './vector-sets.js';

export interface PgvectorStoreOptions extends Partial<PgvectorParameters> {
  readonly connection: Connection;
  /** A replica that takes the searches; where it lags or fails, `connection` does. @default none */
  readonly replica?: Connection | undefined;
  /** Told once when searches have to be made in memory, and why. */
  readonly onNotice?: (notice: string) => void;
}

function unfit(folder: string, reason: string, cause?: unknown): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `The vectors in the database that ${folder} names ${reason}. Run \`accord ingest\` to build them again, or \`accord rollback ID\` to go back to another snapshot.`,
    { facts: { path: folder }, cause },
  );
}

/** Throws `damaged-snapshot` when the set is not there with all its rows. */
async function check(connection: Connection, set: VectorSet, folder: string): Promise<void> {
  const [row] = await connection.query(
    `select count, dimensions from accord.vector_sets
     where name = $1 and to_regclass('accord.vectors_' || name) is not null`,
    [set.name],
  );
  if (!row) throw unfit(folder, 'are not there');
  if (numberOf(row, 'count') !== set.count || numberOf(row, 'dimensions') !== set.dimensions) {
    throw unfit(folder, `are not ${set.count} of ${set.dimensions} dimensions`);
  }
}

function indexOver(
  set: VectorSet | null,
  matrix: VectorMatrix,
  parameters: PgvectorParameters,
  read: Reading,
): VectorIndex {
  const { dimensions, count } = matrix;
  let open = true;

  const ask = async (server: Connection, { name }: VectorSet, vector: string, wanted: number) => {
    const exact = count <= parameters.exactUpTo || 2 * wanted > most;
    const rows = await server.query('select place, score from accord.nearest($1, $2, $3, $4, $5)', [
      name,
      dimensions,
      vector,
      wanted,
      exact ? 0 : parameters.ef,
    ]);
    return rows.map(
      (row): VectorHit => ({ index: numberOf(row, 'place'), score: numberOf(row, 'score') }),
    );
  };

  return {
    size: count,
    async search(vector, k) {
      if (!open) throw new Error('The vector index is closed.');
      if (!set) return [];
      checkQuery(vector, dimensions);
      const wanted = Math.max(0, Math.min(Math.floor(k), count));
      if (wanted === 0) return [];
      const text = vectorText(vector);
      return read(
        (server) => ask(server, set, text, wanted),
        () => nearestInMemory(matrix, vector, wanted),
      );
    },
    similarities(vector, rows) {
      checkQuery(vector, dimensions);
      return rows.map((row) => (row < count ? cosineOf(matrix, row, vector) : 0));
    },
    async close() {
      open = false;
    },
  };
}

/**
 * Vectors in tables of the database, searched by pgvector: exactly when they are few, else by an
 * HNSW index over half precision whose candidates are ranked by full precision. One statement a
 * search. While the database is away they are compared in memory: slower, never wrong.
 */
export function createPgvectorStore(options: PgvectorStoreOptions): VectorStore {
  const { connection, replica, onNotice, ...given } = options;
  const parameters: PgvectorParameters = { ...defaults, ...given };
  const notice = 'The database does not search vectors now; they are compared in memory.';
  const read = createReading({ connection, replica, onNotice, notice });
  return {
    name: 'pgvector',
    parameters: { ...parameters },
    async build(folder, vectors, { signal } = {}) {
      signal?.throwIfAborted();
      checkMatrix(vectors);
      if (vectors.count === 0) return [];
      const set = await buildSet(connection, vectors, parameters, signal);
      await writeFile(join(folder, setFile), `${JSON.stringify(set)}\n`);
      return [setFile];
    },
    async open(folder, vectors) {
      if (vectors.count === 0) return indexOver(null, vectors, parameters, read);
      const text = await readFile(join(folder, setFile), 'utf8').catch((error: unknown) => {
        throw unfit(folder, 'cannot be told', error);
      });
      const set = parseSet(text);
      if (set?.count !== vectors.count || set.dimensions !== vectors.dimensions) {
        throw unfit(folder, `are not ${vectors.count} of ${vectors.dimensions} dimensions`);
      }
      await check(connection, set, folder);
      return indexOver(set, vectors, parameters, read);
    },
  };
}
