import { AccordError, type ErrorCode } from '../../domain/errors.js';

/** An `AccordError` as data, for classes do not survive the way between threads. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The facts of any error; `complaint` says what cannot be done, and a reason is put behind it. */
export function errorFacts(
  error: unknown,
  complaint: string,
  facts: Readonly<Record<string, unknown>> = {},
): ErrorFacts {
  if (error instanceof AccordError) {
    return { code: error.code, message: error.message, facts: error.facts };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'model-damaged',
    message: `${complaint}: ${reason}`,
    facts: { ...facts, reason },
  };
}
