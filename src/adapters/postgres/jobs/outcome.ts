import { AccordError, type ErrorCode } from '../../../domain/errors.js';
import type { IngestProgress, IngestReport } from '../../../domain/reports.js';

/** Channel on which those at work and those who wait talk. */
export const channel = 'accord_jobs';

/** What is said on the channel of a job: small, for the server takes 8,000 bytes at most. */
export type Word = { readonly job: string } & (
  | { readonly kind: 'progress'; readonly progress: IngestProgress }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancel' }
);

/** What a job leaves. A failure of the ingest is an outcome: only a dead worker's job is redone. */
export type Outcome =
  | { readonly kind: 'done'; readonly report: IngestReport }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode | null;
      readonly message: string;
      readonly facts: Readonly<Record<string, unknown>>;
    };

export function failureOf(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof AccordError)) return { kind: 'failed', code: null, message, facts: {} };
  return { kind: 'failed', code: error.code, message, facts: error.facts };
}

/** The report; throws what the ingest threw. */
export function reportOf(outcome: Outcome): IngestReport {
  if (outcome.kind === 'done') return outcome.report;
  const { code, message, facts } = outcome;
  throw new AccordError(code ?? 'ingest-failed', message, { facts });
}

/** Null for what is no word of this protocol. */
export function parseWord(payload: string | null): Word | null {
  try {
    const word = JSON.parse(payload ?? '');
    return typeof word.job === 'string' ? word : null;
  } catch {
    return null;
  }
}
