import type { Usage } from './answerer.js';

/** A query in the closed grammar with names as the question has them; code resolves and checks. */
export interface ProposedQuery {
  readonly ask: 'list' | 'count' | 'whether' | 'when' | 'status' | 'accords';
  /** As written in the question; empty where it names none. */
  readonly accords: readonly string[];
  readonly combine: 'all' | 'any' | 'minus' | 'none';
  readonly predicate:
    | 'participates'
    | 'signed'
    | 'bound'
    | 'signatory-only'
    | 'outside'
    | 'not-bound'
    | 'withdrew'
    | 'declined'
    | 'undecided'
    | 'announced';
  readonly participants: readonly string[];
  readonly bloc: string | null;
  readonly type: 'state' | 'company' | 'organisation' | 'any' | null;
  /** EDTF day, month or year as the question has it; null for now. */
  readonly date: string | null;
}

export type ProposedReading =
  | { readonly kind: 'register'; readonly query: ProposedQuery }
  | { readonly kind: 'passages' };

/** Reads questions that the parser cannot. Its proposal is checked against the question. */
export interface QuestionReader {
  readonly id: string;
  /** Rejects as an `Answerer` does; what does not fit the grammar is `passages`. */
  read(
    question: string,
    options: { readonly signal: AbortSignal },
  ): Promise<{ readonly reading: ProposedReading; readonly usage: Usage }>;
}
