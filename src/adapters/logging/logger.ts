import { pino, stdTimeFunctions } from 'pino';
import type { LogFacts, Logger } from '../../ports/logger.js';
import { readableLine } from './line.js';
import { redactFacts, scrubber } from './redact.js';

export interface LoggingOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** True: a line for a person. False: JSON, one object a line, for machines. */
  readonly readable: boolean;
  /** Values that never reach the log, wherever in a message or fact they stand. */
  readonly secrets: readonly string[];
  /** Takes whole lines, each with its line end. */
  readonly write: (line: string) => void;
}

/** A logger on pino. Keys that name secrets, and the secrets themselves, are redacted. */
export function createLogger({ level, readable, secrets, write }: LoggingOptions): Logger {
  const scrub = scrubber(secrets);
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(scrub(readable ? readableLine(line) : line)) },
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
