import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileVectorCache } from '../../../src/adapters/files/vector-cache/vector-cache.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

const embedder = { id: 'fake', checksum: 'one', dimensions: 4 };
const recordBytes = 32 + 4 * 4 + 8;
const vectorOf = (seed: number) => Float32Array.from([seed, 1 / (seed + 1), -seed, 0.25]);
const pairs = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => [`hash-${from + at}`, vectorOf(from + at)] as const);

async function written(count: number) {
  const folder = temporaryFolder();
  const cache = createFileVectorCache({ folder });
  const opened = await cache.open(embedder);
  await opened.keep(pairs(0, count));
  await opened.close();
  return { folder, cache, path: join(folder, 'vectors.cache') };
}

async function found(cache: ReturnType<typeof createFileVectorCache>, count: number) {
  const opened = await cache.open(embedder);
  const all = Array.from({ length: count }, (_, at) => opened.find(`hash-${at}`));
  await opened.close();
  return all;
}

describe('a vector cache', () => {
  it('is empty at first, and makes its folder', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    const opened = await createFileVectorCache({ folder }).open(embedder);
    expect(opened.find('hash-0')).toBeNull();
    await opened.close();
  });

  it('gives back, to the bit, what was kept before, until it is cleared', async () => {
    const { cache, path } = await written(700);
    expect(await found(cache, 700)).toEqual(pairs(0, 700).map(([, vector]) => vector));
    await cache.clear();
    expect(existsSync(path)).toBe(false);
    expect(await found(cache, 1)).toEqual([null]);
    await cache.clear();
  });

  it('is of one embedder', async () => {
    const { cache } = await written(3);
    for (const other of [
      { ...embedder, id: 'other' },
      { ...embedder, checksum: 'two' },
      { ...embedder, dimensions: 5 },
    ]) {
      const opened = await cache.open(other);
      expect(opened.find('hash-0')).toBeNull();
      await opened.close();
    }
  });

  it.each([1, 17, recordBytes - 1])(
    'forgets a record of which %i bytes are missing',
    async (torn) => {
      const { cache, path } = await written(5);
      writeFileSync(path, readFileSync(path).subarray(0, 5 * recordBytes - torn));
      const opened = await cache.open(embedder);
      await opened.keep(pairs(5, 6));
      await opened.close();
      const all = await found(cache, 6);
      expect(all[4]).toBeNull();
      expect([...all.slice(0, 4), all[5]]).toEqual(
        [0, 1, 2, 3, 5].map((number) => vectorOf(number)),
      );
    },
  );

  it('never gives a vector of which a bit has flipped', async () => {
    const { cache, path } = await written(4);
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const spoilt = Buffer.from(whole);
        spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(path, spoilt);
        const hit = Math.floor((bit >> 3) / recordBytes);
        expect(await found(cache, 4)).toEqual(
          [0, 1, 2, 3].map((number) => (number === hit ? null : vectorOf(number))),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('starts over where nothing in the file fits', async () => {
    const { cache, path } = await written(0);
    appendFileSync(path, 'no records at all'.repeat(20));
    expect(await found(cache, 1)).toEqual([null]);
    expect(statSync(path).size).toBe(0);
  });

  it('does not grow beyond its bounds', async () => {
    const folder = temporaryFolder();
    const cache = createFileVectorCache({ folder, maxBytes: 3 * recordBytes });
    const opened = await cache.open(embedder);
    await opened.keep(pairs(0, 2));
    await opened.keep(pairs(2, 4));
    await opened.close();
    expect(statSync(join(folder, 'vectors.cache')).size).toBe(2 * recordBytes);
  });

  it('is nothing, and no hindrance, where it cannot be written', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'vectors.cache'));
    const cache = createFileVectorCache({ folder });
    const opened = await cache.open(embedder);
    await opened.keep(pairs(0, 1));
    expect(opened.find('hash-0')).toBeNull();
    await opened.close();
    await cache.clear();
  });
});
