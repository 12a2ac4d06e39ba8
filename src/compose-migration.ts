import { createLexicalIndexFactory } from './adapters/bm25/lexical-index.js';
import { createFileSnapshotStore } from './adapters/files/snapshots/snapshot-store.js';
import { usersOf } from './adapters/files/snapshots/users.js';
import { createHnswVectorStore } from './adapters/hnswlib/hnsw-vector-store.js';
import { createExactVectorStore } from './adapters/memory/exact-vector-store.js';
import { createPostgres } from './adapters/postgres/postgres.js';
import { createSqliteStateArchive } from './adapters/sqlite/sqlite-state-archive.js';
import type { Config } from './config.js';
import { AccordError } from './domain/errors.js';
import type { Logger } from './ports/logger.js';
import type { VectorStore } from './ports/vector-store.js';
import { type MigrationSide, migrateStore } from './use-cases/migrate-store.js';
import type { MigrationOutcome, MigrationRequest } from './use-cases/migrate-store-report.js';

/** A copy removes nothing; the next ingest keeps as many as are configured. */
const keep = Number.MAX_SAFE_INTEGER;

function fileVectors({ vectorStore, exactLimit }: Config): (passages: number) => VectorStore {
  const [exact, hnsw] = [createExactVectorStore(), createHnswVectorStore()];
  return (passages) => {
    const few = vectorStore === 'auto' ? passages <= exactLimit : vectorStore === 'exact';
    return few ? exact : hnsw;
  };
}

/**
 * Copies everything between the files and the database that are configured, with stores of its own,
 * closed at its end. Throws `bad-config` where there is no database.
 */
export async function composeMigration(
  config: Config,
  logger: Logger,
  { to, ...watching }: MigrationRequest,
): Promise<MigrationOutcome> {
  if (config.databaseUrl === null) {
    throw new AccordError(
      'bad-config',
      'DATABASE_URL is not set. It names the database that is copied to, or from with "--to files".',
      { facts: { variables: ['DATABASE_URL'] } },
    );
  }
  const { data: folder, state: file } = config;
  const onNotice = (notice: string) => logger.warn(notice);
  const shared = createPostgres({ url: config.databaseUrl.reveal(), folder, keep, onNotice });
  const state = createSqliteStateArchive({ file });
  const snapshots = createFileSnapshotStore({ folder, keep });
  const files: MigrationSide = {
    name: `${folder} with ${file}`,
    snapshots,
    keeping: snapshots,
    state,
    users: () => usersOf(folder),
  };
  const database: MigrationSide = {
    name: `the database ${shared.shown}`,
    snapshots: shared.snapshots,
    state: shared.archive,
    users: () => shared.users(),
  };
  try {
    if (to === 'files') {
      const vectorStoreFor = fileVectors(config);
      return await migrateStore({ from: database, to: files, vectorStoreFor, ...watching });
    }
    const { keep: keepWords } = createLexicalIndexFactory({ scorer: shared.wordScorer });
    const vectorStoreFor = () => shared.vectorStore;
    return await migrateStore({
      from: files,
      to: database,
      vectorStoreFor,
      keepWords,
      ...watching,
    });
  } finally {
    await state.close();
    await shared.close();
  }
}
