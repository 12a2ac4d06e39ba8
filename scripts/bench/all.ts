/**
 * Every figure of docs/benchmarks.md and docs/benchmarks-retrieval.md, one script after another:
 *
 *   npm run bench -- [--sets FOLDER] [--quick] [--only NAME,NAME] [--out FOLDER] [--work FOLDER]
 *
 * Writes `NAME.json` into `--out` and the plot beside it. `--sets` (or ACCORD_BENCH_SETS) holds the
 * sets scifact, multihoprag500 and clapnq-absent; what needs them is passed over without it, and a
 * line says so. `--quick` takes the least that still shows each figure, and writes into out/bench.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: process.env['ACCORD_BENCH_SETS'] ?? '' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string' },
    work: { type: 'string', default: 'out/bench-work' },
  },
});
const { sets, quick, work } = values;
const out = values.out ?? (quick ? 'out/bench' : 'docs/bench');
const root = fileURLToPath(new URL('../../', import.meta.url));

interface Step {
  readonly name: string;
  readonly script: string;
  /** Sets that it takes, named before its other words. */
  readonly sets?: readonly string[];
  readonly words?: readonly string[];
  /** In place of `words` with `--quick`. */
  readonly quick?: readonly string[];
  /** It takes the folder to work in. */
  readonly works?: true;
}

const news = ['clapnq-absent', 'multihoprag500'];
const fixtures = 'test/fixtures/questions/shipped-corpus.jsonl';
const plot = ['--svg', join(out, 'scale.svg')];
const steps: readonly Step[] = [
  { name: 'main-job', script: 'main-job', words: ['--json'], quick: ['--json', '--rounds', '1'] },
  { name: 'embedder', script: 'embedder', quick: ['20'] },
  { name: 'register', script: 'register', words: ['--json'] },
  {
    name: 'questions',
    script: 'questions',
    words: [fixtures, '--json', '--data', join(work, 'shipped')],
  },
  { name: 'extraction', script: 'extraction' },
  { name: 'names', script: 'ranking-names', words: ['--data', join(work, 'names')] },
  { name: 'support', script: 'support' },
  { name: 'peers', script: 'peers', sets: ['multihoprag500', 'scifact'], works: true },
  { name: 'abstention', script: 'abstention', sets: news, words: ['--fit'], works: true },
  {
    name: 'scale',
    script: 'scale',
    sets: ['scifact'],
    words: plot,
    quick: [...plot, '--largest', '10000'],
    works: true,
  },
  {
    name: 'reingest',
    script: 'reingest',
    sets: ['scifact'],
    works: true,
  },
  {
    name: 'while-ingesting',
    script: 'while-ingesting',
    sets: ['scifact'],
    words: ['--articles', '600', '--rounds', '2'],
    quick: ['--articles', '300', '--rounds', '1'],
    works: true,
  },
];

/** Sets that are taken in place of all with `--quick`. */
const quickSets: Readonly<Record<string, readonly string[]>> = { peers: ['multihoprag500'] };

/** One JSON value, JSON lines, or lines of text, as a script prints them. */
function read(output: string): unknown {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  for (const text of [output, `[${lines.join(',')}]`]) {
    try {
      return JSON.parse(text);
    } catch {}
  }
  return lines;
}

function wordsOf(step: Step): readonly string[] | null {
  const wanted = (quick ? quickSets[step.name] : undefined) ?? step.sets ?? [];
  const folders = wanted.map((name) => join(sets, name));
  if (folders.length > 0 && (sets === '' || !folders.every((folder) => existsSync(folder)))) {
    process.stdout.write(`${step.name}: passed over, it needs --sets with ${wanted.join(', ')}\n`);
    return null;
  }
  const more = (quick ? step.quick : undefined) ?? step.words ?? [];
  return [...folders, ...more, ...(step.works ? ['--work', work] : [])];
}

const only = values.only?.split(',');
mkdirSync(join(root, out), { recursive: true });
mkdirSync(join(root, work), { recursive: true });
const builds = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale'], {
  stdio: 'inherit',
});
if (builds.status !== 0) process.exit(1);
const failed: string[] = [];
for (const step of steps.filter(({ name }) => !only || only.includes(name))) {
  const words = wordsOf(step);
  if (!words) continue;
  const script = join('scripts/bench', `${step.script}.ts`);
  const started = performance.now();
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--expose-gc', script, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  if (run.status !== 0) failed.push(step.name);
  const shown = words.map((word) => (sets === '' ? word : word.replace(sets, 'SETS')));
  const result = {
    command: ['npx tsx --expose-gc', script, ...shown].join(' '),
    day: new Date().toISOString().slice(0, 10),
    machine: { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
    node: process.version,
    loadAverage: loadavg().map((load) => Math.round(load * 10) / 10),
    seconds,
    figures: read(run.stdout.toString()),
  };
  writeFileSync(join(root, out, `${step.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${step.name}: ${run.status === 0 ? 'done' : 'failed'} in ${seconds} s\n`);
}
if (failed.length > 0) {
  process.stdout.write(`failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
