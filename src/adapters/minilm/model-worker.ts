import { AccordError } from '../../domain/errors.js';
import { createNativeGuard, keepOutside } from '../threads/native-guard.js';
import { startThread } from '../threads/start-thread.js';
import type {
  WorkerData,
  WorkerMessage,
  WorkerReply,
  WorkerRequest,
  WorkerSettings,
} from './worker-protocol.js';

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

interface Waiting {
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: unknown) => void;
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
  const guard = createNativeGuard();
  const data: WorkerData = { settings, guard };
  const thread = startThread(new URL('./worker.js', import.meta.url), 'embedder', data);
  const beforeExit = () => keepOutside(guard);
  process.on('exit', beforeExit);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let state: 'opening' | 'ready' | 'ended' = 'opening';

  function settle(id: number): Waiting | undefined {
    const entry = waiting.get(id);
    waiting.delete(id);
    // A late reply finds nothing waiting; `stop` has the process wait for the thread then.
    if (entry && waiting.size === 0) thread.unref();
    return entry;
  }

  function end(error: unknown): void {
    if (state === 'ended') return;
    state = 'ended';
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
    onEnd();
  }

  thread.on('message', (reply: WorkerReply) => {
    if (reply.kind === 'ready') {
      state = 'ready';
      for (const notice of reply.notices) onNotice(notice);
    } else if (reply.kind === 'vector') {
      settle(reply.id)?.resolve(reply.vector);
    } else {
      const error = new AccordError(reply.error.code, reply.error.message, reply.error);
      if (reply.kind === 'failed') settle(reply.id)?.reject(error);
      else end(error);
    }
  });
  thread.on('error', (cause) => end(ended('failed', cause)));
  const exited = new Promise<void>((resolve) => {
    thread.on('exit', (exitCode) => {
      process.off('exit', beforeExit);
      end(ended(`ended with code ${exitCode}`));
      resolve();
    });
  });

  return {
    get pending() {
      return waiting.size;
    },
    get ready() {
      return state === 'ready';
    },
    embed(tokens, urgent) {
      lastId += 1;
      const request: WorkerRequest = { id: lastId, tokens, urgent };
      thread.ref();
      thread.postMessage(request satisfies WorkerMessage);
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
      });
    },
    async stop() {
      end(new AccordError('cancelled', 'The embedder was closed while it worked.'));
      thread.ref();
      thread.postMessage('stop' satisfies WorkerMessage);
      await exited;
    },
  };
}

function ended(how: string, cause?: unknown): AccordError {
  return new AccordError(
    'model-damaged',
    `The thread of the embedding model ${how}. Try again; \`accord doctor\` checks the model.`,
    { cause },
  );
}
