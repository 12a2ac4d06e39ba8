import type { Accord, Stage } from '../accord.js';
import type { Status } from '../answer.js';
import type { Claim } from '../claim.js';
import type { DateSpan, Day } from '../partial-date.js';
import type { Participant } from '../participant.js';

/** A step into or out of an accord, with the days on which it may have changed the status. */
export interface Step {
  readonly claim: Claim;
  readonly span: DateSpan;
  readonly joins: boolean;
}

/** The claims that may decide one participant's status, sorted by what they are for. */
export interface Dossier {
  /** In order of time, the earliest first; vague sources of closely dated acts are left out. */
  readonly steps: Readonly<Record<Stage, readonly Step[]>>;
  readonly attitudes: readonly Claim[];
  /** "Has not ratified" tells of consent only; other absences tell of both stages. */
  readonly absences: Readonly<Record<Stage, readonly Claim[]>>;
  readonly signed: boolean;
}

/** Why a status was derived. */
type Basis = 'claim' | 'roster-silence' | 'joined-later' | 'between' | 'not-admitted' | 'no-source';

/** What the register knows of one participant in one accord on one day. */
export interface Standing {
  readonly accord: string;
  readonly participant: string;
  readonly day: Day;
  readonly status: Status;
  readonly basis: Basis;
  /** How far it had gone; null when it does not take part. */
  readonly stage: Stage | null;
  /** The claim that decides, when one does. */
  readonly claim: Claim | null;
  /** When the deciding action changed the status; for `between`, the days it may have been. */
  readonly on: DateSpan | null;
  /** Day for which the deciding source vouches. */
  readonly vouched: Day | null;
}

/** All claims of a snapshot, looked up by accord and participant. */
export interface Register {
  readonly accords: ReadonlyMap<string, Accord>;
  readonly participants: ReadonlyMap<string, Participant>;
  /** Ids of the states that a question about "all states" ranges over. */
  readonly states: readonly string[];
  claimsOf(accord: string, participant: string): readonly Claim[];
  claimsOn(accord: string): readonly Claim[];
  /** What may decide a participant's status in an accord, sorted once. */
  dossier(accord: string, participant: string): Dossier;
  /** What was derived for an accord at a stage: kept for the day asked of last, and mutable. */
  standings(accord: string, stage: Stage, day: Day): Map<string, Standing>;
  /** Ids of every participant that a claim on the accord names. */
  named(accord: string): readonly string[];
  /** Last day of which the corpus knows anything about the accord; null without dated claims. */
  knownUntil(accord: string): Day | null;
  /** Day on which the corpus was read: what an undated source says had been said by then. */
  readonly learned: Day;
  /** The days on which a claim's action may have changed a status. */
  spanOf(claim: Claim): DateSpan;
  /** Last day on which a source that counts has a participant joining; null when none is dated. */
  lastJoin(accord: string): Day | null;
}
