import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/domain/article.js';
import type { Claim } from '../../src/domain/claim.js';
import type { Passage } from '../../src/domain/passage.js';
import type { SnapshotContent } from '../../src/domain/snapshot.js';
import type { SnapshotDraft } from '../../src/ports/snapshot-store.js';
import { clusteredVectors } from './vectors.js';

const dimensions = 6;

function articleOf(number: number): Article {
  return {
    path: `harbour/minutes-${number}.md`,
    title: `Minutes, no. ${number} — “Türkiye” 📜`,
    url: null,
    published: '2021-11',
    updated: null,
    language: 'en',
    accord: 'harbour-pact',
    sources: ['https://example.org/minutes'],
    format: 'markdown',
    text: `First line.\nSecond line\u2028with "quotes", a \\ and a tab\t.\n`,
    hash: `article-${number}`,
  };
}

function passageOf(index: number): Passage {
  const { path, title, text } = articleOf(index);
  const context = title;
  return {
    index,
    article: path,
    start: 0,
    end: 11,
    text,
    context,
    heading: null,
    hash: `${index}`,
  };
}

const claim: Claim = {
  accord: 'harbour-pact',
  participant: { id: 'NOR', name: 'Norway', type: 'state' },
  kind: 'signed',
  on: { earliest: '2021-11-01', latest: '2021-11-30' },
  effective: null,
  reported: null,
  confidence: 'high',
  note: null,
  provenance: {
    by: 'article',
    article: 'harbour/minutes-0.md',
    line: null,
    start: 0,
    end: 11,
    quote: 'First line.',
    url: null,
    published: '2021-11',
  },
};

export function contentOf(passages: number): SnapshotContent {
  const numbers = Array.from({ length: passages }, (_, number) => number);
  return {
    articles: numbers.map(articleOf),
    passages: numbers.map(passageOf),
    vectors: clusteredVectors(passages, dimensions),
    claims: passages === 0 ? [] : [claim],
    accords: [],
    blocs: [{ id: 'north', name: 'North', aliases: [], asOf: null, source: null, members: [] }],
    participants: [
      { id: 'NOR', name: 'Norway', type: 'state', country: null, aliases: ['Norge'], note: null },
    ],
    failed: [{ path: 'harbour/broken.pdf', reason: 'is not a PDF' }],
    duplicates: [{ path: 'harbour/copy.md', of: 'harbour/minutes-0.md' }],
  };
}

/** What an ingest would hand over; the vector store's file is a stand-in. */
export function draftOf(passages = 5, parent: string | null = null): SnapshotDraft {
  return {
    manifest: {
      parent,
      contentHash: `content-${passages}`,
      embedder: { id: 'fixture', dimensions, checksum: 'none' },
      vectorStore: { name: 'fixture', parameters: { M: 16 } },
      lexicalIndex: { name: 'fixture' },
      madeBy: { claims: 'fixture', passages: 'fixture' },
    },
    content: contentOf(passages),
    lexical: Buffer.from('lexical index\nwith a line feed and 国'),
    buildVectors: async (folder) => {
      writeFileSync(join(folder, 'vectors.index'), Buffer.alloc(3_000, 'graph'));
      return ['vectors.index'];
    },
  };
}
