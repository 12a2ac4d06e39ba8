import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { VectorMatrix } from '../../src/domain/snapshot.js';
import type { VectorStore } from '../../src/ports/vector-store.js';
import { temporaryFolder } from './temporary-folder.js';
import { clusteredVectors, firstRows, nearestRows, row } from './vectors.js';

async function openBuilt(store: VectorStore, matrix: VectorMatrix) {
  const folder = temporaryFolder();
  const files = await store.build(folder, matrix);
  return { files, folder, index: await store.open(folder, matrix) };
}

/** What every vector store promises. */
export function describeVectorStore(name: string, create: () => VectorStore): void {
  describe(`vector store ${name}`, () => {
    const all = clusteredVectors(400, 24);
    const matrix = firstRows(all, 350);

    it('names exactly the files that it wrote', async () => {
      const { files, folder } = await openBuilt(create(), matrix);
      expect(readdirSync(folder).sort()).toEqual([...files].sort());
    });

    it('finds the nearest rows with their cosine, best first', async () => {
      const { index } = await openBuilt(create(), matrix);
      expect(index.size).toBe(350);
      for (let question = 350; question < 400; question += 1) {
        const vector = row(all, question);
        const hits = await index.search(vector, 5);
        const expected = nearestRows(matrix, vector, 5);
        expect(hits.map((hit) => hit.index)).toEqual(expected.map((hit) => hit.index));
        for (const [at, hit] of hits.entries()) {
          expect(hit.score).toBeCloseTo(expected[at]?.score ?? Number.NaN, 5);
        }
      }
    });

    it('tells the cosines of given rows', async () => {
      const { index } = await openBuilt(create(), matrix);
      const hits = await index.search(row(all, 380), 20);
      const rows = hits.map((hit) => hit.index).toReversed();
      for (const [at, cosine] of index.similarities(row(all, 380), rows).entries()) {
        expect(cosine).toBeCloseTo(hits.toReversed()[at]?.score ?? Number.NaN, 5);
      }
    });

    it('recalls at least 99.5 % of the true ten', async () => {
      const many = clusteredVectors(2_100, 96, 7);
      const base = firstRows(many, 2_000);
      const { index } = await openBuilt(create(), base);
      let found = 0;
      for (let question = 2_000; question < 2_100; question += 1) {
        const truth = new Set(nearestRows(base, row(many, question), 10).map((hit) => hit.index));
        const hits = await index.search(row(many, question), 10);
        found += hits.filter((hit) => truth.has(hit.index)).length;
      }
      expect(found / 1_000).toBeGreaterThanOrEqual(0.995);
    });

    it('gives every row when asked for more, and none when asked for none', async () => {
      const { index } = await openBuilt(create(), firstRows(all, 7));
      const hits = await index.search(row(all, 0), 50);
      expect(hits.map((hit) => hit.index).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(await index.search(row(all, 0), 0)).toEqual([]);
    });

    it('works without any row', async () => {
      const none = { dimensions: 24, count: 0, values: new Float32Array() };
      const { index } = await openBuilt(create(), none);
      expect(await index.search(row(all, 0), 5)).toEqual([]);
    });

    it('finds equal rows', async () => {
      const values = new Float32Array(60 * 24);
      for (let copy = 0; copy < 60; copy += 1) values.set(row(all, 3), copy * 24);
      const { index } = await openBuilt(create(), { dimensions: 24, count: 60, values });
      const hits = await index.search(row(all, 3), 10);
      expect(new Set(hits.map((hit) => hit.index)).size).toBe(10);
      for (const hit of hits) expect(hit.score).toBeCloseTo(1, 5);
    });

    it('refuses a question of other dimensions, or one that holds no numbers', async () => {
      const { index } = await openBuilt(create(), matrix);
      await expect(index.search(new Float32Array(23), 3)).rejects.toMatchObject({
        name: 'AccordError',
        code: 'embedder-mismatch',
      });
      await expect(index.search(row(all, 0).fill(Number.NaN, 5, 6), 3)).rejects.toMatchObject({
        name: 'AccordError',
        code: 'model-damaged',
      });
    });

    it.each([
      ['holds NaN', (values: Float32Array) => values.fill(Number.NaN, 30, 31)],
      ['holds a row of zeros', (values: Float32Array) => values.fill(0, 24, 48)],
      ['is too short', (values: Float32Array) => values.slice(1)],
    ])('refuses to build a matrix that %s', async (_, spoil) => {
      const spoilt = { ...matrix, values: spoil(matrix.values.slice()) };
      await expect(create().build(temporaryFolder(), spoilt)).rejects.toMatchObject({
        name: 'AccordError',
        code: 'model-damaged',
      });
    });

    it('leaves no file behind when it is aborted', async () => {
      const folder = temporaryFolder();
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(create().build(folder, matrix, { signal })).rejects.toThrow('enough');
      expect(readdirSync(folder)).toEqual([]);
    });

    it('keeps two open indexes apart, and a closed one closed', async () => {
      const store = create();
      const first = await openBuilt(store, matrix);
      const second = await openBuilt(store, clusteredVectors(80, 12, 3));
      expect((await first.index.search(row(all, 9), 1))[0]?.index).toBe(9);
      await second.index.close();
      await expect(second.index.search(new Float32Array(12), 1)).rejects.toThrow('closed');
      expect((await first.index.search(row(all, 10), 1))[0]?.index).toBe(10);
    });
  });
}
