import type { Day } from './partial-date.js';
import type { ParticipantType } from './participant.js';

/** What a participant is asked to have done. Negation is a predicate of its own. */
export const predicates = [
  'participates',
  /** As `participates`, dated by the first act and not by the one that binds. */
  'signed',
  'bound',
  'signatory-only',
  'outside',
  'not-bound',
  'withdrew',
  'declined',
  'undecided',
  'announced',
] as const;
export type Predicate = (typeof predicates)[number];

/**
 * How several accords are combined: in every one, in some one, in the first but no other, in none.
 * With one accord all of them mean the same, except that `none` is not used.
 */
export const combinations = ['all', 'any', 'minus', 'none'] as const;
export type Combination = (typeof combinations)[number];

/** The day or days that a question speaks of. */
export type Moment =
  | { readonly kind: 'now' }
  /** Status at the end of that day. */
  | { readonly kind: 'day'; readonly day: Day }
  /** So many years after the accord was opened; 0 is its first day. */
  | { readonly kind: 'launch'; readonly years: number }
  /** The action fell between these days, both included; null is open. */
  | { readonly kind: 'during'; readonly from: Day | null; readonly to: Day | null };

/** The closed set that a list or a count ranges over. All that is given must hold. */
export interface Scope {
  readonly bloc: string | null;
  readonly region: string | null;
  /** Seat of non-states, or the states themselves, alpha-3. */
  readonly country: string | null;
  readonly type: ParticipantType | 'any' | null;
}

/** A name as asked; several ids where it is ambiguous, such as "Congo". */
export interface Named {
  readonly text: string;
  readonly ids: readonly string[];
}

export type AccordFact = 'definition' | 'in-force' | 'binding' | 'deadline' | 'opened' | 'adopted';

/** The closed grammar of questions that the register computes. */
export type RegisterQuery =
  | {
      readonly ask: 'list' | 'count' | 'every' | 'some';
      readonly accords: readonly string[];
      readonly combine: Combination;
      readonly predicate: Predicate;
      readonly scope: Scope;
      readonly when: Moment;
    }
  | {
      /** `which`: those of the participants that fit. */
      readonly ask: 'whether' | 'which' | 'when' | 'status';
      readonly participants: readonly Named[];
      readonly accords: readonly string[];
      readonly combine: Combination;
      readonly predicate: Predicate;
      readonly when: Moment;
      /** Whether an act is asked for ("has it signed") and not a status ("is it in"). */
      readonly act: boolean;
    }
  | {
      readonly ask: 'compare';
      readonly participants: readonly Named[];
      readonly accords: readonly string[];
      readonly moments: readonly Moment[];
    }
  | {
      readonly ask: 'accords';
      readonly participants: readonly Named[];
      readonly predicate: Predicate;
      readonly when: Moment;
    }
  | { readonly ask: 'fact'; readonly accord: string; readonly fact: AccordFact }
  | {
      readonly ask: 'nth';
      readonly accord: string;
      readonly ordinal: number;
      readonly participant: Named | null;
    }
  | {
      /** Who did it before all others, or after them; or whether the participant did. */
      readonly ask: 'first' | 'last';
      readonly accord: string;
      readonly predicate: 'participates' | 'signed' | 'bound' | 'withdrew';
      readonly scope: Scope;
      readonly participant: Named | null;
    }
  | {
      /** Which of several accords counts more of a type. */
      readonly ask: 'more';
      /** With `whether`, the first accord is held against the others. */
      readonly whether: boolean;
      readonly accords: readonly string[];
      readonly predicate: 'participates' | 'bound';
      readonly scope: Scope;
    }
  | {
      readonly ask: 'nationality';
      readonly accord: string | null;
      readonly participant: Named;
      readonly country: string;
    }
  | { readonly ask: 'eligible'; readonly accord: string; readonly participant: Named };
