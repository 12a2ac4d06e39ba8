/**
 * Other search libraries beside ours, one run, same passages, same vectors:
 * `npx tsx --expose-gc scripts/bench/peers.ts SET... [--work FOLDER] [--only PEER]
 * [--community FOLDER]`. Prints JSON lines. Each peer has a process of its own, so that none is
 * counted with the garbage of another. `--community` names a folder with a package.json in which
 * `npm install @langchain/community hnswlib-node` was run; without it HNSWLib is left out.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hnswLibFrom } from './peer-hnswlib.js';
import { type Build, peers } from './peer-libraries.js';
import { measureRanking } from './ranking.js';
import { createBenchEmbedder, openSet } from './sets.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'out/bench-work' },
    only: { type: 'string' },
    community: { type: 'string' },
  },
});
const round = (value: number, places = 1) => Number(value.toFixed(places));

/** In a process of its own, whose lines are passed on. */
function measureApart(folder: string, peer: string): void {
  const words = [...process.execArgv, import.meta.filename, folder, '--only', peer];
  if (values.community !== undefined) words.push('--community', values.community);
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
  const built = await build(set, vectors, embedder);
  const indexingMs = performance.now() - started;
  const memoryMb = inUse() - before;
  const ranking = await measureRanking(set, embedder, built.ask);
  const kept = built.kept?.size();
  const loading = performance.now();
  await built.kept?.load();
  const reloadMs = performance.now() - loading;
  process.stdout.write(
    `${JSON.stringify({
      set: set.name,
      peer,
      ...ranking,
      indexingMs: round(indexingMs),
      memoryMb: round(memoryMb),
      keptMb: kept === undefined ? null : round(kept / 1e6),
      reloadMs: kept === undefined ? null : round(reloadMs),
    })}\n`,
  );
  await embedder.close();
}

const { community } = values;
const all = {
  ...peers,
  ...(community === undefined ? {} : { 'langchain HNSWLib': hnswLibFrom(resolve(community)) }),
};
for (const folder of positionals) {
  for (const [peer, build] of Object.entries(all)) {
    if (values.only === peer) await measure(folder, peer, build);
    else if (values.only === undefined) measureApart(folder, peer);
  }
}
