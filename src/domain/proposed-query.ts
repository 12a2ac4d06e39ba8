import type { Combination, Predicate } from './register-query.js';

/** A query in the closed grammar with names as a question has them, before anyone checked them. */
export interface ProposedQuery {
  readonly ask: 'list' | 'count' | 'whether' | 'when' | 'status' | 'accords';
  /** As written in the question; empty where it names none. */
  readonly accords: readonly string[];
  readonly combine: Combination;
  readonly predicate: Predicate;
  readonly participants: readonly string[];
  readonly bloc: string | null;
  readonly type: 'state' | 'company' | 'organisation' | 'any' | null;
  /** EDTF day, month or year as the question has it; null for now. */
  readonly date: string | null;
}
