import { parseSpan } from '../../src/domain/partial-date.js';
import type { ClaimExtractor } from '../../src/ports/claim-extractor.js';
import { claimOf } from './register.js';

const pattern =
  /\b([A-Z]{3}) (supported|withdrew|declined) the Harbour Call on (\d{4}-\d{2}-\d{2})\./g;

/** Reads "XYZ supported the Harbour Call on 2021-11-10." and nothing else. */
export const fakeExtractor: ClaimExtractor = {
  id: 'fake-sentences',
  async extract(article) {
    const claims = [...article.text.matchAll(pattern)].map((match) => {
      const [quote, id = '', kind, on = ''] = match;
      const start = match.index;
      return claimOf(id, kind as 'supported' | 'withdrew' | 'declined', {
        by: 'article',
        dates: { on },
        provenance: {
          by: 'article',
          article: article.path,
          line: null,
          start,
          end: start + quote.length,
          quote,
          url: article.url,
          published: parseSpan(article.published ?? '') ? article.published : null,
        },
      });
    });
    return { claims, counts: [] };
  },
};
