import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after, setInterval as every } from 'node:timers';
import { describe, expect, it } from 'vitest';
import { createHnswVectorStore } from '../../../src/adapters/hnswlib/hnsw-vector-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { describeVectorStore } from '../../contracts/vector-store.js';
import { clusteredVectors, row } from '../../contracts/vectors.js';

describeVectorStore('hnsw', createHnswVectorStore);

const damaged = { name: 'AccordError', code: 'damaged-snapshot' };
const matrix = clusteredVectors(300, 16);

async function built() {
  const folder = temporaryFolder();
  const [file = ''] = await createHnswVectorStore().build(folder, matrix);
  return { folder, path: join(folder, file) };
}

describe('building', () => {
  it('leaves the event loop free', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = every(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const large = clusteredVectors(6_000, 128);
    last = performance.now();
    longest = 0;
    const started = last;
    await createHnswVectorStore().build(temporaryFolder(), large);
    const whole = performance.now() - started;
    clearInterval(timer);
    expect(longest).toBeGreaterThan(0);
    // A busy machine holds both up alike.
    expect(longest).toBeLessThan(whole / 3);
  });

  it('ends its thread when it is aborted midway', async () => {
    const large = clusteredVectors(12_000, 256);
    const abort = new AbortController();
    after(() => abort.abort(new Error('enough')), 300);
    const started = performance.now();
    const work = createHnswVectorStore().build(temporaryFolder(), large, { signal: abort.signal });
    await expect(work).rejects.toThrow('enough');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('says so when nothing was written', async () => {
    const folder = join(temporaryFolder(), 'missing');
    await expect(createHnswVectorStore().build(folder, matrix)).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining(folder),
    });
  });

  it('keeps its parameters, with ef at least 128', () => {
    const store = createHnswVectorStore({ M: 8, ef: 10 });
    expect(store.parameters).toEqual({ M: 8, efConstruction: 200, ef: 128 });
  });
});

describe('building upon an earlier index', () => {
  /** The rows of `matrix` at `rows`, -1 for one that is nowhere in it. */
  const without = (rows: readonly number[]) => {
    const fresh = clusteredVectors(rows.length, 16, 99);
    const values = new Float32Array(rows.length * 16);
    for (const [at, from] of rows.entries()) {
      values.set(from < 0 ? row(fresh, at) : row(matrix, from), at * 16);
    }
    return { dimensions: 16, count: rows.length, values };
  };
  const holds = async (folder: string, now: typeof matrix) => {
    const index = await createHnswVectorStore().open(folder, now);
    expect(index.size).toBe(now.count);
    for (let at = 0; at < now.count; at += 1) {
      const [best] = await index.search(row(now, at), 1);
      expect([best?.index, best?.score.toFixed(4)]).toEqual([at, '1.0000']);
    }
    const all = await index.search(row(now, 0), now.count);
    expect(all.every((hit) => hit.index >= 0 && hit.index < now.count)).toBe(true);
  };

  it('finds rows that stayed, moved and came, and none that went', async () => {
    const first = await built();
    const rows = [-1, ...Array.from({ length: 290 }, (_, at) => 299 - at), -1, -1];
    const second = { folder: temporaryFolder(), matrix: without(rows) };
    const earlier = { folder: first.folder, count: 300, rows: Int32Array.from(rows) };
    await createHnswVectorStore().build(second.folder, second.matrix, { earlier });
    await holds(second.folder, second.matrix);
    // The labels of what went and came show that the graph was kept.
    expect(readFileSync(join(second.folder, 'vectors.rows'))).toHaveLength(4 * (2 + 303));

    const third = temporaryFolder();
    const next = Int32Array.from(rows.keys()).slice(1);
    const again = { folder: second.folder, count: rows.length, rows: next };
    const kept = {
      ...second.matrix,
      count: rows.length - 1,
      values: second.matrix.values.slice(16),
    };
    await createHnswVectorStore().build(third, kept, { earlier: again });
    await holds(third, kept);
    expect(readFileSync(join(third, 'vectors.rows'))).toHaveLength(4 * (2 + 303));
  });

  it.each([
    ['most rows went', Array.from({ length: 100 }, (_, at) => at)],
    ['many rows came', Array.from({ length: 450 }, (_, at) => (at < 300 ? at : -1))],
  ])('begins anew where %s', async (_, rows) => {
    const { folder } = await built();
    const [target, now] = [temporaryFolder(), without(rows)];
    const earlier = { folder, count: 300, rows: Int32Array.from(rows) };
    await createHnswVectorStore().build(target, now, { earlier });
    expect(readFileSync(join(target, 'vectors.rows'))).toHaveLength(4 * (2 + rows.length));
    await holds(target, now);
  });

  it('begins anew where there is none', async () => {
    const target = temporaryFolder();
    const rows = Int32Array.from(matrix.values.subarray(0, 300).keys());
    const earlier = { folder: temporaryFolder(), count: 300, rows };
    await createHnswVectorStore().build(target, matrix, { earlier });
    await holds(target, matrix);
  });
});

describe('opening', () => {
  it('refuses an index of other dimensions or another count', async () => {
    const { folder } = await built();
    const store = createHnswVectorStore();
    for (const other of [clusteredVectors(300, 8), clusteredVectors(299, 16)]) {
      await expect(store.open(folder, other)).rejects.toMatchObject({
        ...damaged,
        message: expect.stringContaining(folder),
      });
    }
  });

  it('refuses a file that is missing, cut short or another thing', async () => {
    const { folder, path } = await built();
    const store = createHnswVectorStore();
    await expect(store.open(temporaryFolder(), matrix)).rejects.toMatchObject(damaged);
    truncateSync(path, readFileSync(path).length >> 1);
    await expect(store.open(folder, matrix)).rejects.toMatchObject(damaged);
    writeFileSync(path, 'short');
    await expect(store.open(folder, matrix)).rejects.toMatchObject(damaged);
    writeFileSync(path, Buffer.alloc(10_000));
    await expect(store.open(folder, matrix)).rejects.toMatchObject(damaged);
  });

  it('still opens a whole file after refusing a broken one', async () => {
    const { folder, path } = await built();
    const whole = readFileSync(path);
    const store = createHnswVectorStore();
    truncateSync(path, 500);
    await expect(store.open(folder, matrix)).rejects.toMatchObject(damaged);
    writeFileSync(path, whole);
    const index = await store.open(folder, matrix);
    expect((await index.search(row(matrix, 42), 1))[0]?.index).toBe(42);
  });
});
