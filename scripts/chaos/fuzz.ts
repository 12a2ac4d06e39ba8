/**
 * Hostile inputs for everything that reads what others wrote.
 *
 *   npx tsx scripts/chaos/fuzz.ts [--seed 20261124] [--inputs 100000] [--only NAME]
 *
 * One JSON object on standard output; fails when an input threw, took the processor for more than
 * a second, or memory grew.
 */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Each, fuzzTargets } from './fuzz-targets.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261124' },
    inputs: { type: 'string', default: '100000' },
    only: { type: 'string' },
  },
});
/** Milliseconds of processor time: on a busy machine, waiting is nobody's fault. */
const mostMs = 1_000;
/** Growth of the heap over all inputs that is no leak: compiled code, caches of packages. */
const mostMiB = 32;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const heapMiB = () => {
  collect();
  return Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10;
};
const cpuMs = () => process.cpuUsage().user / 1000;

const seed = Number(values.seed);
const started = performance.now();
const failures: string[] = [];
const rows: Record<string, object> = {};
const all = (await fuzzTargets()).filter(
  ({ name }) => values.only === undefined || values.only === name,
);

async function feed(count: number, tell: boolean): Promise<number> {
  let total = 0;
  for (const { name, share, run } of all) {
    let [slowestMs, inputs] = [0, 0];
    const each: Each = async (input, work) => {
      inputs += 1;
      const before = cpuMs();
      const shown = () => JSON.stringify(input)?.slice(0, 300);
      try {
        await work();
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push(`${name} threw ${message.slice(0, 400)} on ${shown()}`);
      }
      const ms = cpuMs() - before;
      slowestMs = Math.max(slowestMs, ms);
      if (ms > mostMs) failures.push(`${name} took ${Math.round(ms)} ms on ${shown()}`);
    };
    await run(seed, Math.ceil(count * share), each);
    total += inputs;
    if (!tell) continue;
    rows[name] = { inputs, slowestMs: Math.round(slowestMs), heapMiB: heapMiB() };
    process.stderr.write(`${name}: ${JSON.stringify(rows[name])}, ${failures.length} failures\n`);
  }
  return total;
}

// Packages are loaded and code is compiled before memory is looked at.
await feed(Math.min(2_000, Number(values.inputs)), false);
failures.length = 0;
const before = heapMiB();
const total = await feed(Number(values.inputs), true);
const after = heapMiB();
if (after - before > mostMiB) failures.push(`the heap grew from ${before} to ${after} MiB`);
const seconds = Math.round((performance.now() - started) / 1000);
const memory = { heapBeforeMiB: before, heapAfterMiB: after };
const result = { script: 'fuzz', seed, node: process.version, seconds, inputs: total, ...memory };
process.stdout.write(`${JSON.stringify({ ...result, targets: rows, failures }, null, 2)}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
