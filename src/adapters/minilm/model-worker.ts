import { AccordError } from '../../domain/errors.js';
import { startModelThread } from '../threads/model-thread.js';
import type { WorkerMessage, WorkerReply, WorkerSettings } from './worker-protocol.js';

/** A thread that owns one copy of the model. */
export interface ModelWorker {
  /** Requests without an answer yet. */
  readonly pending: number;
  /** False until the model is open, and again once the thread ended. */
  readonly ready: boolean;
  /** Vector of one window. Rejects with `AccordError` when the model or the thread fails. */
  embed(tokens: Int32Array, urgent: boolean): Promise<Float32Array>;
  /** Rejects what is pending; done once the thread ended, which takes at most one run. */
  stop(): Promise<void>;
}

export interface ModelWorkerEvents {
  readonly onNotice: (notice: string) => void;
  /** The thread takes no more requests; those that waited were rejected. */
  readonly onEnd: () => void;
}

/** Starts at once; the process may end while nothing is pending. */
export function startModelWorker(
  settings: WorkerSettings,
  { onNotice, onEnd }: ModelWorkerEvents,
): ModelWorker {
  let state: 'opening' | 'ready' | 'ended' = 'opening';
  const thread = startModelThread<WorkerSettings, WorkerMessage, WorkerReply, Float32Array>({
    entry: new URL('./worker.js', import.meta.url),
    name: 'embedder',
    settings,
    ended,
    onReply(reply) {
      if (reply.kind === 'vector') return thread.resolve(reply.id, reply.vector);
      state = 'ready';
      for (const notice of reply.notices) onNotice(notice);
    },
    onEnd() {
      state = 'ended';
      onEnd();
    },
  });
  return {
    get pending() {
      return thread.pending;
    },
    get ready() {
      return state === 'ready';
    },
    embed: (tokens, urgent) => thread.request((id) => ({ id, tokens, urgent })).result,
    stop: () =>
      thread.stop('stop', new AccordError('cancelled', 'The embedder was closed while it worked.')),
  };
}

function ended(how: string, cause?: unknown): AccordError {
  return new AccordError(
    'model-damaged',
    `The thread of the embedding model ${how}. Try again; \`accord doctor\` checks the model.`,
    { cause },
  );
}
