import type { AnswerParticipant, Citation, Contradiction, Status, StatusCounts } from './answer.js';
import type { ClaimKind } from './claim.js';
import type { ModelReading } from './model-reading.js';
import type { Day } from './partial-date.js';
import type { ParticipantType } from './participant.js';
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

/** What an ingest would find; nothing is asked, computed or written. */
export interface IngestPreview {
  readonly articles: IngestReport['articles'];
  /** Of the register; null where a model has to be asked before anyone knows. */
  readonly changes: readonly RegisterChange[] | null;
  /** Null where no model reads. */
  readonly reading: Pick<ModelReading, 'by' | 'articles' | 'spent'> | null;
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
  /** Missing where no model was asked. */
  readonly reading?: ModelReading;
  readonly changes: readonly RegisterChange[];
  /** Disagreements between sources that the snapshot before did not have. */
  readonly conflicts: readonly ConflictReport[];
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

/** Whether the files of snapshots are as they were written. */
export interface SnapshotVerdicts {
  /** Null when there is none, or when what names it is spoilt. */
  readonly current: string | null;
  /** What is wrong with that which names the current one; null: nothing. */
  readonly pointer: string | null;
  readonly snapshots: readonly SnapshotVerdict[];
}

export interface SnapshotVerdict {
  readonly id: string;
  readonly current: boolean;
  readonly sound: boolean;
  /** Reason null: sound. Without a sound manifest nothing vouches for the other files. */
  readonly files: readonly { readonly name: string; readonly reason: string | null }[];
}

/** What was removed and what was not. */
export interface SnapshotSweep {
  readonly removed: readonly { readonly name: string; readonly why: 'unfinished' | 'surplus' }[];
  /** Snapshots beyond the number kept that have to stay. */
  readonly spared: readonly { readonly id: string; readonly why: 'current' | 'in use' }[];
}

/** One line of `accord doctor`. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'problem';
  readonly detail: string;
}

/** A participant's way through one accord, for a timeline. */
export interface ParticipantEntry {
  readonly accord: { readonly id: string; readonly title: string; readonly short: string };
  /** Standing on the last day that the corpus knows of. */
  readonly standing: AnswerParticipant;
  readonly asOf: Day;
  /** Every sourced act, the earliest first; undated ones last. */
  readonly acts: readonly {
    readonly kind: ClaimKind;
    /** EDTF; null when no source dates it. */
    readonly on: string | null;
    /** The act as a clause: "signed the Budapest Convention on 23 November 2001". */
    readonly text: string;
    readonly source: string;
    readonly url: string | null;
    readonly reported: string | null;
    readonly quote: string;
  }[];
  readonly basis: string;
}

export interface ParticipantRecord {
  readonly id: string;
  readonly name: string;
  readonly type: ParticipantType;
  readonly entries: readonly ParticipantEntry[];
}

/** One closed set held against two accords. The four parts and `unknown` add up to `total`. */
export interface AccordComparison {
  readonly a: { readonly id: string; readonly short: string; readonly asOf: Day };
  readonly b: { readonly id: string; readonly short: string; readonly asOf: Day };
  readonly bloc: string | null;
  readonly both: readonly AnswerParticipant[];
  readonly onlyA: readonly AnswerParticipant[];
  readonly onlyB: readonly AnswerParticipant[];
  readonly neither: readonly AnswerParticipant[];
  /** Those whose status in one of the two no source tells. */
  readonly unknown: readonly AnswerParticipant[];
  readonly total: number;
  /** Rosters behind it, a sentence each. */
  readonly basis: readonly string[];
}

/** What the register says of one thing that a text claims. */
export interface CheckedStatement {
  /** The sentence of the text, verbatim. */
  readonly quote: string;
  readonly accord: string;
  readonly participant: { readonly id: string; readonly name: string };
  /** What the text claims, as a clause. */
  readonly claimed: string;
  readonly finding: 'borne-out' | 'contradicted' | 'untold';
  /** What the register says, a sentence or two with `[n]`. */
  readonly text: string;
}

export interface CheckReport {
  readonly statements: readonly CheckedStatement[];
  readonly citations: readonly Citation[];
  readonly asOf: Day | null;
  readonly snapshot: string;
}

export interface AccordDetails {
  readonly summary: AccordSummary;
  readonly aliases: readonly string[];
  /** Date it was opened, adopted, in force, as far as known, as lines "Opened: 12 November 2018". */
  readonly facts: readonly string[];
  /** Names that are taken for it but are another thing. */
  readonly notToConfuse: readonly string[];
  readonly counts: StatusCounts;
  readonly basis: string;
  readonly articles: readonly {
    readonly path: string;
    readonly title: string;
    readonly url: string | null;
    readonly published: string | null;
  }[];
}

/** Something that can be named while typing. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
}
