/**
 * Other search libraries beside ours, one run, same passages, same vectors:
 * `npx tsx --expose-gc scripts/bench/peers.ts SET... [--work FOLDER] [--only PEER]`.
 * Prints JSON lines. Each peer has a process of its own, so that none is counted with the garbage of
 * another. HNSWLib is left out: it takes hnswlib-node of another version.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Build, peers } from './peer-libraries.js';
import { measureRanking } from './ranking.js';
import { createBenchEmbedder, openSet } from './sets.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'out/bench-work' },
    only: { type: 'string' },
  },
});
const round = (value: number, places = 1) => Number(value.toFixed(places));

/** In a process of its own, whose lines are passed on. */
function measureApart(folder: string, peer: string): void {
  const words = [...process.execArgv, import.meta.filename, folder, '--only', peer];
  const { status } = spawnSync(process.execPath, [...words, '--work', values.work], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
}

const inUse = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

async function measure(folder: string, peer: string, build: Build): Promise<void> {
  const embedder = createBenchEmbedder();
  const set = await openSet(folder, values.work);
  const { dimensions } = set.vectors;
  const vectors = set.knowledge.passages.map(({ index }) =>
    set.vectors.values.subarray(index * dimensions, (index + 1) * dimensions),
  );
  const before = inUse();
  const started = performance.now();
  const built = await build(set, vectors);
  const indexingMs = performance.now() - started;
  const memoryMb = inUse() - before;
  const ranking = await measureRanking(set, embedder, built.ask);
  const kept = built.kept?.text();
  const loading = performance.now();
  if (kept !== undefined) await built.kept?.load(kept);
  const reloadMs = performance.now() - loading;
  const known = kept !== undefined;
  process.stdout.write(
    `${JSON.stringify({
      set: set.name,
      peer,
      ...ranking,
      indexingMs: round(indexingMs),
      memoryMb: round(memoryMb),
      keptMb: known ? round(kept.length / 1e6) : null,
      reloadMs: known ? round(reloadMs) : null,
    })}\n`,
  );
  await embedder.close();
}

for (const folder of positionals) {
  for (const [peer, build] of Object.entries(peers)) {
    if (values.only === peer) await measure(folder, peer, build);
    else if (values.only === undefined) measureApart(folder, peer);
  }
}
