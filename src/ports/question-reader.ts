import type { ProposedQuery } from '../domain/proposed-query.js';
import type { Usage } from './answerer.js';

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
