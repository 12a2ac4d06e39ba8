import { AsyncLocalStorage } from 'node:async_hooks';
import { AccordError } from '../../../domain/errors.js';
import type { SnapshotStore } from '../../../ports/snapshot-store.js';
import type { Connection } from '../connection/connection.js';
import { locks } from '../migrations/migrate.js';
import { dropLooseSets } from '../vectors/vector-sets.js';
import { dropLooseWords, setNameOf } from '../words/word-sets.js';
import { createCurrentPointer } from './current.js';
import { writing } from './failures.js';
import { decodeManifest, readManifest } from './manifest.js';
import { openSnapshot } from './open-snapshot.js';
import { writeSnapshot } from './write-snapshot.js';

export interface PostgresSnapshotStoreOptions {
  readonly connection: Connection;
  /** What errors call the database. */
  readonly shown: string;
  /** For files of vector stores that keep some; a snapshot's are placed there when it is opened. */
  readonly folder: string;
  /** How many of the newest snapshots to keep, at least 1; the current one stays. @default 5 */
  readonly keep?: number;
  /** @default the system's clock */
  readonly now?: () => Date;
  /** Told once when the database is away and the last known snapshot goes on answering. */
  readonly onNotice?: (notice: string) => void;
}

export interface PostgresSnapshotStore extends SnapshotStore {
  /** Calls when any process has made another snapshot current; gives what ends it. */
  onSwitch(listener: (id: string) => void): () => Promise<void>;
}

const prune = `
  delete from accord.snapshots where id in (
    select id from accord.snapshots where id <> $1 order by created_at desc, id desc offset $2
  ) and id not in (select id from accord.current_snapshot)`;

function locked(shown: string, owner: string): AccordError {
  return new AccordError(
    'locked',
    `Another ingest or rollback is at work on ${shown} (${owner}). Try again when it has ended.`,
    { facts: { database: shown, owner } },
  );
}

/**
 * Snapshots in the schema `accord`, each written in one transaction. The writer holds an advisory
 * lock, which the server gives back the moment that the writer's process or connection dies.
 */
export function createPostgresSnapshotStore(
  options: PostgresSnapshotStoreOptions,
): PostgresSnapshotStore {
  const { connection, shown, folder, keep = 5, now = () => new Date() } = options;
  const pointer = createCurrentPointer(connection, options.onNotice ?? (() => {}));
  const holding = new AsyncLocalStorage<() => boolean>();

  /** Throws `locked` when the connection that holds the lock is gone, and so the lock. */
  const stillHeld = () => {
    if (holding.getStore()?.() !== true) throw locked(shown, 'the connection was lost meanwhile');
  };

  const exclusively = async <T>(work: () => Promise<T>): Promise<T> => {
    if (holding.getStore()) return work();
    // The schema has to be there, and the lock is not part of it.
    await connection.query('select 1');
    const lock = await connection.tryLock(locks.writing);
    if (lock.kind === 'refused') throw locked(shown, lock.owner);
    try {
      return await holding.run(lock.held, work);
    } finally {
      await lock.release();
    }
  };

  return {
    current: () => pointer.read(),
    async list() {
      const rows = await connection.query(
        'select manifest from accord.snapshots order by created_at desc, id desc',
      );
      return rows.flatMap((row) => decodeManifest(row) ?? []);
    },
    open: (id) => openSnapshot(connection, id, folder),
    exclusively,
    write: (draft) =>
      exclusively(() =>
        writing(shown, async () => {
          await dropLooseSets(connection);
          await dropLooseWords(connection, await setNameOf(draft.lexical));
          const manifest = await writeSnapshot(connection, now(), draft, stillHeld);
          const tidy = async () => {
            await connection.query(prune, [manifest.id, Math.max(1, keep) - 1]);
            await dropLooseSets(connection);
            await dropLooseWords(connection);
          };
          // What cannot be deleted today goes after another ingest; the new snapshot stands.
          await tidy().catch(() => {});
          return manifest;
        }),
      ),
    async setCurrent(id) {
      await readManifest(connection, id);
      await exclusively(() =>
        writing(shown, () =>
          connection.transaction(async (session) => {
            await readManifest(session, id);
            stillHeld();
            await pointer.write(session, id);
          }),
        ),
      );
    },
    onSwitch: (listener) => pointer.follow(listener),
  };
}
