import type { Claim } from '../../domain/claim.js';
import type { SnapshotContent, SnapshotManifest } from '../../domain/snapshot.js';
import type { IngestOptions } from '../../ports/ingest-runner.js';
import type { OpenedSnapshot } from '../../ports/snapshot-store.js';
import type { EarlierVectors, VectorStore } from '../../ports/vector-store.js';
import { embedPassages, sameEmbedder } from '../embed-passages.js';
import type { Gathered } from '../gather.js';
import { type CutPassage, cutPassages } from './cut-passages.js';
import type { Earlier } from './earlier.js';
import type { IngestTools } from './tools.js';

export interface Ingredients {
  readonly content: Gathered;
  readonly claims: readonly Claim[];
  readonly contentHash: string;
  readonly madeBy: SnapshotManifest['madeBy'];
  readonly before: OpenedSnapshot | null;
  readonly earlier: Earlier;
}

async function indexWords(
  cut: readonly CutPassage[],
  { content, before }: Ingredients,
  { lexicalIndexes }: IngestTools,
  { signal }: IngestOptions,
): Promise<Uint8Array> {
  const titles = new Map(content.articles.map((article) => [article.path, article.title]));
  const documents = cut.map(({ passage: { index, article, text, heading }, earlier }) => ({
    index,
    title: `${titles.get(article) ?? ''} ${heading ?? ''}`.trim(),
    text,
    article,
    ...(earlier === undefined ? {} : { earlier }),
  }));
  const sameKind = before?.manifest.lexicalIndex.name === lexicalIndexes.name;
  const lexical = await lexicalIndexes.build(documents, {
    ...(signal ? { signal } : {}),
    ...(before && sameKind ? { earlier: before.lexical } : {}),
  });
  return lexical.serialise();
}

/** What the vector store can build upon: rows of its own making, with the same parameters. */
function earlierVectors(
  before: OpenedSnapshot | null,
  store: VectorStore,
  rows: Int32Array,
): EarlierVectors | null {
  if (!before) return null;
  const { name, parameters } = before.manifest.vectorStore;
  const same =
    JSON.stringify([name, parameters]) === JSON.stringify([store.name, store.parameters]);
  return same ? { folder: before.folder, count: before.content.vectors.count, rows } : null;
}

/** Passages, vectors and indexes of a corpus, written aside; not yet current. */
export async function buildSnapshot(
  ingredients: Ingredients,
  tools: IngestTools,
  options: IngestOptions,
) {
  const { content, claims, contentHash, madeBy, before, earlier } = ingredients;
  const { embedder, lexicalIndexes, snapshots } = tools;
  const signal = options.signal ? { signal: options.signal } : {};
  const cut = await cutPassages(content.articles, embedder, earlier, options.signal);
  const passages = cut.map(({ passage }) => passage);
  const known = before && sameEmbedder(before.manifest.embedder, embedder) ? before : null;
  const { vectors, embedded, rows } = await embedPassages(
    passages,
    embedder,
    known?.content ?? null,
    {
      ...signal,
      cache: tools.vectorCache,
      onProgress: (done, total) => options.onProgress?.({ stage: 'embedding', done, total }),
    },
  );
  options.onProgress?.({ stage: 'indexing', done: 0, total: 1 });
  const lexical = await indexWords(cut, ingredients, tools, options);
  options.signal?.throwIfAborted();
  const store = tools.vectorStoreFor(passages.length);
  const basis = earlierVectors(known, store, rows);
  const { articles, accords, blocs, participants, failed, duplicates } = content;
  const corpus = { articles, accords, blocs, participants, failed, duplicates };
  const built: SnapshotContent = { ...corpus, passages, vectors, claims };
  options.onProgress?.({ stage: 'writing', done: 0, total: 1 });
  const { id, dimensions, checksum } = embedder;
  const manifest = await snapshots.write({
    manifest: {
      parent: before?.manifest.id ?? null,
      contentHash,
      embedder: { id, dimensions, checksum },
      vectorStore: { name: store.name, parameters: store.parameters },
      lexicalIndex: { name: lexicalIndexes.name },
      madeBy,
    },
    content: built,
    lexical,
    buildVectors: (folder) =>
      store.build(folder, vectors, { ...signal, ...(basis ? { earlier: basis } : {}) }),
  });
  await tools.vectorCache?.clear();
  options.signal?.throwIfAborted();
  return { id: manifest.id, built, embedded };
}
