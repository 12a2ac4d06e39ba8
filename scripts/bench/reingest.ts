/**
 * What a second ingest of a large corpus costs with one article changed, beside the first:
 * `npm run build && npx tsx scripts/bench/reingest.ts SET [--work FOLDER] [--rounds 3]`. Each is an
 * `accord ingest` of its own; `wall` counts the start of the process too. One JSON line.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { IngestReport } from '../../src/domain/reports.js';
import { writeCorpus } from './set-corpus.js';
import { quantile } from './timing.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'out/bench-work' },
    rounds: { type: 'string', default: '3' },
  },
});
const [set = ''] = positionals;
const folder = join(values.work, 'reingest');
const corpus = join(folder, 'corpus');
const data = join(folder, 'data');
rmSync(folder, { recursive: true, force: true });
writeCorpus(set, corpus);

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
function ingest() {
  const started = performance.now();
  const run = spawnSync(process.execPath, [program, 'ingest', '--json'], {
    env: { ...process.env, ACCORD_CORPUS: corpus, ACCORD_DATA: data },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`accord ingest ended with ${run.status}`);
  const report: IngestReport = JSON.parse(run.stdout.toString());
  return { wallMs: Math.round(performance.now() - started), report };
}

const first = ingest();
const unchanged = ingest();
const files = readdirSync(corpus).sort();
const changed = Array.from({ length: Number(values.rounds) }, (_, round) => {
  const file = files[Math.floor((files.length * (round + 1)) / (Number(values.rounds) + 1))] ?? '';
  appendFileSync(join(corpus, file), `\nA sentence was added here for round ${round}.\n`);
  return ingest();
});
rmSync(folder, { recursive: true, force: true });
const ingestMs = quantile(
  changed.map((one) => one.report.elapsedMs),
  0.5,
);
const share = (ms: number) => Number(((100 * ms) / first.report.elapsedMs).toFixed(2));
process.stdout.write(
  `${JSON.stringify({
    set: basename(set),
    articles: first.report.articles.added + first.report.articles.unchanged,
    passages: first.report.passages,
    firstMs: first.report.elapsedMs,
    firstEmbedded: first.report.embedded,
    unchangedMs: unchanged.report.elapsedMs,
    oneChangedMs: ingestMs,
    oneChangedWallMs: quantile(
      changed.map((one) => one.wallMs),
      0.5,
    ),
    oneChangedEmbedded: changed.map((one) => one.report.embedded),
    sharePercent: share(ingestMs),
    loadAverage: loadavg()[0],
  })}\n`,
);
