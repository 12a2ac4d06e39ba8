import { createHash } from 'node:crypto';
import type { Article } from '../../src/domain/article.js';
import type { CorpusContent, CorpusSource } from '../../src/ports/corpus-source.js';

/** An article of the Harbour Call's folder; its hash follows what it says. */
export function articleOf(name: string, text: string, overrides: Partial<Article> = {}): Article {
  const article = {
    path: `harbour/${name}.md`,
    title: name,
    url: `https://example.org/${name}`,
    published: '2021-11-12',
    updated: null,
    language: 'en',
    accord: 'harbour',
    sources: [],
    format: 'markdown' as const,
    text,
    ...overrides,
  };
  return { ...article, hash: createHash('sha256').update(JSON.stringify(article)).digest('hex') };
}

export const emptyCorpus: CorpusContent = {
  articles: [],
  accords: [],
  blocs: [],
  participants: [],
  rosterClaims: [],
  failed: [],
  duplicates: [],
};

/** A corpus in memory, whose content a test may change between two readings. */
export function memoryCorpus(first: CorpusContent): CorpusSource & { content: CorpusContent } {
  return {
    content: first,
    async read({ signal } = {}) {
      signal?.throwIfAborted();
      return this.content;
    },
  };
}
