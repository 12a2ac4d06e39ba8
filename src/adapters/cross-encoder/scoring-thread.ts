import { AccordError } from '../../domain/errors.js';
import { createNativeGuard, keepOutside } from '../threads/native-guard.js';
import { startThread } from '../threads/start-thread.js';
import type {
  CrossEncoderData,
  CrossEncoderMessage,
  CrossEncoderReply,
  CrossEncoderSettings,
} from './protocol.js';

/** A thread that owns the model. */
export interface ScoringThread {
  /** Rejects with the signal's reason, or with `AccordError` when model or thread fails. */
  score(
    question: string,
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly number[]>;
  /** Rejects what is pending; done once the thread ended, which takes at most one pair. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (scores: readonly number[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts at once; the process may end while nothing is pending. `onEnd` is told when it is gone. */
export function startScoringThread(
  settings: CrossEncoderSettings,
  onEnd: () => void,
): ScoringThread {
  const guard = createNativeGuard();
  const data: CrossEncoderData = { settings, guard };
  const thread = startThread(new URL('./worker.js', import.meta.url), 'reranker', data);
  const beforeExit = () => keepOutside(guard);
  process.on('exit', beforeExit);
  const waiting = new Map<number, Waiting>();
  const tell = (message: CrossEncoderMessage) => thread.postMessage(message);
  let lastId = 0;
  let over = false;

  function settle(id: number): Waiting | undefined {
    const entry = waiting.get(id);
    waiting.delete(id);
    if (entry && waiting.size === 0) thread.unref();
    return entry;
  }

  function end(error: unknown): void {
    if (over) return;
    over = true;
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
    onEnd();
  }

  thread.on('message', (reply: CrossEncoderReply) => {
    if (reply.kind === 'scores') {
      settle(reply.id)?.resolve(reply.scores);
      return;
    }
    const error = new AccordError(reply.error.code, reply.error.message, reply.error);
    if (reply.kind === 'failed') settle(reply.id)?.reject(error);
    else end(error);
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
    async score(question, texts, signal) {
      lastId += 1;
      const id = lastId;
      const forget = () => {
        tell({ kind: 'forget', id });
        settle(id)?.reject(signal?.reason);
      };
      signal?.addEventListener('abort', forget);
      thread.ref();
      tell({ kind: 'score', id, question, texts });
      try {
        return await new Promise<readonly number[]>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
        });
      } finally {
        signal?.removeEventListener('abort', forget);
      }
    },
    async stop() {
      end(new AccordError('cancelled', 'The reranker was closed while it worked.'));
      thread.ref();
      tell({ kind: 'stop' });
      await exited;
    },
  };
}

function ended(how: string, cause?: unknown): AccordError {
  return new AccordError(
    'model-damaged',
    `The thread of the reranker ${how}. Try again, or leave the reranker out of the configuration.`,
    { cause },
  );
}
