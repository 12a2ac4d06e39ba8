import type { AnswerParticipant, Contradiction, Status, StatusCounts } from './answer.js';
import type { Day } from './partial-date.js';
import type { CorpusFailure } from './snapshot.js';

/** A change of the register between two snapshots. */
export interface RegisterChange {
  readonly accord: string;
  readonly participant: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Status, action and date before and after, as a person reads them; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface IngestReport {
  readonly snapshot: string;
  readonly articles: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
    readonly failed: readonly CorpusFailure[];
    readonly duplicates: readonly { readonly path: string; readonly of: string }[];
  };
  readonly passages: number;
  /** Passages whose vectors had to be computed; the rest came from the snapshot before. */
  readonly embedded: number;
  readonly claims: number;
  readonly changes: readonly RegisterChange[];
  readonly elapsedMs: number;
}

export interface IngestProgress {
  readonly stage: 'reading' | 'extracting' | 'embedding' | 'indexing' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface SearchHit {
  readonly rank: number;
  readonly score: number;
  /** Path of the article. */
  readonly article: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly text: string;
}

export interface SignatoryList {
  readonly accord: { readonly id: string; readonly title: string; readonly short: string };
  /** Day for which the statuses hold. */
  readonly asOf: Day;
  readonly status: Status | null;
  readonly bloc: string | null;
  readonly type: string | null;
  readonly participants: readonly (AnswerParticipant & { readonly source: string | null })[];
  /** Of the closed set before `status` narrows it. */
  readonly counts: StatusCounts;
  /** Which roster of which date stands behind it, as a sentence. */
  readonly basis: string;
}

export interface AccordSummary {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly kind: string;
  readonly opened: Day | null;
  readonly states: number;
  readonly participants: number;
  readonly claims: number;
  readonly articles: number;
  readonly rosterAsOf: Day | null;
  readonly complete: boolean;
  readonly url: string | null;
}

export type ConflictReport = Contradiction & {
  readonly accord: string;
  readonly participant: string | null;
};

export interface SnapshotSummary {
  readonly id: string;
  readonly createdAt: string;
  readonly current: boolean;
  readonly articles: number;
  readonly passages: number;
  readonly claims: number;
  readonly embedder: string;
}

export interface SnapshotDifference {
  readonly from: string;
  readonly to: string;
  readonly articles: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  readonly changes: readonly RegisterChange[];
}

/** One line of `accord doctor`. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'problem';
  readonly detail: string;
}
