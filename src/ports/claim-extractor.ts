import type { Article } from '../domain/article.js';
import type { Claim } from '../domain/claim.js';

/** A figure that an article gives for an accord: "over 51 nations", not a list. */
export interface ExtractedCount {
  readonly accord: string;
  readonly count: number;
  /** "over", "about", "more than"; null when exact. */
  readonly qualifier: string | null;
  readonly unit: string;
  readonly quote: string;
}

export interface Extraction {
  readonly claims: readonly Claim[];
  readonly counts: readonly ExtractedCount[];
}

/** Reads claims out of articles. Every claim has a verbatim quote with its offsets. */
export interface ClaimExtractor {
  /** Kept in the manifest: another extractor means other claims. */
  readonly id: string;
  /** Rejects with the signal's reason once it is aborted, where it asks others. */
  extract(article: Article, options?: { readonly signal?: AbortSignal }): Promise<Extraction>;
}
