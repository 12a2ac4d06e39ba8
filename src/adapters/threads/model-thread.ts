import { AccordError } from '../../domain/errors.js';
import type { ErrorFacts } from './error-facts.js';
import { createNativeGuard, keepOutside, type NativeGuard } from './native-guard.js';
import { startThread } from './start-thread.js';

/** What a thread is started with. */
export interface ThreadData<Settings> {
  readonly settings: Settings;
  readonly guard: NativeGuard;
}

/** Replies that every thread with a model gives besides its own. */
export type FailureReply =
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorFacts }
  | { readonly kind: 'unusable'; readonly error: ErrorFacts };

/** A thread that owns a model; the process may end while no request waits. */
export interface ModelThread<Message, Result> {
  /** Requests without an answer yet. */
  readonly pending: number;
  tell(message: Message): void;
  /** Sends what is made for a new id. Rejects with `AccordError` when model or thread fails. */
  request(messageFor: (id: number) => Message): {
    readonly id: number;
    readonly result: Promise<Result>;
  };
  /** A late reply finds nothing that waits, and does nothing. */
  resolve(id: number, result: Result): void;
  reject(id: number, error: unknown): void;
  /** Rejects what is pending with `error`; done once the thread ended, which takes one run at most. */
  stop(message: Message, error: AccordError): Promise<void>;
}

interface Waiting<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface ModelThreadOptions<Settings, Reply> {
  /** Its compiled file. */
  readonly entry: URL;
  readonly name: string;
  readonly settings: Settings;
  /** Told of every reply but failures. */
  readonly onReply: (reply: Exclude<Reply, FailureReply>) => void;
  /** The thread takes no more requests; those that waited were rejected. */
  readonly onEnd: () => void;
  /** The error for a thread that "failed" or "ended with code 1". */
  readonly ended: (how: string, cause?: unknown) => AccordError;
}

function isFailure<Reply extends { readonly kind: string }>(
  reply: Reply | FailureReply,
): reply is FailureReply {
  return reply.kind === 'failed' || reply.kind === 'unusable';
}

/** Starts at once. */
export function startModelThread<
  Settings,
  Message,
  Reply extends { readonly kind: string },
  Result,
>(options: ModelThreadOptions<Settings, Reply>): ModelThread<Message, Result> {
  const { entry, name, settings, ended } = options;
  const guard = createNativeGuard();
  const data: ThreadData<Settings> = { settings, guard };
  const thread = startThread(entry, name, data);
  const beforeExit = () => keepOutside(guard);
  process.on('exit', beforeExit);
  const waiting = new Map<number, Waiting<Result>>();
  let lastId = 0;
  let over = false;

  function settle(id: number): Waiting<Result> | undefined {
    const entry = waiting.get(id);
    waiting.delete(id);
    if (entry && waiting.size === 0) thread.unref();
    return entry;
  }

  function end(error: unknown): void {
    if (over) return;
    over = true;
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
    options.onEnd();
  }

  thread.on('message', (reply: Exclude<Reply, FailureReply> | FailureReply) => {
    if (!isFailure(reply)) return options.onReply(reply);
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
    get pending() {
      return waiting.size;
    },
    tell: (message) => thread.postMessage(message),
    request(messageFor) {
      lastId += 1;
      const id = lastId;
      thread.ref();
      thread.postMessage(messageFor(id));
      const result = new Promise<Result>((resolve, reject) => waiting.set(id, { resolve, reject }));
      return { id, result };
    },
    resolve: (id, result) => settle(id)?.resolve(result),
    reject: (id, error) => settle(id)?.reject(error),
    async stop(message, error) {
      end(error);
      thread.ref();
      thread.postMessage(message);
      await exited;
    },
  };
}
