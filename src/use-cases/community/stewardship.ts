import type { Asker, AuditEntry, GuildSettings, PreparedSnapshot } from '../../domain/community.js';
import type { IngestProgress, IngestReport, SnapshotSummary } from '../../domain/reports.js';
import type { NewArticle } from '../../ports/corpus-keeper.js';

/** Who does it and where; kept in the audit log. */
export type Steward = Pick<Asker, 'user' | 'guild'>;

/** What came of a re-ingest: made current, waiting for a confirmation, or nothing to do. */
export type Reingested =
  | { readonly kind: 'current'; readonly report: IngestReport }
  | {
      readonly kind: 'waiting';
      readonly report: IngestReport;
      readonly prepared: PreparedSnapshot;
    }
  | { readonly kind: 'unchanged'; readonly report: IngestReport };

/** What the keepers of the corpus do. Every act is written to the audit log, failed ones too. */
export interface Stewardship {
  /**
   * Builds a snapshot and makes it current. One that would remove participants from the register
   * or more than 5 % of its claims waits instead; so does every one with `dryRun`. Throws `locked`
   * while another runs and `cancelled` when the signal fires.
   */
  reingest(
    steward: Steward,
    options: {
      readonly dryRun?: boolean;
      readonly signal?: AbortSignal;
      readonly onProgress?: (progress: IngestProgress) => void;
    },
  ): Promise<Reingested>;
  /** Makes a prepared snapshot current. Throws `not-found` when it is gone. */
  confirm(steward: Steward, snapshot: string): Promise<SnapshotSummary>;
  /** Leaves a prepared snapshot unused. */
  decline(steward: Steward, snapshot: string): Promise<void>;
  /** Stores the article, then re-ingests; a file that fails to be read is taken out again. */
  add(
    steward: Steward,
    article: NewArticle,
    options: { readonly signal?: AbortSignal },
  ): Promise<{ readonly path: string; readonly outcome: Reingested }>;
  /** Removes a file of the corpus, then re-ingests. Throws `not-found`. */
  remove(steward: Steward, path: string): Promise<Reingested>;
  rollback(steward: Steward, snapshot: string): Promise<SnapshotSummary>;
  configure(
    steward: Steward & { readonly guild: string },
    change: Partial<GuildSettings>,
  ): Promise<GuildSettings>;
  /** Notes that somebody without the right tried an act. */
  refuse(steward: Steward, detail: string): Promise<void>;
  files(): Promise<readonly string[]>;
  audit(guild: string | null, limit: number): Promise<readonly AuditEntry[]>;
}
