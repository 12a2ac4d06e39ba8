import { join } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import { AccordError } from '../../domain/errors.js';
import type { VectorMatrix } from '../../domain/snapshot.js';
import { checkMatrix, checkQuery } from '../../domain/vectors.js';
import type { VectorIndex, VectorStore } from '../../ports/vector-store.js';
import { buildInWorker } from './build-in-worker.js';
import { defaults, type HnswParameters, indexFile } from './hnsw-parameters.js';
import { readHeader } from './index-header.js';
import { loadNative } from './native-index.js';

function unfit(path: string, reason: string, cause?: unknown): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `The vector index ${path} ${reason}. Run \`accord ingest\` to build it again, or \`accord rollback ID\` to go back to another snapshot.`,
    { facts: { path }, cause },
  );
}

async function load(path: string, matrix: VectorMatrix, ef: number): Promise<HierarchicalNSW> {
  const header = await readHeader(path).catch((error: unknown) => {
    throw unfit(path, 'cannot be read', error);
  });
  if (header?.count !== matrix.count || header.dimensions !== matrix.dimensions) {
    throw unfit(path, `does not hold ${matrix.count} vectors of ${matrix.dimensions} dimensions`);
  }
  try {
    return await loadNative(path, matrix.dimensions, ef);
  } catch (error) {
    throw unfit(path, 'does not load', error);
  }
}

function indexOver(native: HierarchicalNSW | null, { dimensions, count, values }: VectorMatrix) {
  let index = native;
  let open = true;
  const opened: VectorIndex = {
    size: count,
    async search(vector, k) {
      if (!open) throw new Error('The vector index is closed.');
      if (!index) return [];
      checkQuery(vector, dimensions);
      const wanted = Math.max(0, Math.min(Math.floor(k), count));
      if (wanted === 0) return [];
      const { neighbors, distances } = index.searchKnn(Array.from(vector), wanted);
      return neighbors.map((row, at) => ({ index: row, score: 1 - (distances[at] ?? 1) }));
    },
    similarities(vector, rows) {
      checkQuery(vector, dimensions);
      return rows.map((row) => {
        const own = values.subarray(row * dimensions, (row + 1) * dimensions);
        return own.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0);
      });
    },
    async close() {
      open = false;
      index = null;
    },
  };
  return opened;
}

/**
 * Approximate search over an HNSW graph. A damaged index file can end the process, so `open` must
 * only be given files whose checksums were verified. Searches run on the event loop, well under a
 * millisecond each; building runs on a thread of its own.
 */
export function createHnswVectorStore(options: Partial<HnswParameters> = {}): VectorStore {
  const given = { ...defaults, ...options };
  const parameters: HnswParameters = { ...given, ef: Math.max(128, given.ef) };
  return {
    name: 'hnsw',
    parameters: { ...parameters },
    async build(folder, vectors, { signal } = {}) {
      checkMatrix(vectors);
      if (vectors.count === 0) return [];
      const { dimensions, count, values } = vectors;
      const matrix = { dimensions, count, values };
      await buildInWorker({ path: join(folder, indexFile), matrix, parameters }, signal);
      return [indexFile];
    },
    async open(folder, vectors) {
      const path = join(folder, indexFile);
      const native = vectors.count === 0 ? null : await load(path, vectors, parameters.ef);
      return indexOver(native, vectors);
    },
  };
}
