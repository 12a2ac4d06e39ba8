import { compose, ingestProcessOf } from './compose.js';
import { composeDatabase } from './compose-database.js';
import { composeModel } from './compose-model.js';
import type { Config } from './config.js';
import type { Logger } from './ports/logger.js';
import type { Application } from './use-cases/application.js';
import { createTape, type Tape } from './use-cases/model/evaluate-tape.js';

/** The product for one command, with the language model and the database that are configured. */
export async function composeCommand(
  config: Config,
  logger: Logger,
): Promise<{
  readonly application: Application;
  readonly tape: Tape | undefined;
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
    work: database && (() => database.work(ingestProcessOf(config))),
  };
}
