/**
 * Two ingests at once; an ingest and a rollback at once; ten readers in their own processes while
 * the snapshot that is current changes fifty times and old ones are removed.
 *
 *   npx tsx scripts/chaos/concurrency.ts [--pairs 20] [--readers 10] [--switches 50] [--work FOLDER]
 *
 * One JSON object on standard output; fails when something did not hold.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bundled } from './bundle.js';
import { generationsOf, openProduct, writeGeneration } from './product.js';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '20' },
    readers: { type: 'string', default: '10' },
    switches: { type: 'string', default: '50' },
    work: { type: 'string' },
  },
});
const folder = values.work ?? mkdtempSync(join(tmpdir(), 'accord-concurrency-'));
const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
const [writer, reader] = [bundled('writer-child'), bundled('reader-child')];
/** Milliseconds between two switches: readers look at several, not at each. */
const pauseMs = 200;
const failures: string[] = [];
const started = performance.now();
let generation = 0;

function startProcess(script: string, words: readonly string[]) {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += String(text);
  });
  const begun = once(child.stdout, 'data');
  const ended = once(child, 'close').then(() => output.trim().split('\n').at(-1) ?? '');
  return { begun, ended, stop: () => child.stdin.end() };
}

/** Each snapshot is whole and of one generation, and the current one is there. */
async function checkAll(what: string): Promise<void> {
  const { snapshots } = openProduct({ corpus, data });
  const { current, pointer, snapshots: verdicts } = await snapshots.verify();
  if (current === null || pointer !== null) failures.push(`${what}: nothing is current`);
  for (const { id, sound } of verdicts) {
    const opened = sound ? await snapshots.open(id) : null;
    const generations = generationsOf(opened?.content.articles ?? []);
    if (generations.length !== 1) failures.push(`${what}: ${id} has ${generations.join(', ')}`);
  }
}

async function next(): Promise<string> {
  generation += 1;
  writeGeneration(corpus, generation);
  return (await openProduct({ corpus, data }).application.ingest()).snapshot;
}

async function pair(second: 'ingest' | 'rollback', older: string) {
  generation += 1;
  writeGeneration(corpus, generation);
  const both = [
    startProcess(writer, ['ingest', corpus, data]),
    startProcess(writer, [second, corpus, data, older]),
  ];
  const outcomes = (await Promise.all(both.map(({ ended }) => ended))).sort();
  const fine = outcomes.every((one) => one === 'done' || one === 'locked');
  if (!fine || !outcomes.includes('done')) failures.push(`ingest and ${second}: ${outcomes}`);
  await checkAll(`ingest and ${second}`);
  return outcomes.join(' + ');
}

const outcomes: Record<string, Record<string, number>> = { ingest: {}, rollback: {} };
const first = await next();
for (let round = 0; round < Number(values.pairs); round += 1) {
  for (const second of ['ingest', 'rollback'] as const) {
    const { snapshots } = openProduct({ corpus, data });
    const older = (await snapshots.list()).at(-1)?.id ?? first;
    const outcome = await pair(second, older);
    const row = outcomes[second] ?? {};
    row[outcome] = (row[outcome] ?? 0) + 1;
  }
}

await next();
const readers = Array.from({ length: Number(values.readers) }, () =>
  startProcess(reader, [corpus, data]),
);
await Promise.all(readers.map(({ begun }) => begun));
const before = generation;
for (let one = 0; one < Number(values.switches); one += 1) {
  await next();
  await after(pauseMs);
}
for (const { stop } of readers) stop();
const told = (await Promise.all(readers.map(({ ended }) => ended))).map((line) => JSON.parse(line));
const sum = (pick: (one: { asked: number; mixed: number }) => number) =>
  told.reduce((total, one) => total + pick(one), 0);
for (const { errors, notices } of told) failures.push(...errors, ...notices);
if (sum((one) => one.mixed) > 0) failures.push('a reader got answers of mixed snapshots');
await checkAll('at the end');
const seconds = Math.round((performance.now() - started) / 1000);
const result = {
  script: 'concurrency',
  node: process.version,
  seconds,
  twoIngests: outcomes['ingest'],
  ingestAndRollback: outcomes['rollback'],
  switches: generation - before,
  readers: told.length,
  questions: sum((one) => one.asked),
  mixed: sum((one) => one.mixed),
  generationsSeenByReader: told.map(({ seen }) => seen),
  failures,
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failures.length === 0 ? 0 : 1;
