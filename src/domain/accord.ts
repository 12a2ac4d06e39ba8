import { type DateSpan, type Day, lastOf } from './partial-date.js';
import type { ParticipantType } from './participant.js';

export const accordKinds = [
  'treaty',
  'political-commitment',
  'industry-pledge',
  'membership-initiative',
] as const;
export type AccordKind = (typeof accordKinds)[number];

/**
 * Signature shows intent or support; consent binds (ratified, accepted, approved, acceded,
 * succeeded). Only treaties know consent.
 */
export const stages = ['signature', 'consent'] as const;
export type Stage = (typeof stages)[number];

/** Between these days the roster names every participant of these types at these stages. */
export interface Completeness {
  readonly from: Day;
  readonly to: Day;
  readonly types: readonly ParticipantType[];
  readonly stages: readonly Stage[];
  /**
   * `signatories`: it names who of the signatories has consented, and says nothing of others that
   * may have acceded.
   */
  readonly among: 'all' | 'signatories';
}

export interface Roster {
  readonly title: string;
  readonly url: string | null;
  /** Day on which the list was read, and on which it was last changed. */
  readonly read: Day | null;
  readonly edited: Day | null;
  readonly note: string | null;
  /** Empty when the roster is partial: silence then means unknown. */
  readonly complete: readonly Completeness[];
}

/** A figure that a source reported for a date; kept beside what the register computes. */
export interface ReportedCount {
  readonly on: DateSpan;
  readonly count: number;
  readonly type: ParticipantType | 'any';
  readonly stage: Stage | 'any';
  readonly unit: string;
  readonly source: string;
  readonly published: string | null;
  readonly note: string | null;
  /** Who was the `count`-th, where the source says so. */
  readonly participant: string | null;
}

/** Two sources that disagree; the leading one is given first, with the reason. */
export interface Dispute {
  readonly id: string;
  readonly participant: string | null;
  readonly claim: string;
  readonly source: string;
  readonly published: string | null;
  readonly leading: string;
  readonly leadingSource: string;
  readonly leadingPublished: string | null;
  readonly kind: 'contradicts' | 'refines' | 'superseded';
  readonly reason: string;
}

export interface EntryIntoForce {
  readonly status: 'in-force' | 'not-in-force';
  readonly on: Day | null;
  readonly condition: string | null;
  readonly asOf: Day | null;
  readonly source: string | null;
}

/** The words an accord uses for taking part: supporter, party, signatory, member. */
export interface AccordWords {
  readonly participant: string;
  readonly participants: string;
  /** Present: "supports", "is a party to". */
  readonly joins: string;
  /** Past: "supported", "joined". */
  readonly joined: string;
}

export interface Accord {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly aliases: readonly string[];
  /** Accords that are easily taken for this one. */
  readonly confusable: readonly string[];
  readonly kind: AccordKind;
  readonly description: string;
  readonly opened: Day | null;
  readonly adopted: Day | null;
  readonly entryIntoForce: EntryIntoForce | null;
  readonly signatureCloses: Day | null;
  readonly signatureClosesSource: string | null;
  readonly host: string | null;
  readonly url: string | null;
  readonly summary: string;
  readonly signingMeans: string;
  readonly words: AccordWords;
  readonly admits: readonly ParticipantType[];
  readonly roster: Roster | null;
  readonly counts: readonly ReportedCount[];
  readonly disputes: readonly Dispute[];
  /** Path of the roster inside the corpus, such as `paris-call/roster.csv`; null without one. */
  readonly rosterPath: string | null;
}

/** Last day for which a roster is complete for some types and stages; null when it is partial. */
export function completeUntil(roster: Roster): Day | null {
  return lastOf(roster.complete.map((part) => part.to));
}
