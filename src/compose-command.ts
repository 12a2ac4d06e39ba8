import { compose, ingestProcessOf } from './compose.js';
import { composeDatabase } from './compose-database.js';
import { composeModel } from './compose-model.js';
import type { Config } from './config.js';
import type { Logger } from './ports/logger.js';
import type { Application } from './use-cases/application.js';
import type { Migrate } from './use-cases/migrate-store-report.js';
import { createTape, type Tape } from './use-cases/model/evaluate-tape.js';

/** The product for one command, with the language model and the database that are configured. */
export async function composeCommand(
  config: Config,
  logger: Logger,
): Promise<{
  readonly application: Application;
  readonly tape: Tape | undefined;
  readonly migrate: Migrate;
  /** Makes this process a worker; gives what ends it. Null where no database is shared. */
  readonly work: (() => () => Promise<void>) | null;
}> {
  const [desk, database] = await Promise.all([
    composeModel(config, logger),
    composeDatabase(config, logger),
  ]);
  const tape = desk ? createTape() : undefined;
  const model = (desk && tape?.around(desk)) ?? null;
  return {
    application: compose(config, logger, { model, database }),
    tape,
    migrate: async (request) => {
      const { composeMigration } = await import('./compose-migration.js');
      return composeMigration(config, logger, request);
    },
    work: database && (() => database.work(ingestProcessOf(config))),
  };
}
