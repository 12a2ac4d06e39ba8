/**
 * One snapshot opened in a process that did nothing else, as `scale.ts` compiles and starts it: time,
 * memory as the system counts it, the longest block of the event loop, questions, and recall against
 * exact search. `npx tsx --expose-gc scripts/bench/scale-open.ts DATA QUESTIONS.json`
 */
import { readFileSync } from 'node:fs';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import { createHnswVectorStore } from '../../src/adapters/hnswlib/hnsw-vector-store.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import { openKnowledge } from '../../src/use-cases/knowledge.js';
import { retrieve } from '../../src/use-cases/passages/retrieve.js';
import { settle, watchLoop } from './timing.js';

const [data = '', file = ''] = process.argv.slice(2);
const asked: readonly { readonly text: string; readonly vector: readonly number[] }[] = JSON.parse(
  readFileSync(file, 'utf8'),
);
const questions = asked.map(({ text, vector }) => ({ text, vector: Float32Array.from(vector) }));
const directory = statesDirectory();
const store = createFileSnapshotStore({ folder: data });
const megabytes = (bytes: number) => Number((bytes / 1e6).toFixed(1));
globalThis.gc?.();
await settle();
const emptyMb = megabytes(process.memoryUsage().rss);

const id = (await store.current()) ?? '';

/** Keeps nothing but what a product keeps that answers from it. */
async function open() {
  const opened = await store.open(id);
  return openKnowledge(opened, {
    directory,
    lexicalIndexes: createLexicalIndexFactory(),
    vectorStore: createHnswVectorStore(),
  });
}

const loop = watchLoop();
const started = performance.now();
const knowledge = await open();
const openMs = Math.round(performance.now() - started);
const block = loop();
await settle();
const peakMb = megabytes(process.resourceUsage().maxRSS * 1024);

const measure = async (searched: typeof knowledge) => {
  const times: number[] = [];
  for (const { text, vector } of questions) {
    const began = performance.now();
    await retrieve(searched, { embedQuestion: async () => vector }, text, 30);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
};
const quantile = (times: readonly number[], share: number) =>
  Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
await measure(knowledge);
const times = await measure(knowledge);
globalThis.gc?.();
await settle();
const { rss, heapUsed, external } = process.memoryUsage();
const { vectors: matrix } = (await store.open(id)).content;
const exact = await createExactVectorStore().open('', matrix);
const exactTimes = await measure({ ...knowledge, vectors: exact });
let found = 0;
let wanted = 0;
for (const { vector } of questions) {
  const truth = (await exact.search(vector, 10)).map((hit) => hit.index);
  const near = new Set((await knowledge.vectors.search(vector, 10)).map((hit) => hit.index));
  wanted += truth.length;
  found += truth.filter((row) => near.has(row)).length;
}
process.stdout.write(
  JSON.stringify({
    openMs,
    longestBlockMs: block.longestMs,
    longestOwnBlockMs: block.longestOwnMs,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    exactP95Ms: quantile(exactTimes, 0.95),
    emptyMb,
    residentMb: megabytes(rss),
    peakMb,
    heapMb: megabytes(heapUsed),
    externalMb: megabytes(external),
    recall10: Number((found / wanted).toFixed(4)),
  }),
);
