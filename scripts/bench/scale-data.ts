/** Snapshots of any size out of a set: its passages again and again, with noise. */
import { createHash } from 'node:crypto';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import { createHnswVectorStore } from '../../src/adapters/hnswlib/hnsw-vector-store.js';
import type { Article } from '../../src/domain/article.js';
import type { Passage } from '../../src/domain/passage.js';
import type { VectorMatrix } from '../../src/domain/snapshot.js';
import type { OpenedSet } from './sets.js';

/** Numbers from 0 to 1 that are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Share of the words that a copy swaps for others of the set, and how far its vector moves. */
const noise = { words: 0.2, vector: 0.03 };

/** The first round is the set itself; every later one has articles of its own with noise. */
export function textOf(set: OpenedSet, count: number) {
  const { passages, articles } = set.knowledge;
  const random = createRandom(12345);
  const vocabulary = passages.flatMap((one) => one.text.split(' '));
  const swap = (word: string) =>
    random() < noise.words ? (vocabulary[Math.floor(random() * vocabulary.length)] ?? word) : word;
  const texts = new Map<string, string>();
  const all = Array.from({ length: count }, (_, index): Passage => {
    const original = passages[index % passages.length] as Passage;
    const round = Math.floor(index / passages.length);
    const path = `${round}/${original.article}`;
    const text = round === 0 ? original.text : original.text.split(' ').map(swap).join(' ');
    const before = texts.get(path);
    const start = before === undefined ? 0 : before.length + 2;
    texts.set(path, before === undefined ? text : `${before}\n\n${text}`);
    const hash = createHash('sha256').update(`${original.context}\n${text}`).digest('hex');
    return { ...original, index, article: path, start, end: start + text.length, text, hash };
  });
  const made = [...texts].map(([path, text]): Article => {
    const original = articles.get(path.slice(path.indexOf('/') + 1)) as Article;
    return { ...original, path, text, hash: createHash('sha256').update(text).digest('hex') };
  });
  return { passages: all, articles: made };
}

export function vectorsOf(set: OpenedSet, count: number): VectorMatrix {
  const { dimensions, values: real, count: rows } = set.vectors;
  const random = createRandom(54321);
  const values = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    const own = values.subarray(row * dimensions, (row + 1) * dimensions);
    own.set(real.subarray((row % rows) * dimensions, ((row % rows) + 1) * dimensions));
    if (row < rows) continue;
    let squares = 0;
    for (let at = 0; at < dimensions; at += 1) {
      const value = (own[at] ?? 0) + noise.vector * (random() + random() - 1);
      own[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let at = 0; at < dimensions; at += 1) own[at] = (own[at] ?? 0) / length;
  }
  return { dimensions, count, values };
}

/** Writes a snapshot of `count` passages into `folder` as an ingest would, and makes it current. */
export async function writeScaled(set: OpenedSet, count: number, folder: string) {
  const { passages, articles } = textOf(set, count);
  const vectors = vectorsOf(set, count);
  const words = createLexicalIndexFactory();
  const started = performance.now();
  const lexical = await words.build(
    passages.map(({ index, article, text, context }) => ({ index, article, title: context, text })),
  );
  const kept = lexical.serialise();
  const wordsBuiltMs = Math.round(performance.now() - started);
  const store = createHnswVectorStore();
  const snapshots = createFileSnapshotStore({ folder });
  let graphBuiltMs = 0;
  const { accords, participants } = set.knowledge.register;
  const { embedder } = set.knowledge.manifest;
  const { id, files } = await snapshots.write({
    manifest: {
      parent: null,
      contentHash: `scale-${count}`,
      embedder,
      vectorStore: { name: store.name, parameters: store.parameters },
      lexicalIndex: { name: words.name },
      madeBy: { claims: 'scale', passages: 'scale' },
    },
    content: {
      articles,
      passages,
      vectors,
      claims: [],
      accords: [...accords.values()],
      blocs: [...set.knowledge.groups.blocs.values()],
      participants: [...participants.values()],
      failed: [],
      duplicates: [],
    },
    lexical: kept,
    async buildVectors(aside) {
      const building = performance.now();
      const names = await store.build(aside, vectors);
      graphBuiltMs = Math.round(performance.now() - building);
      return names;
    },
  });
  await snapshots.setCurrent(id);
  const megabytes = (bytes: number) => Number((bytes / 1e6).toFixed(1));
  const text = passages.reduce((sum, one) => sum + Buffer.byteLength(one.text), 0);
  return {
    wordsBuiltMs,
    graphBuiltMs,
    rawMb: megabytes(vectors.values.byteLength + text),
    keptMb: megabytes(files.reduce((sum, file) => sum + file.bytes, 0)),
  };
}
