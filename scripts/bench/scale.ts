/**
 * From 10,000 to 100,000 passages: `npx tsx scripts/bench/scale.ts SET [--work FOLDER] [--svg FILE]
 * [--largest 100000]`. Text of the set with words swapped at random, vectors of the set with noise,
 * written as an ingest writes them and opened by the built product in a process of its own; one JSON line a size.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compiled } from './compiled.js';
import { plotOf } from './plot.js';
import { writeScaled } from './scale-data.js';
import { createBenchEmbedder, openSet } from './sets.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'out/bench-work' },
    svg: { type: 'string' },
    largest: { type: 'string', default: '100000' },
  },
});
const embedder = createBenchEmbedder();
const set = await openSet(positionals[0] ?? '', values.work);
const file = join(values.work, 'scale-questions.json');
const asked = [];
for (const { text } of set.questions.slice(0, 200)) {
  asked.push({ text, vector: Array.from(await embedder.embedQuestion(text)) });
}
writeFileSync(file, JSON.stringify(asked));
await embedder.close();

interface Opened {
  readonly passages: number;
  readonly memoryRatio: number;
  readonly openMs: number;
  readonly longestBlockMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly exactP95Ms: number;
  readonly residentMb: number;
  readonly recall10: number;
}

const child = compiled('scale-open', values.work);
const rows: Opened[] = [];
for (const count of [10_000, 25_000, 50_000, 100_000]) {
  if (count > Number(values.largest)) continue;
  const folder = join(values.work, `scale-${count}`);
  rmSync(folder, { recursive: true, force: true });
  const written = await writeScaled(set, count, folder);
  // What was just written goes to the disk first, or opening would wait for that.
  execFileSync('sync');
  const output = execFileSync(process.execPath, ['--expose-gc', child, folder, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const opened: Omit<Opened, 'passages' | 'memoryRatio'> = JSON.parse(output.toString());
  const memoryRatio = Number((opened.residentMb / written.rawMb).toFixed(2));
  const row = { passages: count, ...written, ...opened, memoryRatio };
  rows.push(row);
  process.stdout.write(`${JSON.stringify(row)}\n`);
  rmSync(folder, { recursive: true, force: true });
}
if (values.svg) {
  const series = (name: string, value: (row: Opened) => number) => ({
    name,
    points: rows.map((row) => [row.passages, value(row)] as const),
  });
  const panels = [
    series('question p95, graph (ms)', (row) => row.p95Ms),
    series('question p95, exact (ms)', (row) => row.exactP95Ms),
    series('opened (ms)', (row) => row.openMs),
    series('memory / raw', (row) => row.memoryRatio),
  ];
  writeFileSync(values.svg, plotOf('Passages', panels));
}
