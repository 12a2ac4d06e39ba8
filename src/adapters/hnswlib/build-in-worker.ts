import { rm } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { AccordError } from '../../domain/errors.js';
import type { VectorMatrix } from '../../domain/snapshot.js';
import { startThread } from '../threads/start-thread.js';
import type { HnswParameters } from './hnsw-parameters.js';
import type { GraphWork } from './native-index.js';

export interface BuildRequest {
  readonly graphs: readonly GraphWork[];
  readonly matrix: VectorMatrix;
  readonly parameters: HnswParameters;
}

export interface WorkerRequest extends BuildRequest {
  /** One shared number: not zero once the build is to end. */
  readonly stop: Int32Array;
}

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the worker ended with code ${code}`));
    });
  });
}

/**
 * Builds index files on another thread. An abort ends it between two rows and rejects with the
 * signal's reason; any other failure is `cannot-write`. No file is left behind then.
 */
export async function buildInWorker(request: BuildRequest, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const entry = new URL('./build-worker.js', import.meta.url);
  const worker = startThread(entry, 'graphs', { ...request, stop: flag });
  const stop = () => void Atomics.store(flag, 0, 1);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await ended(worker);
    signal?.throwIfAborted();
  } catch (error) {
    const paths = request.graphs.map((graph) => graph.path);
    for (const path of paths) await rm(path, { force: true });
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new AccordError(
      'cannot-write',
      `Cannot build the vector index ${paths.join(', ')}: ${reason}. Check the room on the disk and the rights to the folder, then run \`accord ingest\` again.`,
      { facts: { paths }, cause: error },
    );
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
