import { dot } from '../../domain/dot.js';
import type { VectorMatrix } from '../../domain/snapshot.js';
import { checkMatrix, checkQuery } from '../../domain/vectors.js';
import type { VectorIndex, VectorStore } from '../../ports/vector-store.js';
import { createTopRows } from './top-rows.js';

function openExact({ dimensions, count, values }: VectorMatrix): VectorIndex {
  let open = true;
  return {
    size: count,
    async search(vector, k) {
      if (!open) throw new Error('The vector index is closed.');
      if (count === 0) return [];
      checkQuery(vector, dimensions);
      const top = createTopRows(Math.max(0, Math.min(Math.floor(k), count)));
      for (let row = 0; row < count; row += 1)
        top.offer(row, dot(values, row * dimensions, vector));
      return top.hits();
    },
    similarities(vector, rows) {
      checkQuery(vector, dimensions);
      return rows.map((row) => (row < count ? dot(values, row * dimensions, vector) : 0));
    },
    async close() {
      open = false;
    },
  };
}

/**
 * Compares the question with every row: exact, no files, and the yardstick of the others. A
 * search takes time in proportion to the rows, on the event loop.
 */
export function createExactVectorStore(): VectorStore {
  return {
    name: 'exact',
    parameters: {},
    async build(_folder, vectors, options) {
      options?.signal?.throwIfAborted();
      checkMatrix(vectors);
      return [];
    },
    async open(_folder, vectors) {
      checkMatrix(vectors);
      return openExact(vectors);
    },
  };
}
