import type { IngestProgress } from '../../domain/reports.js';

export interface IngestOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** False: the snapshot does not become current. @default true */
  readonly activate?: boolean;
}
