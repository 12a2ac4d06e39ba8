import type { Postings } from '../domain/postings.js';
import type { LexicalHit, LexicalScore } from './lexical-index.js';

/** A term of a question, and its inverse document frequency. */
export interface WeighedTerm {
  readonly term: string;
  readonly weight: number;
}

/**
 * Scores by BM25. Sums are made in the order of the terms, so that whoever makes them gets the same
 * numbers to the last bit.
 */
export interface WordScoring {
  /** The `limit` best documents, best first; of equal ones that with the lower index. */
  best(terms: readonly WeighedTerm[], limit: number): Promise<readonly LexicalHit[]>;
  /** Of given documents, in their order; 0 for one that is not there. */
  scores(
    terms: readonly WeighedTerm[],
    indexes: readonly number[],
  ): Promise<readonly LexicalScore[]>;
}

/** What BM25 weighs with besides the terms. */
export interface Weighing {
  /** How slowly repetition counts, and how much length costs. */
  readonly k: number;
  readonly b: number;
  /** Terms of a document, and of an article, at the mean; at least 1. */
  readonly mean: number;
  readonly articleMean: number;
}

export interface WordIndex {
  /** Equal bytes are the same index. */
  readonly serialised: Uint8Array;
  readonly postings: Postings;
  readonly weighing: Weighing;
}

/** Scores elsewhere than in this process, so that several share the work. */
export interface WordScorer {
  /** Puts an index there; one that is there already costs nothing. */
  keep(index: WordIndex, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /**
   * Scores by the index that was kept; `memory` does where none was, and as long as it cannot be
   * reached. Rejects only with what a defect throws.
   */
  open(index: WordIndex, memory: WordScoring): Promise<WordScoring>;
}
