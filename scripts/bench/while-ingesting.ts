/**
 * Questions on the shipped corpus, alone and while another process of the product ingests a large
 * corpus; then questions on the large one while it is ingested again and the new snapshot opened.
 *
 *   npx tsx scripts/bench/while-ingesting.ts SET [--work FOLDER] [--rounds 4] [--articles 5183]
 *
 * One JSON line.
 */
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import type { Application } from '../../src/use-cases/application.js';
import { writeCorpus } from './set-corpus.js';
import { readLines } from './sets.js';
import { quantile, watchLoop } from './timing.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'out/bench-work' },
    articles: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '4' },
  },
});
const [set = ''] = positionals;
const folder = join(values.work, 'while-ingesting');
rmSync(folder, { recursive: true, force: true });
writeCorpus(set, join(folder, 'large'), Number(values.articles));
const shipped = fileURLToPath(new URL('../../corpus', import.meta.url));
const shared = { ACCORD_MODEL_CACHE: join(values.work, 'models') };
const open = (corpus: string, data: string) => {
  const config = parseConfig({ ...shared, ACCORD_CORPUS: corpus, ACCORD_DATA: join(folder, data) });
  return compose(config, createLogger(config, process.stderr), { ingestApart: true });
};
const answering = open(shipped, 'shipped-data');
const ingesting = open(join(folder, 'large'), 'large-data');
await answering.ingest();

const fixtures = fileURLToPath(new URL('../../test/fixtures/questions/', import.meta.url));
const questions = ['shipped-corpus.jsonl', 'answerable-or-not.jsonl']
  .flatMap((name) => readLines<{ readonly question: string }>(join(fixtures, name)))
  .map(({ question }) => question)
  .filter((question) => question !== undefined);

/** Asks one question after another, with a pause between them, until told to stop. */
async function ask(
  application: Application,
  texts: readonly string[],
  until: (answer: Answer | null, round: number) => boolean,
) {
  const times = { register: [] as number[], other: [] as number[] };
  const loop = watchLoop();
  let last: Answer | null = null;
  for (let asked = 0; !until(last, Math.floor(asked / texts.length)); asked += 1) {
    const started = performance.now();
    last = await application.ask(texts[asked % texts.length] ?? '');
    times[last.kind === 'register' ? 'register' : 'other'].push(performance.now() - started);
    await after(5);
  }
  const { longestMs, longestOwnMs } = loop();
  const of = (list: readonly number[]) => ({
    asked: list.length,
    p50Ms: quantile(list, 0.5),
    p95Ms: quantile(list, 0.95),
  });
  return {
    register: of(times.register),
    passages: of(times.other),
    longestBlockMs: longestMs,
    longestOwnBlockMs: longestOwnMs,
    loadAverage: loadavg()[0],
  };
}

/** Asks until `work` is done, and `seen` too where it is given. */
async function askDuring<T>(
  application: Application,
  texts: readonly string[],
  work: (note: (stage: string) => void) => Promise<T>,
  seen: (answer: Answer | null, result: T) => boolean = () => true,
) {
  let result: T | null = null;
  const stages = new Set<string>();
  const started = performance.now();
  const working = work((stage) => stages.add(stage)).then((value) => {
    result = value;
  });
  const asked = await ask(application, texts, (answer) => result !== null && seen(answer, result));
  await working;
  return { ...asked, ms: Math.round(performance.now() - started), stages: [...stages] };
}

const rounds = Number(values.rounds);
await ask(answering, questions, (_, round) => round >= 1);
const idle = await ask(answering, questions, (_, round) => round >= rounds);
const during = await askDuring(answering, questions, (note) =>
  ingesting.ingest({ onProgress: ({ stage }) => note(stage) }),
);

const queries = readLines<{ readonly text: string }>(join(set, 'queries.jsonl'))
  .slice(0, 100)
  .map(({ text }) => text);
const following = open(join(folder, 'large'), 'large-data');
await ask(following, queries, (_, round) => round >= 1);
const large = await ask(following, queries, (_, round) => round >= 1);
const [file = ''] = readdirSync(join(folder, 'large'));
appendFileSync(join(folder, 'large', file), '\nOne sentence more.\n');
const switching = await askDuring(
  following,
  queries,
  (note) => ingesting.ingest({ onProgress: ({ stage }) => note(stage) }),
  (answer, { snapshot }) => answer?.snapshot === snapshot,
);
await Promise.all([answering, ingesting, following].map((one) => one.close()));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify({ set: basename(set), idle, during, large, switching })}\n`);
