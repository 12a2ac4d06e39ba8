/**
 * The same vectors and questions in hnswlib and in pgvector: recall@10, latency, build time, size.
 *
 *   DATABASE_URL=postgres://… npx tsx scripts/bench/pgvector.ts [rows=100000] [questions=500]
 *
 * Makes a database of its own on that server and drops it. Prints a table in Markdown.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHnswVectorStore } from '../../src/adapters/hnswlib/hnsw-vector-store.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import { addressOf } from '../../src/adapters/postgres/connection/address.js';
import { type Connection, numberOf } from '../../src/adapters/postgres/connection/connection.js';
import { createPgConnection } from '../../src/adapters/postgres/connection/pg-connection.js';
import { migrate } from '../../src/adapters/postgres/migrations/migrate.js';
import { createPgvectorStore } from '../../src/adapters/postgres/vectors/pgvector-store.js';
import type { VectorMatrix } from '../../src/domain/snapshot.js';
import type { VectorIndex, VectorStore } from '../../src/ports/vector-store.js';
import { clusteredVectors, firstRows, row } from '../../test/contracts/vectors.js';

const rows = Number(process.argv[2] ?? 100_000);
const questions = Number(process.argv[3] ?? 500);
const dimensions = 384;

const say = (line: string) => process.stdout.write(`${line}\n`);

function percentile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(2);
}

async function ask(index: VectorIndex, all: VectorMatrix, truth: readonly ReadonlySet<number>[]) {
  const times: number[] = [];
  let found = 0;
  for (let number = 0; number < 20; number += 1) await index.search(row(all, rows + number), 10);
  for (let number = 0; number < questions; number += 1) {
    const started = performance.now();
    const hits = await index.search(row(all, rows + number), 10);
    times.push(performance.now() - started);
    found += hits.filter((hit) => truth[number]?.has(hit.index)).length;
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    recall: found / (10 * questions),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
  };
}

/** Questions a second when so many are asked at once. */
async function together(index: VectorIndex, all: VectorMatrix, many: number): Promise<number> {
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < questions) {
      next += 1;
      await index.search(row(all, rows + next - 1), 10);
    }
  };
  await Promise.all(Array.from({ length: many }, worker));
  return (1000 * questions) / (performance.now() - started);
}

async function measure(
  name: string,
  store: VectorStore,
  all: VectorMatrix,
  truth: readonly ReadonlySet<number>[],
  bytes: (folder: string, files: readonly string[]) => Promise<number>,
) {
  const matrix = firstRows(all, rows);
  const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
  try {
    const started = performance.now();
    const files = await store.build(folder, matrix);
    const built = (performance.now() - started) / 1000;
    const index = await store.open(folder, matrix);
    const { recall, p50, p95 } = await ask(index, all, truth);
    const throughput = await together(index, all, 8);
    const size = (await bytes(folder, files)) / 2 ** 20;
    await index.close();
    say(
      `| ${name} | ${recall.toFixed(4)} | ${p50} | ${p95} | ${throughput.toFixed(0)} | ${built.toFixed(1)} | ${size.toFixed(0)} |`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sizeOfSets(connection: Connection): Promise<number> {
  const [found] = await connection.query(
    `select coalesce(sum(pg_total_relation_size(format('accord.%I', tablename)::regclass)), 0)::text as bytes
     from pg_tables where schemaname = 'accord' and tablename like 'vectors\\_%'`,
  );
  return numberOf(found, 'bytes');
}

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL to a server on which a database may be made.');
const database = `accord_bench_${process.pid}`;
const server = createPgConnection({ address: addressOf(url) });
const target = new URL(url);
target.pathname = `/${database}`;
await server.query(`create database ${database}`);
const address = addressOf(target.href);
const connection = createPgConnection({ address });
try {
  await migrate(connection, address.shown);
  const all = clusteredVectors(rows + questions, dimensions, 11);
  const exact = await createExactVectorStore().open('', firstRows(all, rows));
  const truth: ReadonlySet<number>[] = [];
  for (let number = 0; number < questions; number += 1) {
    const hits = await exact.search(row(all, rows + number), 10);
    truth.push(new Set(hits.map((hit) => hit.index)));
  }
  say(`${rows} × ${dimensions}, ${questions} questions, ten neighbours; M 16, efConstruction 200.`);
  say('');
  say('| store | recall@10 | p50 ms | p95 ms | questions/s, 8 at once | build s | MiB |');
  say('|---|---|---|---|---|---|---|');
  const ofFiles = async (folder: string, files: readonly string[]) =>
    files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 4 * rows * dimensions);
  await measure('exact, in memory', createExactVectorStore(), all, truth, ofFiles);
  await measure('hnswlib, ef 320', createHnswVectorStore(), all, truth, ofFiles);
  const ofSets = () => sizeOfSets(connection);
  const pgvector = createPgvectorStore({ connection });
  await measure('pgvector, ef 320', pgvector, all, truth, ofSets);
} finally {
  await connection.close();
  await server.query(`drop database ${database} with (force)`);
  await server.close();
}
