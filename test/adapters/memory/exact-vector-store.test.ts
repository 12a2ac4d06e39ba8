import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createExactVectorStore } from '../../../src/adapters/memory/exact-vector-store.js';
import { describeVectorStore } from '../../contracts/vector-store.js';
import { clusteredVectors, nearestRows, row } from '../../contracts/vectors.js';

describeVectorStore('exact', createExactVectorStore);

it('agrees with a full sort for any size, dimension and k', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 70 }),
      fc.integer(),
      async (count, dimensions, k, seed) => {
        const matrix = clusteredVectors(count, dimensions, seed);
        const question = row(clusteredVectors(1, dimensions, seed + 1), 0);
        const index = await createExactVectorStore().open('', matrix);
        const hits = await index.search(question, k);
        const expected = nearestRows(matrix, question, k);
        expect(hits).toHaveLength(expected.length);
        for (const [at, hit] of hits.entries()) {
          expect(hit.score).toBeCloseTo(expected[at]?.score ?? Number.NaN, 10);
        }
        expect(new Set(hits.map((hit) => hit.index)).size).toBe(hits.length);
      },
    ),
  );
});

it('puts the earlier of equal rows first', async () => {
  const values = new Float32Array(10 * 2).map((_, at) => (at % 2 === 0 ? 1 : 0));
  const index = await createExactVectorStore().open('', { dimensions: 2, count: 10, values });
  const hits = await index.search(new Float32Array([1, 0]), 4);
  expect(hits.map((hit) => hit.index)).toEqual([0, 1, 2, 3]);
});
