/** What went wrong, in a word that code and admins can search for. */
export type ErrorCode =
  | 'bad-config'
  | 'bad-usage'
  | 'bad-corpus'
  | 'empty-corpus'
  | 'no-snapshot'
  | 'damaged-snapshot'
  | 'embedder-mismatch'
  | 'model-missing'
  | 'model-damaged'
  | 'not-found'
  | 'locked'
  | 'cannot-write'
  | 'cancelled'
  | 'ingest-failed'
  | 'bad-file'
  | 'state-unavailable'
  | 'model-unavailable'
  | 'model-busy'
  | 'model-slow';

/**
 * A surprise. The message names the file, line or variable and says what to do; facts carry the
 * same for machines. Expected outcomes are values, never errors.
 */
export class AccordError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly facts?: Readonly<Record<string, unknown>>; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AccordError';
    this.code = code;
    this.facts = options.facts ?? {};
  }
}
