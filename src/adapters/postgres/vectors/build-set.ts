import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VectorMatrix } from '../../../domain/snapshot.js';
import type { Connection, Session } from '../connection/connection.js';
import type { PgvectorParameters } from './parameters.js';
import { tableOf, type VectorSet } from './vector-sets.js';

/** Rows that go over at once: about 2 MB of text at 384 dimensions. */
const portion = 500;

/** Text of a row; nine digits give a number of single precision back exactly. */
export function vectorText(values: Float32Array): string {
  const numbers: string[] = [];
  for (const value of values) numbers.push(value.toPrecision(9));
  return `[${numbers.join(',')}]`;
}

async function fill(
  session: Session,
  table: string,
  { dimensions, count, values }: VectorMatrix,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let first = 0; first < count; first += portion) {
    signal?.throwIfAborted();
    const texts: string[] = [];
    for (let row = first; row < Math.min(count, first + portion); row += 1) {
      texts.push(vectorText(values.subarray(row * dimensions, (row + 1) * dimensions)));
    }
    await session.query(
      `insert into ${table} (place, embedding)
       select $1::int + ordinality - 1, line::vector
       from unnest($2::text[]) with ordinality as lines (line, ordinality)`,
      [first, texts],
    );
    await nextTurn();
  }
}

/** Memory for building: the graph has to fit, or the build takes many times as long. In MiB. */
function memoryFor({ dimensions, count }: VectorMatrix, { M }: PgvectorParameters): number {
  const bytes = count * (2 * dimensions + 2 * 8 * M + 200);
  return Math.min(8192, Math.max(64, Math.ceil((bytes * 1.3) / 2 ** 20)));
}

/** Makes the table with its index in one transaction, and gives its name. */
export async function buildSet(
  connection: Connection,
  matrix: VectorMatrix,
  parameters: PgvectorParameters,
  signal: AbortSignal | undefined,
): Promise<VectorSet> {
  const { dimensions, count } = matrix;
  const name = randomBytes(8).toString('hex');
  const set = { name, dimensions, count };
  const table = tableOf(set);
  const { M, efConstruction, exactUpTo } = parameters;
  await connection.transaction(
    async (session) => {
      await session.query(
        'insert into accord.vector_sets (name, dimensions, count) values ($1, $2, $3)',
        [name, dimensions, count],
      );
      await session.query(
        `create table ${table} (place integer primary key, embedding vector(${dimensions}) not null)`,
      );
      await fill(session, table, matrix, signal);
      if (count <= exactUpTo) return;
      await session.query(`set local maintenance_work_mem = '${memoryFor(matrix, parameters)}MB'`);
      await session.query(
        `create index on ${table} using hnsw ((embedding::halfvec(${dimensions})) halfvec_ip_ops)
         with (m = ${M}, ef_construction = ${efConstruction})`,
      );
      signal?.throwIfAborted();
    },
    { once: true },
  );
  await connection.query(`analyze ${table}`);
  return set;
}
