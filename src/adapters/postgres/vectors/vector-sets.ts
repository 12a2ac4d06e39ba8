import type { Connection, Session } from '../connection/connection.js';
import { textOf } from '../connection/connection.js';

/** The one file of a vector set: its name in the database, and what it holds. */
export const setFile = 'pgvector.json';

export interface VectorSet {
  /** Sixteen hexadecimal digits: part of a table's name. */
  readonly name: string;
  readonly dimensions: number;
  readonly count: number;
}

/** Null for a file that names no set. */
export function parseSet(text: string): VectorSet | null {
  try {
    const { name, dimensions, count } = JSON.parse(text);
    const sound = Number.isInteger(dimensions) && Number.isInteger(count);
    return sound && /^[0-9a-f]{16}$/.test(name) ? { name, dimensions, count } : null;
  } catch {
    return null;
  }
}

export function tableOf({ name }: Pick<VectorSet, 'name'>): string {
  return `accord.vectors_${name}`;
}

/** Ties the set that these files name to a snapshot, with which it goes. */
export async function attachSets(
  session: Session,
  snapshot: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const bytes = files.get(setFile);
  const set = bytes && parseSet(Buffer.from(bytes).toString());
  if (!set) return;
  await session.query('update accord.vector_sets set snapshot = $2 where name = $1', [
    set.name,
    snapshot,
  ]);
}

/** Drops sets of no snapshot: of a write that failed, or pruned. Call it under the lock only. */
export async function dropLooseSets(connection: Connection): Promise<void> {
  await connection.transaction(async (session) => {
    const rows = await session.query(
      'delete from accord.vector_sets where snapshot is null returning name',
    );
    for (const row of rows)
      await session.query(`drop table if exists ${tableOf({ name: textOf(row, 'name') })}`);
  });
}
