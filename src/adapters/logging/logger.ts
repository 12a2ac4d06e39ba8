import { pino, stdTimeFunctions } from 'pino';
import type { LogFacts, Logger } from '../../ports/logger.js';
import { readableLine } from './line.js';
import { redactFacts, scrubber } from './redact.js';

export interface LoggingOptions {
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Values that never reach the log, wherever in a message or fact they stand. */
  readonly secrets: readonly { readonly reveal: () => string }[];
}

/** Where whole lines go. At a terminal they are for a person; elsewhere JSON, an object a line. */
export interface LogOutput {
  readonly isTTY?: boolean;
  write(line: string): unknown;
}

/** A logger on pino. Keys that name secrets, and the secrets themselves, are redacted. */
export function createLogger({ logLevel, secrets }: LoggingOptions, output: LogOutput): Logger {
  const scrub = scrubber(secrets.map((secret) => secret.reveal()));
  const log = pino(
    {
      level: logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => output.write(scrub(output.isTTY ? readableLine(line) : line)) },
  );
  const bind = (always: LogFacts): Logger => {
    const facts = (own: LogFacts = {}) => redactFacts({ ...always, ...own });
    return {
      debug: (message, own) => log.debug(facts(own), message),
      info: (message, own) => log.info(facts(own), message),
      warn: (message, own) => log.warn(facts(own), message),
      error: (message, own) => log.error(facts(own), message),
      with: (own) => bind({ ...always, ...own }),
    };
  };
  return bind({});
}
