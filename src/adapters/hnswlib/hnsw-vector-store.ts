import { join } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import { AccordError } from '../../domain/errors.js';
import type { VectorMatrix } from '../../domain/snapshot.js';
import { checkMatrix, checkQuery } from '../../domain/vectors.js';
import type {
  EarlierVectors,
  VectorHit,
  VectorIndex,
  VectorStore,
} from '../../ports/vector-store.js';
import { buildInWorker } from './build-in-worker.js';
import { gone, graphFile, type Labels, readLabels, writeLabels } from './graph-files.js';
import { type GraphPlan, planAnew, planUpon } from './graph-plan.js';
import { defaults, type HnswParameters } from './hnsw-parameters.js';
import { readHeader } from './index-header.js';
import { loadNative } from './native-index.js';

function unfit(path: string, reason: string, cause?: unknown): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `The vector index ${path} ${reason}. Run \`accord ingest\` to build it again, or \`accord rollback ID\` to go back to another snapshot.`,
    { facts: { path }, cause },
  );
}

interface Graph {
  readonly native: HierarchicalNSW;
  readonly labels: Labels;
}

async function loadGraph(
  path: string,
  labels: Labels,
  dimensions: number,
  ef: number,
): Promise<Graph> {
  const header = await readHeader(path).catch((error: unknown) => {
    throw unfit(path, 'cannot be read', error);
  });
  if (header?.count !== labels.length || header.dimensions !== dimensions) {
    throw unfit(path, `does not hold ${labels.length} vectors of ${dimensions} dimensions`);
  }
  try {
    return { native: await loadNative(path, dimensions, ef), labels };
  } catch (error) {
    throw unfit(path, 'does not load', error);
  }
}

async function load(folder: string, matrix: VectorMatrix, ef: number): Promise<readonly Graph[]> {
  const all = await readLabels(folder).catch((error: unknown) => {
    throw unfit(folder, 'cannot be read', error);
  });
  const rows = all.map((labels) => labels.filter((row) => row !== gone));
  const total = rows.reduce((sum, own) => sum + own.length, 0);
  if (total !== matrix.count || rows.some((own) => own.some((row) => row >= total))) {
    throw unfit(folder, `does not hold ${matrix.count} vectors`);
  }
  const graphs: Graph[] = [];
  for (const [number, labels] of all.entries()) {
    graphs.push(await loadGraph(join(folder, graphFile(number)), labels, matrix.dimensions, ef));
  }
  return graphs;
}

function nearest({ native, labels }: Graph, vector: number[], wanted: number): VectorHit[] {
  const { neighbors, distances } = native.searchKnn(vector, Math.min(wanted, labels.length));
  return neighbors.map((label, at) => ({
    index: labels[label] ?? gone,
    score: 1 - (distances[at] ?? 1),
  }));
}

/** Where each row stands: the number of its graph and its label there. */
function placesOf(graphs: readonly Graph[], count: number) {
  const graph = new Uint16Array(count);
  const label = new Uint32Array(count);
  for (const [number, { labels }] of graphs.entries()) {
    for (const [at, row] of labels.entries()) {
      if (row === gone) continue;
      graph[row] = number;
      label[row] = at;
    }
  }
  return { graph, label };
}

/**
 * The graphs hold the vectors, so the matrix is not kept: it would take as much memory again. A
 * vector read back from a graph is the row as it was added, to the bit.
 */
function indexOver(loaded: readonly Graph[], dimensions: number, count: number) {
  let graphs = loaded;
  let open = true;
  const places = placesOf(graphs, count);
  const cosine = (vector: Float32Array, row: number): number => {
    const native = graphs[places.graph[row] ?? 0]?.native;
    const own = row < count ? native?.getPoint(places.label[row] ?? 0) : undefined;
    if (!own) return 0;
    let sum = 0;
    for (let at = 0; at < dimensions; at += 1) sum += (own[at] ?? 0) * (vector[at] ?? 0);
    return sum;
  };
  const opened: VectorIndex = {
    size: count,
    async search(vector, k) {
      if (!open) throw new Error('The vector index is closed.');
      if (count === 0) return [];
      checkQuery(vector, dimensions);
      const wanted = Math.max(0, Math.min(Math.floor(k), count));
      if (wanted === 0) return [];
      const plain = Array.from(vector);
      return graphs
        .flatMap((graph) => nearest(graph, plain, wanted))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, wanted);
    },
    similarities(vector, rows) {
      checkQuery(vector, dimensions);
      if (!open) throw new Error('The vector index is closed.');
      return rows.map((row) => cosine(vector, row));
    },
    async close() {
      open = false;
      graphs = [];
    },
  };
  return opened;
}

/** Plans to build upon what is there, or anew where that cannot be read or gains nothing. */
async function planOf(
  count: number,
  earlier: EarlierVectors | undefined,
): Promise<readonly GraphPlan[]> {
  if (!earlier) return planAnew(count);
  const labels = await readLabels(earlier.folder).catch(() => []);
  return planUpon(earlier, labels) ?? planAnew(count);
}

/**
 * Approximate search over HNSW graphs. A damaged index file can end the process, so `open` must
 * only be given files whose checksums were verified. Searches run on the event loop, about a
 * millisecond each; building runs on a thread of its own.
 */
export function createHnswVectorStore(options: Partial<HnswParameters> = {}): VectorStore {
  const given = { ...defaults, ...options };
  const parameters: HnswParameters = { ...given, ef: Math.max(128, given.ef) };
  return {
    name: 'hnsw',
    parameters: { ...parameters },
    async build(folder, vectors, { signal, earlier } = {}) {
      checkMatrix(vectors);
      if (vectors.count === 0) return [];
      const { dimensions, count, values } = vectors;
      const matrix = { dimensions, count, values };
      const plans = await planOf(count, earlier);
      const graphs = plans.map((plan, number) => ({
        plan,
        source: earlier && plan.from !== null ? join(earlier.folder, graphFile(plan.from)) : null,
        path: join(folder, graphFile(number)),
      }));
      await buildInWorker({ graphs, matrix, parameters }, signal);
      const names = graphs.map((_, number) => graphFile(number));
      return [
        ...names,
        await writeLabels(
          folder,
          plans.map((plan) => plan.labels),
        ),
      ];
    },
    async open(folder, vectors) {
      const { dimensions, count } = vectors;
      const graphs = count === 0 ? [] : await load(folder, vectors, parameters.ef);
      return indexOver(graphs, dimensions, count);
    },
  };
}
