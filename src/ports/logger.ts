/** Facts beside a message: paths, counts, codes, an `error`. Secrets in them are redacted. */
export type LogFacts = Readonly<Record<string, unknown>>;

/** Where running notes go; never to standard output, which belongs to answers. */
export interface Logger {
  /** For whoever develops the product: what was decided, with figures. */
  debug(message: string, facts?: LogFacts): void;
  /** For whoever runs it: what happened. */
  info(message: string, facts?: LogFacts): void;
  /** Something is odd but the work went on. */
  warn(message: string, facts?: LogFacts): void;
  /** Something asked for did not happen. */
  error(message: string, facts?: LogFacts): void;
  /** A logger that adds these facts to every message. */
  with(facts: LogFacts): Logger;
}
