/**
 * Speed of the embedder beside the bare model: `npx tsx scripts/bench/embedder.ts [PASSAGES]`.
 * Prints JSON to standard output and a table to standard error. Rounds of both alternate and the
 * fastest of each counts, so that other work on the machine disturbs them alike.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { inputName } from '../../src/adapters/minilm/bert-graph.js';
import { openGraph } from '../../src/adapters/minilm/graph-cache.js';
import { createMiniLmEmbedder } from '../../src/adapters/minilm/minilm-embedder.js';
import { type Precision, shippedFiles } from '../../src/adapters/minilm/model.js';
import { loadTextTokens } from '../../src/adapters/minilm/text-tokens.js';

const rounds = 3;
/** About 240 tokens: most passages fill one window. */
const wordsOfPassage = 140;

/** Passages of the shipped corpus, all of the same number of words. */
function readPassages(most: number): readonly string[] {
  const folder = fileURLToPath(new URL('../../corpus/', import.meta.url));
  const words = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\s+/));
  const count = Math.min(most, Math.floor(words.length / wordsOfPassage));
  return Array.from({ length: count }, (_, at) =>
    words.slice(at * wordsOfPassage, (at + 1) * wordsOfPassage).join(' '),
  );
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function questionTimes(ask: () => Promise<unknown>, count: number) {
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) times.push(await milliseconds(ask));
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

async function measure(
  precision: Precision,
  threads: number,
  cacheFolder: string,
  passages: readonly string[],
) {
  const { bytes } = openGraph(shippedFiles, precision, cacheFolder);
  const tokens = loadTextTokens(shippedFiles.tokenizer);
  const windows = (await Promise.all(passages.map((text) => tokens.windows(text)))).flat();
  const bare = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const runBare = async () => {
    for (const window of windows) {
      await bare.run({ [inputName]: new Tensor('int32', window, [1, window.length]) });
    }
  };

  const embedder = createMiniLmEmbedder({ cacheFolder, precision, threads });
  const ask = () => embedder.embedQuestion('Which states have not signed the Paris Call yet?');
  const firstQuestion = await milliseconds(ask);
  await embedder.embedPassages(passages.slice(0, 8));
  let [ofEmbedder, ofBare] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round += 1) {
    ofBare = Math.min(ofBare, await milliseconds(runBare));
    ofEmbedder = Math.min(ofEmbedder, await milliseconds(() => embedder.embedPassages(passages)));
  }
  const idle = await questionTimes(ask, 50);
  const ingest = embedder.embedPassages(passages);
  const duringIngest = await questionTimes(ask, 20);
  await ingest;
  await embedder.close();
  await bare.release();
  return {
    precision,
    threads,
    /** Until the first answer, with the graph in the cache. */
    firstQuestionMs: firstQuestion,
    passagesPerSecond: (passages.length / ofEmbedder) * 1000,
    barePassagesPerSecond: (passages.length / ofBare) * 1000,
    ratio: ofBare / ofEmbedder,
    questionMs: idle,
    questionDuringIngestMs: duringIngest,
  };
}

const passages = readPassages(Number(process.argv[2] ?? 100));
const cacheFolder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
try {
  const tokens = loadTextTokens(shippedFiles.tokenizer);
  const results = [];
  const builds: Record<string, number> = {};
  for (const precision of ['int8', 'fp32'] as const) {
    const build = async () => openGraph(shippedFiles, precision, cacheFolder);
    builds[precision] = await milliseconds(build);
    for (const threads of [1, 2]) {
      results.push(await measure(precision, threads, cacheFolder, passages));
    }
  }
  const processor = cpus()[0]?.model ?? 'unknown';
  const meanTokens = passages.reduce((sum, text) => sum + tokens.count(text), 0) / passages.length;
  process.stdout.write(
    `${JSON.stringify({ processor, cores: cpus().length, passages: passages.length, meanTokens, buildMs: builds, results }, null, 2)}\n`,
  );
  const cell = (text: string | number) =>
    (typeof text === 'number' ? text.toFixed(text < 10 ? 2 : 0) : text).padStart(11);
  const row = (cells: readonly (string | number)[]) =>
    process.stderr.write(`${cells.map(cell).join('')}\n`);
  row([
    '',
    'threads',
    'passages/s',
    'bare',
    'ratio',
    'ask p50',
    'ask p95',
    'busy p50',
    'busy p95',
    'first ask',
  ]);
  for (const result of results) {
    row([
      result.precision,
      String(result.threads),
      result.passagesPerSecond,
      result.barePassagesPerSecond,
      result.ratio,
      result.questionMs.p50,
      result.questionMs.p95,
      result.questionDuringIngestMs.p50,
      result.questionDuringIngestMs.p95,
      result.firstQuestionMs,
    ]);
  }
} finally {
  rmSync(cacheFolder, { recursive: true, force: true });
}
