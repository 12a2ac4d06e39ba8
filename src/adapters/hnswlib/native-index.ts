import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import type { VectorMatrix } from '../../domain/snapshot.js';
import { type HnswParameters, space } from './hnsw-parameters.js';

/** The library takes plain arrays only. */
function rowOf({ dimensions, values }: VectorMatrix, row: number): number[] {
  return Array.from(values.subarray(row * dimensions, (row + 1) * dimensions));
}

/** Reads a file into an instance of its own; one that held an index before must not be used. */
export async function loadNative(
  path: string,
  dimensions: number,
  ef: number,
): Promise<HierarchicalNSW> {
  const index = new hnswlib.HierarchicalNSW(space, dimensions);
  await index.readIndex(path);
  // The library falls back to 10 on every load.
  index.setEf(ef);
  return index;
}

/** About this many rows are searched for when a new index is checked. */
const probes = 32;

/** Throws when the index at `path` does not hold the matrix or does not find its rows. */
async function verify(path: string, matrix: VectorMatrix, ef: number): Promise<void> {
  const index = await loadNative(path, matrix.dimensions, ef);
  if (index.getCurrentCount() !== matrix.count) {
    throw new Error(`${path} holds ${index.getCurrentCount()} vectors instead of ${matrix.count}`);
  }
  const step = Math.max(1, Math.floor(matrix.count / probes));
  let asked = 0;
  let found = 0;
  for (let row = 0; row < matrix.count; row += step) {
    const [distance] = index.searchKnn(rowOf(matrix, row), 1).distances;
    asked += 1;
    // Equal rows hide one another, so it is the distance that must be that of the row to itself.
    if (distance !== undefined && distance < 0.03) found += 1;
  }
  if (found < asked * 0.9) throw new Error(`${path} finds ${found} of ${asked} of its own vectors`);
}

/**
 * Builds, writes, and verifies what was written. Blocks its thread: 7 s at 10,000 × 384. Once
 * `stop` is not zero it ends between two rows, for a thread ended inside the library takes the
 * process with it.
 */
export async function buildNative(
  path: string,
  matrix: VectorMatrix,
  { M, efConstruction, ef }: HnswParameters,
  stop: Int32Array,
): Promise<void> {
  const index = new hnswlib.HierarchicalNSW(space, matrix.dimensions);
  index.initIndex({ maxElements: matrix.count, m: M, efConstruction });
  for (let row = 0; row < matrix.count; row += 1) {
    if (Atomics.load(stop, 0) !== 0) return;
    index.addPoint(rowOf(matrix, row), row);
  }
  // Reports success even when it wrote nothing.
  index.writeIndexSync(path);
  await verify(path, matrix, ef);
}
