import type { Stage } from './accord.js';
import type { DateSpan, Day } from './partial-date.js';
import type { ParticipantType } from './participant.js';

/** What a participant did, or said that it would or would not do. */
const actions = [
  'signed',
  'ratified',
  'accepted',
  'approved',
  'acceded',
  'succeeded',
  'supported',
  'withdrew',
  'announced',
  'declined',
  'undecided',
] as const;

/** `absent`: the source says that the participant had not taken part when it was written. */
export const claimKinds = [...actions, 'absent'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export type Confidence = 'high' | 'medium' | 'low';

/** Where a claim stands: down to the line of a roster or the characters of an article. */
export interface Provenance {
  readonly by: 'roster' | 'article';
  /** Path inside the corpus. */
  readonly article: string;
  /** Line of a roster, counted from 1. */
  readonly line: number | null;
  /** Offsets into the article's text, end excluded. */
  readonly start: number | null;
  readonly end: number | null;
  /** The words of the source, verbatim: the roster's line or the article's sentence. */
  readonly quote: string;
  readonly url: string | null;
  /** Date of publication of the source, EDTF; null when undated. */
  readonly published: string | null;
}

/** One source saying that one participant took, or had not taken, one action. */
export interface Claim {
  readonly accord: string;
  readonly participant: {
    readonly id: string;
    readonly name: string;
    readonly type: ParticipantType;
  };
  readonly kind: ClaimKind;
  /** When it was done; null when no source says and nothing bounds it. */
  readonly on: DateSpan | null;
  /** When it took effect, where that is another day than `on`. */
  readonly effective: DateSpan | null;
  /** The date for which the source vouches. */
  readonly reported: DateSpan | null;
  readonly confidence: Confidence;
  readonly note: string | null;
  readonly provenance: Provenance;
}

const consenting: ReadonlySet<ClaimKind> = new Set([
  'ratified',
  'accepted',
  'approved',
  'acceded',
  'succeeded',
]);
const joining: ReadonlySet<ClaimKind> = new Set([...consenting, 'signed', 'supported']);

/** True for actions by which a participant takes part. */
export function isJoining(kind: ClaimKind): boolean {
  return joining.has(kind);
}

/** True for actions that bind under a treaty. */
export function isConsent(kind: ClaimKind): boolean {
  return consenting.has(kind);
}

/** True when the action takes the participant to `stage` or beyond. */
export function reaches(kind: ClaimKind, stage: Stage): boolean {
  return stage === 'consent' ? consenting.has(kind) : joining.has(kind);
}

/**
 * The span in which a claim's action changed the participant's status. Without a date of its own
 * it lies between the accord's opening and the day for which the source vouches.
 */
export function statusSpan(claim: Claim, opened: Day | null): DateSpan {
  return (
    claim.effective ?? claim.on ?? { earliest: opened, latest: claim.reported?.latest ?? null }
  );
}
