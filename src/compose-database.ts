import type { Postgres } from './adapters/postgres/postgres.js';
import type { Config } from './config.js';
import type { Logger } from './ports/logger.js';

/**
 * What several processes share, in PostgreSQL; null where no database is configured, and then its
 * libraries are not loaded. Nothing is opened before it is used.
 */
export async function composeDatabase(config: Config, logger: Logger): Promise<Postgres | null> {
  if (config.databaseUrl === null) return null;
  const { createPostgres } = await import('./adapters/postgres/postgres.js');
  return createPostgres({
    url: config.databaseUrl.reveal(),
    replicaUrl: config.databaseReplicaUrl?.reveal() ?? null,
    folder: config.data,
    keep: config.keepSnapshots,
    onNotice: (notice) => logger.warn(notice),
  });
}
