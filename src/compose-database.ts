import { createPostgres, type Postgres } from './adapters/postgres/postgres.js';
import type { Config } from './config.js';
import type { Logger } from './ports/logger.js';

/**
 * What several processes share, in PostgreSQL; null where no database is configured. Apart from
 * `compose`, for a folder needs none of its libraries. Nothing is opened before it is used.
 */
export function composeDatabase(config: Config, logger: Logger): Postgres | null {
  if (config.databaseUrl === null) return null;
  return createPostgres({
    url: config.databaseUrl.reveal(),
    replicaUrl: config.databaseReplicaUrl?.reveal() ?? null,
    folder: config.data,
    keep: config.keepSnapshots,
    onNotice: (notice) => logger.warn(notice),
  });
}
