/**
 * The main job, measured: first ingest of the shipped corpus, a second one with nothing and with
 * one file changed, questions over it, start-up of the built program, and memory.
 *
 *   npm run build && npx tsx scripts/bench/main-job.ts [--json] [--rounds 5]
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
const corpus = join(folder, 'corpus');
cpSync(join(root, 'corpus'), corpus, { recursive: true });
const environment = {
  ACCORD_CORPUS: corpus,
  ACCORD_DATA: join(folder, 'data'),
  ACCORD_MODEL_CACHE: join(folder, 'models'),
};
const config = parseConfig(environment);

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10
  );
}

async function ingest() {
  const application = compose(config, createLogger(config, process.stderr));
  const started = performance.now();
  const report = await application.ingest();
  const milliseconds = Math.round(performance.now() - started);
  await application.close();
  return { milliseconds, passages: report.passages, embedded: report.embedded };
}

const first = await ingest();
rmSync(environment.ACCORD_DATA, { recursive: true });
const fresh = await ingest();
const unchanged = await ingest();
appendFileSync(
  join(corpus, 'paris-call', 'nine-principles.md'),
  '\nThis closing sentence was added for a measurement.\n',
);
const changed = await ingest();

const questions = readFileSync(join(root, 'test/fixtures/questions/shipped-corpus.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): { readonly question: string } => JSON.parse(line));
const application = compose(config, createLogger(config, process.stderr));
await application.ask('What is the Paris Call?');
const answers: Answer[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const { question } of questions) answers.push(await application.ask(question));
}
const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
await application.close();
const timesOf = (kind: Answer['kind']) =>
  answers.filter((one) => one.kind === kind).map((one) => one.elapsedMs);

function startUp(words: readonly string[]): number {
  const started = performance.now();
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...words], {
    env: { ...process.env, ...environment },
  });
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return performance.now() - started;
}
const listing = Array.from({ length: rounds }, () =>
  startUp(['ask', 'Who has not signed the Paris Call yet?', '--json']),
);
const quoting = Array.from({ length: rounds }, () =>
  startUp(['ask', 'What are the principles of the Paris Call?', '--json']),
);
rmSync(folder, { recursive: true });

const figures = {
  passages: fresh.passages,
  firstIngestMs: first.milliseconds,
  ingestWithModelBuiltMs: fresh.milliseconds,
  passagesASecond: Math.round((fresh.passages / fresh.milliseconds) * 1000 * 10) / 10,
  unchangedIngestMs: unchanged.milliseconds,
  oneFileChangedMs: changed.milliseconds,
  oneFileChangedEmbedded: changed.embedded,
  registerP50Ms: percentile(timesOf('register'), 0.5),
  registerP95Ms: percentile(timesOf('register'), 0.95),
  passagesP50Ms: percentile(timesOf('passages'), 0.5),
  passagesP95Ms: percentile(timesOf('passages'), 0.95),
  startToListMs: percentile(listing, 0.5),
  startToQuotesMs: percentile(quoting, 0.5),
  residentMiB: memory,
};
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
  for (const [name, value] of Object.entries(figures))
    process.stdout.write(`${name.padEnd(24)} ${value}\n`);
