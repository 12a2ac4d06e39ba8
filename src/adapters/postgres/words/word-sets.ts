import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection, Session } from '../connection/connection.js';

/** Bytes hashed before the event loop gets its turn: about 2 ms. */
const slice = 1 << 20;

/**
 * Name of the set of a serialised index: its sha256, which a snapshot's manifest has as well. So an
 * index is found by its bytes alone, wherever they were copied from.
 */
export async function setNameOf(serialised: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < serialised.length; at += slice) {
    hash.update(serialised.subarray(at, at + slice));
    await nextTurn();
  }
  return hash.digest('hex');
}

/** Ties the set to a snapshot, with which it goes; one that was not kept is done without. */
export async function attachWords(session: Session, snapshot: string, name: string): Promise<void> {
  await session.query(
    `update accord.snapshots set words =
       (select number from accord.word_sets where name = $2 and complete)
     where id = $1`,
    [snapshot, name],
  );
}

/**
 * Drops sets of no snapshot but the one named, which is about to be attached. Call it under the lock
 * only.
 */
export async function dropLooseWords(connection: Connection, but = ''): Promise<void> {
  await connection.query(
    `delete from accord.word_sets as loose where name <> $1
       and not exists (select from accord.snapshots where words = loose.number)`,
    [but],
  );
}
