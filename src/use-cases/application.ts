import type { Answer, Status } from '../domain/answer.js';
import type { Claim } from '../domain/claim.js';
import type { Turn } from '../domain/community.js';
import type { Day } from '../domain/partial-date.js';
import type { ParticipantType } from '../domain/participant.js';
import type {
  AccordComparison,
  AccordDetails,
  AccordSummary,
  Check,
  CheckReport,
  ConflictReport,
  IngestPreview,
  IngestProgress,
  IngestReport,
  ParticipantRecord,
  SearchHit,
  SignatoryList,
  SnapshotDifference,
  SnapshotSummary,
  SnapshotSweep,
  SnapshotVerdicts,
  Suggestion,
} from '../domain/reports.js';

export interface AskOptions {
  readonly asOf?: Day;
  /** The accord meant when the question names none, in place of the configured one. */
  readonly accord?: string;
  /** Answers from this snapshot. Throws `not-found`. @default the current one */
  readonly snapshot?: string;
  /** On whose account a language model works. */
  readonly account?: { readonly user: string; readonly guild: string | null };
  /** Fires when nobody waits any more. */
  readonly signal?: AbortSignal;
  /** Told an answer of a language model as it grows: what is checked of it so far. */
  readonly onText?: (text: string) => void;
}

/** What every front (terminal, chat, scripts) can ask of the product. */
export interface Application {
  /** True when a snapshot is there to answer from. */
  ready(): Promise<boolean>;
  /** Builds a snapshot from the corpus and makes it current. Nothing changed: the same snapshot. */
  ingest(options?: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: IngestProgress) => void;
    /** False: the snapshot is built aside and does not become current. @default true */
    readonly activate?: boolean;
  }): Promise<IngestReport>;
  /** What an ingest would find and cost; nothing is asked of a server and nothing is written. */
  preview(options?: { readonly signal?: AbortSignal }): Promise<IngestPreview>;
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /**
   * The question as it stands alone after what was said before: "and China?" after "has the US
   * signed the Paris Call?" is "has China signed the Paris Call?".
   */
  standalone(question: string, turns: readonly Turn[]): Promise<string>;
  /** Completions of what someone types: names, aliases, slips of a letter or two. */
  suggest(
    kind: 'accord' | 'participant' | 'bloc',
    typed: string,
    limit: number,
  ): Promise<readonly Suggestion[]>;
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
  /** Throws `not-found` with the nearest names. */
  accord(name: string): Promise<AccordDetails>;
  /** What one participant did, over all accords or in one. Throws `not-found`. */
  participant(query: {
    readonly participant: string;
    readonly accord?: string;
  }): Promise<ParticipantRecord>;
  /** States, or members of a bloc, in both accords, in one, in neither. Throws `not-found`. */
  compare(query: {
    readonly a: string;
    readonly b: string;
    readonly bloc?: string;
    readonly asOf?: Day;
  }): Promise<AccordComparison>;
  /** Holds what a text claims about participants against the register. */
  check(text: string): Promise<CheckReport>;
  conflicts(accord?: string): Promise<readonly ConflictReport[]>;
  snapshots(): Promise<readonly SnapshotSummary[]>;
  rollback(id: string): Promise<SnapshotSummary>;
  diff(from: string, to: string): Promise<SnapshotDifference>;
  /** Whether every file of one snapshot, or of all, is as it was written. Throws `not-found`. */
  verify(id?: string): Promise<SnapshotVerdicts>;
  /** Removes what is left over; never what is current or being read. Throws `locked`. */
  sweep(): Promise<SnapshotSweep>;
  /**
   * Where the current snapshot is damaged, ingests anew upon the newest sound one; where the
   * corpus cannot be ingested, makes that one current.
   */
  repair(): Promise<readonly Check[]>;
  /** Checks of versions, model, corpus, snapshot and configuration. */
  doctor(): Promise<readonly Check[]>;
  /** Frees the model's worker and native memory. */
  close(): Promise<void>;
}
