/**
 * From 10,000 to 100,000 passages: `npx tsx --expose-gc scripts/bench/scale.ts SET [--work FOLDER]
 * [--svg FILE] [--largest 100000]`. Text of the set with words swapped at random, vectors of the set
 * with noise; one JSON line a size.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { createHnswVectorStore } from '../../src/adapters/hnswlib/hnsw-vector-store.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import type { Passage } from '../../src/domain/passage.js';
import { retrieve } from '../../src/use-cases/passages/retrieve.js';
import { plotOf } from './plot.js';
import { createBenchEmbedder, openSet } from './sets.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'bench-work' },
    svg: { type: 'string' },
    largest: { type: 'string', default: '100000' },
  },
});
const embedder = createBenchEmbedder();
const set = await openSet(positionals[0] ?? '', values.work);
const { passages } = set.knowledge;
const { dimensions } = set.vectors;
const questions = set.questions.slice(0, 200);
for (const { text } of questions) await embedder.embedQuestion(text);

let seed = 12345;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const vocabulary = passages.flatMap((one) => one.text.split(' '));

/** The passage at `index`: the first round is real, later ones have a fifth of their words swapped. */
function passageAt(index: number): Passage {
  const original = passages[index % passages.length] as Passage;
  if (index < passages.length) return original;
  const text = original.text
    .split(' ')
    .map((word) =>
      random() < 0.2 ? (vocabulary[Math.floor(random() * vocabulary.length)] ?? word) : word,
    )
    .join(' ');
  return {
    ...original,
    index,
    text,
    article: `${Math.floor(index / passages.length)}/${original.article}`,
  };
}

function matrixOf(count: number) {
  const all = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    const from = (row % passages.length) * dimensions;
    const noise = row < passages.length ? 0 : 0.03;
    let squares = 0;
    for (let at = 0; at < dimensions; at += 1) {
      const value = (set.vectors.values[from + at] ?? 0) + noise * (random() + random() - 1);
      all[row * dimensions + at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let at = 0; at < dimensions; at += 1) {
      all[row * dimensions + at] = (all[row * dimensions + at] ?? 0) / length;
    }
  }
  return { dimensions, count, values: all };
}

const quantile = (times: number[], share: number) =>
  Number((times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(2));
const used = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

interface Row {
  readonly passages: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly exactP95Ms: number;
  readonly loadMs: number;
  readonly memoryRatio: number;
  readonly recall10: number;
}
const results: Row[] = [];
const largest = Number(values.largest);
for (const count of [10_000, 25_000, 50_000, 100_000].filter((one) => one <= largest)) {
  const folder = join(values.work, `scale-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const list = Array.from({ length: count }, (_, index) => passageAt(index));
  const matrix = matrixOf(count);
  const factory = createLexicalIndexFactory();
  const building = performance.now();
  const kept = (
    await factory.build(
      list.map(({ index, article, text, context }) => ({ index, article, title: context, text })),
    )
  ).serialise();
  const wordsBuiltMs = Math.round(performance.now() - building);
  const store = createHnswVectorStore();
  const graph = performance.now();
  await store.build(folder, matrix);
  const graphBuiltMs = Math.round(performance.now() - graph);
  const before = used();
  const loading = performance.now();
  const lexical = await factory.load(kept);
  const vectors = await store.open(folder, matrix);
  const loadMs = Math.round(performance.now() - loading);
  const grown = used() - before;
  const exact = await createExactVectorStore().open(folder, matrix);
  const knowledge = { ...set.knowledge, passages: list, lexical, vectors };
  const [times, exactTimes]: [number[], number[]] = [[], []];
  let [found, wanted] = [0, 0];
  for (const { text } of questions) {
    const vector = await embedder.embedQuestion(text);
    const started = performance.now();
    await retrieve(knowledge, embedder, text, 30);
    times.push(performance.now() - started);
    const restarted = performance.now();
    await retrieve({ ...knowledge, vectors: exact }, embedder, text, 30);
    exactTimes.push(performance.now() - restarted);
    const truth = (await exact.search(vector, 10)).map((hit) => hit.index);
    const near = (await vectors.search(vector, 10)).map((hit) => hit.index);
    wanted += truth.length;
    found += truth.filter((row) => near.includes(row)).length;
  }
  const text = list.reduce((sum, one) => sum + one.text.length, 0);
  const raw = matrix.values.byteLength + text;
  const row = {
    passages: count,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    exactP95Ms: quantile(exactTimes, 0.95),
    loadMs,
    wordsBuiltMs,
    graphBuiltMs,
    keptMb: Number((kept.length / 1e6).toFixed(1)),
    rawMb: Number((raw / 1e6).toFixed(1)),
    wordsMb: Number((grown / 1e6).toFixed(1)),
    residentMb: Number((process.memoryUsage().rss / 1e6).toFixed(1)),
    // The graph is native: it holds the vectors again, and 2 × 16 links of four bytes a row.
    memoryRatio: Number(((raw + grown + count * (dimensions * 4 + 140)) / raw).toFixed(2)),
    recall10: Number((found / wanted).toFixed(4)),
  };
  results.push(row);
  process.stdout.write(`${JSON.stringify(row)}\n`);
  await vectors.close();
  rmSync(folder, { recursive: true, force: true });
}
await embedder.close();
if (values.svg) {
  writeFileSync(
    values.svg,
    plotOf('Passages', [
      { name: 'question p95, graph (ms)', points: results.map((one) => [one.passages, one.p95Ms]) },
      {
        name: 'question p95, exact (ms)',
        points: results.map((one) => [one.passages, one.exactP95Ms]),
      },
      { name: 'indexes loaded (ms)', points: results.map((one) => [one.passages, one.loadMs]) },
      { name: 'memory / raw', points: results.map((one) => [one.passages, one.memoryRatio]) },
    ]),
  );
}
