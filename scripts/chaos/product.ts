import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { createFileCorpus } from '../../src/adapters/files/corpus/file-corpus.js';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import { createFileVectorCache } from '../../src/adapters/files/vector-cache/vector-cache.js';
import { createHnswVectorStore } from '../../src/adapters/hnswlib/hnsw-vector-store.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import type { Embedder } from '../../src/ports/embedder.js';
import { createApplication } from '../../src/use-cases/create-application.js';
import { fakeEmbedder } from '../../test/fakes/embedder.js';
import { fakeExtractor } from '../../test/fakes/extractor.js';

/** Articles of a made-up corpus, one passage each. */
export const articleCount = 32;

/** Writes the corpus of one generation: every article, and so every vector, is new in each. */
export function writeGeneration(folder: string, generation: number): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < articleCount; number += 1) {
    const text = `# Pier ${number}\n\nGeneration ${generation} counted ${number * 7} lamps on pier ${number}.\n`;
    writeFileSync(join(folder, `pier-${number}.md`), text);
  }
}

/** Generations that the articles tell of: a snapshot that is not mixed has one. */
export function generationsOf(articles: readonly { readonly text: string }[]): readonly string[] {
  const told = articles.map(({ text }) => /Generation (\d+)/.exec(text)?.[1] ?? 'none');
  return [...new Set(told)];
}

function slowed(embedder: Embedder, pauseMs: number): Embedder {
  if (pauseMs === 0) return embedder;
  return {
    ...embedder,
    async embedPassages(texts, options) {
      await after(pauseMs * texts.length);
      return embedder.embedPassages(texts, options);
    },
  };
}

/** Its names take a quarter of a second to index, each time that a snapshot is opened anew. */
const smallDirectory = {
  ...statesDirectory(),
  states: statesDirectory().states.slice(0, 3),
  demonyms: new Map<string, readonly string[]>(),
};

export interface ChaosProduct {
  readonly corpus: string;
  readonly data: string;
  readonly keep?: number;
  /** Milliseconds that embedding a passage takes. @default 0 */
  readonly pauseMs?: number;
  readonly vectors?: 'exact' | 'hnsw';
  readonly onNotice?: (notice: string) => void;
}

/** The product on files, with an embedder and an extractor that load nothing. */
export function openProduct({
  corpus,
  data,
  keep = 3,
  pauseMs = 0,
  vectors = 'exact',
  onNotice = () => {},
}: ChaosProduct) {
  const exact = createExactVectorStore();
  const hnsw = createHnswVectorStore();
  const snapshots = createFileSnapshotStore({ folder: data, keep });
  const application = createApplication({
    corpus: createFileCorpus({ folder: corpus }),
    reference: null,
    directory: smallDirectory,
    embedder: slowed(fakeEmbedder(), pauseMs),
    extractorFor: () => fakeExtractor,
    lexicalIndexes: createLexicalIndexFactory(),
    vectorStoreFor: () => (vectors === 'exact' ? exact : hnsw),
    vectorStoreNamed: (name) => (name === 'hnsw' ? hnsw : exact),
    snapshots,
    keeping: snapshots,
    vectorCache: createFileVectorCache({ folder: data }),
    now: () => new Date(),
    defaultAccord: null,
    minConfidence: 0,
    onNotice,
    checks: async () => [],
  });
  return { application, snapshots };
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
