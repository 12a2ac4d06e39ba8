import { createHash } from 'node:crypto';
import type { Claim } from '../domain/claim.js';
import { AccordError } from '../domain/errors.js';
import type { Day } from '../domain/partial-date.js';
import type { Passage } from '../domain/passage.js';
import type { IngestProgress, IngestReport } from '../domain/reports.js';
import type { SnapshotContent } from '../domain/snapshot.js';
import { splitPassages } from '../language/passages.js';
import type { ClaimExtractor } from '../ports/claim-extractor.js';
import type { CorpusSource } from '../ports/corpus-source.js';
import type { Embedder } from '../ports/embedder.js';
import type { LexicalIndexFactory } from '../ports/lexical-index.js';
import type { OpenedSnapshot, SnapshotStore } from '../ports/snapshot-store.js';
import type { StatesDirectory } from '../ports/states-directory.js';
import type { VectorStore } from '../ports/vector-store.js';
import { compareArticles, compareRegisters } from './compare-snapshots.js';
import { embedPassages, sameEmbedder } from './embed-passages.js';
import { type Gathered, gather } from './gather.js';

export interface IngestTools {
  readonly corpus: CorpusSource;
  /** Definitions that are known without the corpus; null when the corpus is those definitions. */
  readonly reference: CorpusSource | null;
  readonly directory: StatesDirectory;
  readonly embedder: Embedder;
  readonly extractorFor: (content: Gathered) => ClaimExtractor;
  readonly lexicalIndexes: LexicalIndexFactory;
  /** The store for so many passages. */
  readonly vectorStoreFor: (passages: number) => VectorStore;
  readonly snapshots: SnapshotStore;
  readonly now: () => Date;
}

interface Options {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

function passagesOf(content: Gathered, embedder: Embedder): readonly Passage[] {
  const fits = (text: string) => embedder.countTokens(text) <= embedder.maxTokens;
  return content.articles
    .flatMap((article) => splitPassages(article, { fits }))
    .map((passage, index) => ({ ...passage, index }));
}

function contentHash(content: Gathered, tools: IngestTools, extractor: ClaimExtractor): string {
  const hash = createHash('sha256');
  const parts = [
    ...content.articles.map((article) => [article.path, article.hash]),
    content.accords,
    content.blocs,
    content.participants,
    content.rosterClaims,
    content.failed,
    content.duplicates,
    [tools.embedder.id, tools.embedder.checksum, tools.lexicalIndexes.name, extractor.id],
  ];
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
  return hash.digest('hex');
}

async function extractAll(
  content: Gathered,
  extractor: ClaimExtractor,
  options: Options,
): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  const total = content.articles.length;
  for (const [index, article] of content.articles.entries()) {
    options.signal?.throwIfAborted();
    claims.push(...(await extractor.extract(article)).claims);
    options.onProgress?.({ stage: 'extracting', done: index + 1, total });
    if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return claims;
}

async function previous(snapshots: SnapshotStore): Promise<OpenedSnapshot | null> {
  const id = await snapshots.current();
  if (id === null) return null;
  try {
    return await snapshots.open(id);
  } catch (error) {
    if (error instanceof AccordError) return null;
    throw error;
  }
}

/** Reads what there is to ingest. Throws `empty-corpus` when that is nothing. */
async function readCorpus(tools: IngestTools, options: Options): Promise<Gathered> {
  options.onProgress?.({ stage: 'reading', done: 0, total: 1 });
  const signal = options.signal ? { signal: options.signal } : {};
  const read = await tools.corpus.read(signal);
  if (read.articles.length === 0 && read.rosterClaims.length === 0) {
    const left = read.failed.map((failure) => `${failure.path}: ${failure.reason}`).join('; ');
    throw new AccordError(
      'empty-corpus',
      `The corpus has nothing to ingest. Put articles (.md, .txt, .html, .pdf) or accord folders into it.${left === '' ? '' : ` Left out: ${left}`}`,
    );
  }
  const reference = tools.reference ? await tools.reference.read(signal) : null;
  return gather(read, tools.directory, reference);
}

/** Passages, vectors and indexes of a corpus, written aside and made current. */
async function build(
  content: Gathered,
  claims: readonly Claim[],
  hash: string,
  before: OpenedSnapshot | null,
  tools: IngestTools,
  options: Options,
) {
  const { embedder, lexicalIndexes, snapshots } = tools;
  const signal = options.signal ? { signal: options.signal } : {};
  const passages = passagesOf(content, embedder);
  const known = before && sameEmbedder(before.manifest.embedder, embedder) ? before.content : null;
  const { vectors, embedded } = await embedPassages(passages, embedder, known, {
    ...signal,
    onProgress: (done, total) => options.onProgress?.({ stage: 'embedding', done, total }),
  });
  options.onProgress?.({ stage: 'indexing', done: 0, total: 1 });
  const titles = new Map(content.articles.map((article) => [article.path, article.title]));
  const lexical = await lexicalIndexes.build(
    passages.map(({ index, article, text, heading }) => ({
      index,
      title: `${titles.get(article) ?? ''} ${heading ?? ''}`.trim(),
      text,
      article,
    })),
    signal,
  );
  options.signal?.throwIfAborted();
  const store = tools.vectorStoreFor(passages.length);
  const { articles, accords, blocs, participants, failed, duplicates } = content;
  const built: SnapshotContent = {
    articles,
    passages,
    vectors,
    claims,
    accords,
    blocs,
    participants,
    failed,
    duplicates,
  };
  options.onProgress?.({ stage: 'writing', done: 0, total: 1 });
  const { id, dimensions, checksum } = embedder;
  const manifest = await snapshots.write({
    manifest: {
      parent: before?.manifest.id ?? null,
      contentHash: hash,
      embedder: { id, dimensions, checksum },
      vectorStore: { name: store.name, parameters: store.parameters },
      lexicalIndex: { name: lexicalIndexes.name },
    },
    content: built,
    lexical: lexical.serialise(),
    buildVectors: (folder) => store.build(folder, vectors, signal),
  });
  options.signal?.throwIfAborted();
  await snapshots.setCurrent(manifest.id);
  options.onProgress?.({ stage: 'writing', done: 1, total: 1 });
  return { id: manifest.id, built, embedded };
}

/**
 * Reads the corpus, builds a snapshot aside and makes it current. With nothing changed the current
 * one stays and nothing is embedded; passages that did not change keep their vectors. Throws
 * `empty-corpus`, `locked` while another ingest writes, or `cannot-write`.
 */
export async function ingestCorpus(
  tools: IngestTools,
  options: Options = {},
): Promise<IngestReport> {
  const started = performance.now();
  const today: Day = tools.now().toISOString().slice(0, 10);
  return tools.snapshots.exclusively(async () => {
    const content = await readCorpus(tools, options);
    const extractor = tools.extractorFor(content);
    const before = await previous(tools.snapshots);
    const hash = contentHash(content, tools, extractor);
    const difference = compareArticles(before?.content.articles ?? [], content.articles);
    const articles = {
      added: difference.added.length,
      changed: difference.changed.length,
      removed: difference.removed.length,
      unchanged: difference.unchanged,
      failed: content.failed,
      duplicates: content.duplicates,
    };
    const elapsedMs = () => Math.round(performance.now() - started);
    if (before?.manifest.contentHash === hash) {
      const { passages, claims } = before.manifest.counts;
      const snapshot = before.manifest.id;
      return {
        snapshot,
        articles,
        passages,
        embedded: 0,
        claims,
        changes: [],
        elapsedMs: elapsedMs(),
      };
    }
    const extracted = await extractAll(content, extractor, options);
    const claims = [...content.rosterClaims, ...extracted];
    const { id, built, embedded } = await build(content, claims, hash, before, tools, options);
    return {
      snapshot: id,
      articles,
      passages: built.passages.length,
      embedded,
      claims: claims.length,
      changes: compareRegisters(before?.content ?? null, built, today),
      elapsedMs: elapsedMs(),
    };
  });
}
