import type { Article } from '../domain/article.js';
import type { Spending } from '../domain/model-reading.js';
import type { ClaimExtractor, Extraction } from './claim-extractor.js';

/** Reads claims by a server that takes money or time for it; what it read once it keeps. */
export interface PaidExtractor extends ClaimExtractor {
  /**
   * Rejects with the signal's reason, or with `AccordError` `model-unavailable`, `model-busy` or
   * `model-slow`. Where its facts name the `article`, others may well be read.
   */
  extract(
    article: Article,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Extraction & { readonly spent: Spending }>;
  /** What extracting from these articles takes, roughly and rather too much. Asks nothing. */
  estimate(articles: readonly Article[]): Promise<Spending>;
}
