import { config } from 'dotenv';
import type { Environment } from './config/environment.js';
import { AccordError } from './domain/errors.js';

/** No such file, or a folder of that name, in which other programs keep their own. */
const absent = new Set(['ENOENT', 'EISDIR']);

/** The file `.env` of the working folder. */
export interface EnvFile {
  readonly variables: Environment;
  /**
   * Throws `bad-config` where the file is there and cannot be read: a bot that may not read its
   * token would go on as if it had none.
   */
  assertRead(): void;
}

export function readEnvFile(path = '.env'): EnvFile {
  const variables: Record<string, string> = {};
  const error: NodeJS.ErrnoException | undefined = config({
    path,
    quiet: true,
    processEnv: variables,
  }).error;
  return {
    variables,
    assertRead: () => {
      if (error === undefined || absent.has(error.code ?? '')) return;
      const why = error.code === 'EACCES' ? 'this user has no right to' : error.message;
      throw new AccordError(
        'bad-config',
        `The file .env of the working folder cannot be read: ${why}. Let this user read it, or set the variables in the environment and move the file away.`,
        { facts: { variables: [] }, cause: error },
      );
    },
  };
}
