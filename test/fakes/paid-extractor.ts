import type { Article } from '../../src/domain/article.js';
import type { Claim, ClaimKind } from '../../src/domain/claim.js';
import type { PaidExtractor } from '../../src/ports/paid-extractor.js';
import { claimOf } from './register.js';

const spent = { requests: 1, inputTokens: 100, outputTokens: 10, cost: 0.5 };

/** A claim as a model finds it in an article. */
export function foundIn(article: Article, id: string, kind: ClaimKind, on: string): Claim {
  return claimOf(id, kind, {
    by: 'article',
    dates: { on, reported: article.published ?? on },
    confidence: 'medium',
    note: 'read by a fake',
    provenance: {
      by: 'article',
      article: article.path,
      line: null,
      start: 0,
      end: article.text.length,
      quote: article.text,
      url: article.url,
      published: article.published,
    },
  });
}

/** Finds what `read` says, or fails as it does; remembers the paths that it was asked for. */
export function fakePaidExtractor(read: (article: Article) => readonly Claim[] | Error) {
  const asked: string[] = [];
  const extractor: PaidExtractor = {
    id: 'fake-model/1',
    estimate: async (articles) => ({ ...spent, requests: articles.length }),
    async extract(article, { signal } = {}) {
      signal?.throwIfAborted();
      asked.push(article.path);
      const found = read(article);
      if (found instanceof Error) throw found;
      return { claims: found, counts: [], spent };
    },
  };
  return { asked, extractor, paidExtractorFor: async () => extractor };
}
