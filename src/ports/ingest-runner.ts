import type { IngestProgress, IngestReport } from '../domain/reports.js';

export interface IngestOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** False: the snapshot is built aside and does not become current. @default true */
  readonly activate?: boolean;
}

/** Where ingests run: a long-running front has them done where they do not hold up questions. */
export interface IngestRunner {
  /**
   * Rejects with the signal's reason once it is aborted, then nothing is left behind; with the
   * ingest's own `AccordError`; with `ingest-failed` when it ended without a word.
   */
  run(options?: IngestOptions): Promise<IngestReport>;
}
