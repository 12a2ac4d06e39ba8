import { compose } from './compose.js';
import type { Config } from './config.js';
import type { Logger } from './ports/logger.js';
import type { Application } from './use-cases/application.js';
import { createTape, type Tape } from './use-cases/model/evaluate-tape.js';

/** The product for one command, with the language model and the database that are configured. */
export async function composeCommand(
  config: Config,
  logger: Logger,
): Promise<{ readonly application: Application; readonly tape: Tape | undefined }> {
  const tape = config.model ? createTape() : undefined;
  const model = config.model
    ? (await import('./compose-model.js')).composeModel(config.model, logger)
    : null;
  const database = config.databaseUrl
    ? (await import('./compose-database.js')).composeDatabase(config, logger)
    : null;
  const taped = model && tape ? tape.around(model) : null;
  return { application: compose(config, logger, { model: taped, database }), tape };
}
