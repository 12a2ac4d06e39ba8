import type { Answer, Status } from '../domain/answer.js';
import type { Claim } from '../domain/claim.js';
import type { Day } from '../domain/partial-date.js';
import type { ParticipantType } from '../domain/participant.js';
import type {
  AccordSummary,
  Check,
  ConflictReport,
  IngestProgress,
  IngestReport,
  SearchHit,
  SignatoryList,
  SnapshotDifference,
  SnapshotSummary,
} from '../domain/reports.js';

/** What every front (terminal, chat, scripts) can ask of the product. */
export interface Application {
  /** True when a snapshot is there to answer from. */
  ready(): Promise<boolean>;
  /** Builds a snapshot from the corpus and makes it current. Nothing changed: the same snapshot. */
  ingest(options?: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: IngestProgress) => void;
  }): Promise<IngestReport>;
  ask(question: string, options?: { readonly asOf?: Day }): Promise<Answer>;
  search(query: string, options: { readonly limit: number }): Promise<readonly SearchHit[]>;
  claims(filter: {
    readonly accord?: string;
    readonly article?: string;
  }): Promise<readonly Claim[]>;
  signatories(query: {
    readonly accord: string;
    readonly status?: Status;
    readonly bloc?: string;
    readonly type?: ParticipantType;
    readonly asOf?: Day;
  }): Promise<SignatoryList>;
  accords(): Promise<readonly AccordSummary[]>;
  conflicts(accord?: string): Promise<readonly ConflictReport[]>;
  snapshots(): Promise<readonly SnapshotSummary[]>;
  rollback(id: string): Promise<SnapshotSummary>;
  diff(from: string, to: string): Promise<SnapshotDifference>;
  /** Checks of versions, model, corpus, snapshot and configuration. */
  doctor(): Promise<readonly Check[]>;
  /** Frees the model's worker and native memory. */
  close(): Promise<void>;
}
