import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import type { VectorMatrix } from '../../domain/snapshot.js';
import { gone, type Labels } from './graph-files.js';
import type { GraphPlan } from './graph-plan.js';
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

/** Throws when the index at `path` does not hold the rows or does not find them. */
async function verify(
  path: string,
  matrix: VectorMatrix,
  labels: Labels,
  ef: number,
): Promise<void> {
  const index = await loadNative(path, matrix.dimensions, ef);
  if (index.getCurrentCount() !== labels.length) {
    throw new Error(`${path} holds ${index.getCurrentCount()} vectors instead of ${labels.length}`);
  }
  const rows = labels.filter((row) => row !== gone);
  const step = Math.max(1, Math.floor(rows.length / probes));
  let asked = 0;
  let found = 0;
  for (let at = 0; at < rows.length; at += step) {
    const [distance] = index.searchKnn(rowOf(matrix, rows[at] ?? 0), 1).distances;
    asked += 1;
    // Equal rows hide one another, so it is the distance that must be that of the row to itself.
    if (distance !== undefined && distance < 0.03) found += 1;
  }
  if (found < asked * 0.9) throw new Error(`${path} finds ${found} of ${asked} of its own vectors`);
}

export interface GraphWork {
  readonly plan: GraphPlan;
  /** The earlier graph, where the plan starts from one. */
  readonly source: string | null;
  readonly path: string;
}

async function begin({ plan, source }: GraphWork, matrix: VectorMatrix, settings: HnswParameters) {
  const { M, efConstruction, ef } = settings;
  const { labels, held, drop } = plan;
  if (source === null) {
    const index = new hnswlib.HierarchicalNSW(space, matrix.dimensions);
    index.initIndex({ maxElements: labels.length, m: M, efConstruction });
    return index;
  }
  const index = await loadNative(source, matrix.dimensions, ef);
  if (index.getCurrentCount() !== held) {
    throw new Error(`${source} holds ${index.getCurrentCount()} vectors instead of ${held}`);
  }
  if (labels.length > held) index.resizeIndex(labels.length);
  for (const label of drop) index.markDelete(label);
  return index;
}

/**
 * Builds, writes, and verifies what was written. Blocks its thread: 7 s at 10,000 × 384 new rows.
 * Once `stop` is not zero it ends between two rows, for a thread ended inside the library takes the
 * process with it.
 */
export async function buildNative(
  work: GraphWork,
  matrix: VectorMatrix,
  settings: HnswParameters,
  stop: Int32Array,
): Promise<void> {
  const { labels, held } = work.plan;
  const index = await begin(work, matrix, settings);
  for (let label = held; label < labels.length; label += 1) {
    if (Atomics.load(stop, 0) !== 0) return;
    index.addPoint(rowOf(matrix, labels[label] ?? 0), label);
  }
  // Reports success even when it wrote nothing.
  index.writeIndexSync(work.path);
  await verify(work.path, matrix, labels, settings.ef);
}
