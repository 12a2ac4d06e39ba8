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
    await createHnswVectorStore().build(temporaryFolder(), clusteredVectors(3_000, 128));
    clearInterval(timer);
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(250);
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

describe('opening', () => {
  it('refuses an index of other dimensions or another count', async () => {
    const { folder, path } = await built();
    const store = createHnswVectorStore();
    for (const other of [clusteredVectors(300, 8), clusteredVectors(299, 16)]) {
      await expect(store.open(folder, other)).rejects.toMatchObject({
        ...damaged,
        message: expect.stringContaining(path),
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
