import { AccordError } from '../../domain/errors.js';
import { startModelThread } from '../threads/model-thread.js';
import type { CrossEncoderMessage, CrossEncoderReply, CrossEncoderSettings } from './protocol.js';

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

/** Starts at once; the process may end while nothing is pending. `onEnd` is told when it is gone. */
export function startScoringThread(
  settings: CrossEncoderSettings,
  onEnd: () => void,
): ScoringThread {
  const thread = startModelThread<
    CrossEncoderSettings,
    CrossEncoderMessage,
    CrossEncoderReply,
    readonly number[]
  >({
    entry: new URL('./worker.js', import.meta.url),
    name: 'reranker',
    settings,
    ended,
    onReply: ({ id, scores }) => thread.resolve(id, scores),
    onEnd,
  });
  return {
    async score(question, texts, signal) {
      const { id, result } = thread.request((id) => ({ kind: 'score', id, question, texts }));
      const forget = () => {
        thread.tell({ kind: 'forget', id });
        thread.reject(id, signal?.reason);
      };
      signal?.addEventListener('abort', forget);
      try {
        return await result;
      } finally {
        signal?.removeEventListener('abort', forget);
      }
    },
    stop: () =>
      thread.stop(
        { kind: 'stop' },
        new AccordError('cancelled', 'The reranker was closed while it worked.'),
      ),
  };
}

function ended(how: string, cause?: unknown): AccordError {
  return new AccordError(
    'model-damaged',
    `The thread of the reranker ${how}. Try again, or leave the reranker out of the configuration.`,
    { cause },
  );
}
