import { join } from 'node:path';
import type { IngestRunner } from '../../ports/ingest-runner.js';
import type { PromisedReplies } from '../../ports/promised-replies.js';
import type { StateArchive } from '../../ports/state/state-archive.js';
import type { StateStore } from '../../ports/state/state-store.js';
import type { TakeTurn } from '../../ports/take-turn.js';
import type { VectorStore } from '../../ports/vector-store.js';
import type { WordScorer } from '../../ports/word-scoring.js';
import { addressOf } from './connection/address.js';
import type { Connection } from './connection/connection.js';
import { otherProcesses } from './connection/other-processes.js';
import { createPgConnection } from './connection/pg-connection.js';
import { preparedBy } from './connection/prepared.js';
import { createSharedLimiter, type SharedLimiter } from './jobs/limits.js';
import { createPromisedReplies } from './jobs/promised-replies.js';
import { createJobQueue } from './jobs/queue.js';
import { createRequestingRunner } from './jobs/requesting.js';
import { createTakeTurn } from './jobs/take-turn.js';
import { workOn } from './jobs/working.js';
import { migrate } from './migrations/migrate.js';
import {
  createPostgresSnapshotStore,
  type PostgresSnapshotStore,
} from './snapshots/snapshot-store.js';
import { createPostgresStateArchive } from './state/state-archive.js';
import { createPostgresStateStore } from './state/state-store.js';
import { createPgvectorStore } from './vectors/pgvector-store.js';
import { createWordScorer } from './words/word-scorer.js';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; never shown. */
  readonly url: string;
  /** A replica of it that takes the searches. @default none */
  readonly replicaUrl?: string | null;
  /** Data folder, for files of vector stores that are no tables. */
  readonly folder: string;
  /** How many snapshots to keep. @default 5 */
  readonly keep?: number;
  /** @default the system's clock */
  readonly now?: () => Date;
  /** Told what an admin should know, such as that the database is away. */
  readonly onNotice?: (notice: string) => void;
  /** Connections of the pool. @default 8 */
  readonly connections?: number;
  /** Already open, in place of one to `url`; for tests. */
  readonly connection?: Connection;
}

export interface Postgres {
  /** Where it is, without the password. */
  readonly shown: string;
  readonly state: StateStore;
  /** The same state, to be carried elsewhere. */
  readonly archive: StateArchive;
  /** Other processes of Accord that are connected now. */
  users(): Promise<readonly string[]>;
  readonly snapshots: PostgresSnapshotStore;
  readonly vectorStore: VectorStore;
  /** For the index of words: searches of it go to the database as well. */
  readonly wordScorer: WordScorer;
  /** Has ingests done by the process that works on the queue. */
  readonly runner: IngestRunner;
  /** Makes this process one that does the ingests, by `runner`; gives what ends it. */
  work(runner: IngestRunner): () => Promise<void>;
  /** What processes of one bot know of the answers that they owe. */
  readonly promises: PromisedReplies;
  /** Turns that all processes take together. */
  readonly takeTurn: TakeTurn;
  /** A limit that all processes keep together. */
  limiter(options: {
    readonly name: string;
    readonly points: number;
    readonly seconds: number;
  }): SharedLimiter;
  /** Ends what was begun and closes all connections. May be called twice. */
  close(): Promise<void>;
}

/**
 * Everything that several processes share, in one database. Nothing is opened before it is used; the
 * schema is made and migrated at first use. Throws `bad-config` for an address that is none.
 */
export function createPostgres(options: PostgresOptions): Postgres {
  const { url, replicaUrl = null, folder, keep = 5, now = () => new Date() } = options;
  const onNotice = options.onNotice ?? (() => {});
  const address = addressOf(url);
  const { shown } = address;
  const pool = options.connections === undefined ? {} : { connections: options.connections };
  const opened = options.connection ?? createPgConnection({ address, ...pool });
  const connection = preparedBy(opened, (one) => migrate(one, shown));
  const replica =
    replicaUrl === null
      ? undefined
      : createPgConnection({
          address: addressOf(replicaUrl, 'DATABASE_REPLICA_URL'),
          patience: 0,
          ...pool,
        });
  const jobs = createJobQueue(connection, onNotice);
  const ends: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const close = async () => {
    for (const end of ends.splice(0)) await end();
    await jobs.close();
    await replica?.close();
    await connection.close();
  };
  return {
    shown,
    state: createPostgresStateStore(connection, now),
    archive: createPostgresStateArchive(connection),
    users: () => otherProcesses(connection),
    snapshots: createPostgresSnapshotStore({
      connection,
      shown,
      folder: join(folder, 'opened'),
      keep,
      now,
      onNotice,
    }),
    vectorStore: createPgvectorStore({ connection, replica, onNotice }),
    wordScorer: createWordScorer({ connection, replica, onNotice }),
    runner: createRequestingRunner(connection, jobs),
    work(runner) {
      const end = workOn({ connection, jobs, runner }, onNotice);
      ends.push(end);
      return end;
    },
    promises: createPromisedReplies(connection),
    takeTurn: createTakeTurn(connection),
    limiter: (limit) => createSharedLimiter(connection, limit),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
