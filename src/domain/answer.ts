import type { ClaimKind } from './claim.js';
import type { Day } from './partial-date.js';
import type { ParticipantType } from './participant.js';

export type Verdict = 'yes' | 'no' | 'unknown';

/** Status of a participant on a date, as answers give it. */
export const statuses = [
  'participates',
  'withdrew',
  'declined',
  'undecided',
  'announced',
  'absent',
  'unknown',
] as const;
export type Status = (typeof statuses)[number];

export interface AnswerParticipant {
  readonly id: string;
  readonly name: string;
  readonly type: ParticipantType;
  readonly status: Status;
  readonly action: ClaimKind | null;
  /** EDTF; null when no source dates it. */
  readonly on: string | null;
  readonly accord: string;
}

export interface Citation {
  /** The number in `[n]`, counted from 1. */
  readonly n: number;
  readonly title: string;
  readonly url: string | null;
  /** EDTF; null when the source is undated. */
  readonly published: string | null;
  /** Path inside the corpus. */
  readonly article: string;
  readonly quote: string;
}

export interface Contradiction {
  readonly claim: string;
  readonly source: string;
  readonly published: string | null;
  readonly leading: string;
  readonly leadingSource: string;
  readonly leadingPublished: string | null;
  readonly reason: string;
}

/** How a closed set divides on a date; the parts add up to `total`. */
export type StatusCounts = Readonly<Record<Status, number>> & { readonly total: number };

/** How a language model took part in an answer. */
export interface Writing {
  /** Model and version of the prompt; null when its words were not used. */
  readonly by: string | null;
  /** Sentences of the model's that were left out, since no source carries them. */
  readonly leftOut: number;
  /** Why its words were not used; null when they were. */
  readonly setback: string | null;
}

/** One answer for every front: terminal, JSON and chat present the same value. */
export interface Answer {
  readonly kind: 'register' | 'passages' | 'unanswered';
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly accords: readonly string[];
  readonly participants: readonly AnswerParticipant[];
  readonly count: number | null;
  /** EDTF. */
  readonly date: string | null;
  readonly asOf: Day | null;
  readonly citations: readonly Citation[];
  readonly contradictions: readonly Contradiction[];
  readonly counts: StatusCounts | null;
  /** Why there is no answer; null when there is one. */
  readonly reason: string | null;
  /** 0 to 1; separates questions that the corpus answers from those that it does not. */
  readonly confidence: number;
  readonly snapshot: string;
  readonly elapsedMs: number;
  /** Missing where no language model is configured or none was needed. */
  readonly writing?: Writing;
}
