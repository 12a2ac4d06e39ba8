/**
 * Ingests killed with SIGKILL at random moments, and failing at every single file operation.
 *
 *   npx tsx scripts/chaos/crash.ts [--seed 20261124] [--runs 300] [--every 1] [--work FOLDER]
 *
 * One JSON object on standard output; fails when something did not hold.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultIngests } from './faulted.js';
import { killIngests } from './kills.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261124' },
    runs: { type: 'string', default: '300' },
    every: { type: 'string', default: '1' },
    work: { type: 'string' },
  },
});
const folder = values.work ?? mkdtempSync(join(tmpdir(), 'accord-crash-'));
const seed = Number(values.seed);
const started = performance.now();
const [faults, kills] = await Promise.all([
  faultIngests(join(folder, 'faults'), Number(values.every)),
  killIngests(join(folder, 'kills'), seed, Number(values.runs)),
]);
const failed = kills.failures.length + faults.failures.length;
const seconds = Math.round((performance.now() - started) / 1000);
const result = { script: 'crash', seed, node: process.version, seconds, failed, kills, faults };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
