import { type ModelWorker, startModelWorker } from './model-worker.js';
import type { WorkerSettings } from './worker-protocol.js';

export interface WorkerPool {
  /** Vector of one window; urgent ones wait for at most the window that is being computed. */
  embed(tokens: Int32Array, urgent: boolean): Promise<Float32Array>;
  stop(): Promise<void>;
}

/**
 * Up to `threads` workers, started when they are needed: the first with the first request, another
 * when all are busy and open. So the first alone builds a graph that is not cached yet, and a
 * process that asks one question opens one model.
 */
export function createWorkerPool(
  settings: WorkerSettings,
  threads: number,
  onNotice: (notice: string) => void,
): WorkerPool {
  const workers = new Set<ModelWorker>();

  function start(): ModelWorker {
    const worker = startModelWorker(settings, { onNotice, onEnd: () => workers.delete(worker) });
    workers.add(worker);
    return worker;
  }

  function choose(): ModelWorker {
    const all = [...workers];
    const busy = all.every((worker) => worker.ready && worker.pending > 0);
    if (busy && all.length < threads) return start();
    return all.reduce((least, worker) => (worker.pending < least.pending ? worker : least));
  }

  return {
    embed: (tokens, urgent) => choose().embed(tokens, urgent),
    async stop() {
      await Promise.all([...workers].map((worker) => worker.stop()));
    },
  };
}
