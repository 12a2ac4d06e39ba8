import type { ErrorCode } from '../../domain/errors.js';
import type { IngestProgress, IngestReport } from '../../domain/reports.js';

/** What the process that answers tells the one that ingests. */
export type Order =
  | { readonly kind: 'run'; readonly settings: unknown; readonly activate: boolean }
  | { readonly kind: 'stop' };

export interface Failure {
  /** Null for an error that is none of ours. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What it is told back: progress, then one of the others. */
export type Word =
  | { readonly kind: 'progress'; readonly progress: IngestProgress }
  | { readonly kind: 'done'; readonly report: IngestReport }
  | { readonly kind: 'failed'; readonly failure: Failure };
