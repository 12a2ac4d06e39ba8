import type { Logger } from '../ports/logger.js';
import type { PromisedReplies, PromisedReply } from '../ports/promised-replies.js';
import type { Clock } from './clock.js';

/** What this process owes, known to the others, so that a reply which dies with it is told of. */
export interface Promises {
  /** Before anything is acknowledged. Takes half a second at most. Never throws. */
  owe(reply: PromisedReply): Promise<void>;
  /** It was answered, whatever the answer said. */
  settled(id: string): void;
}

/** Where there is one process only, nobody could tell. */
export const noPromises: Promises = { owe: async () => {}, settled: () => {} };

export interface KeptPromises extends Promises {
  close(): Promise<void>;
}

export interface PromiseTools {
  readonly replies: PromisedReplies;
  /** Tells whoever waits for a reply that a dead process owed. */
  readonly tell: (reply: PromisedReply) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Milliseconds between two signs of life. @default 2,000 */
  readonly everyMs?: number;
}

/** The longest that an acknowledgement waits for the book of promises, in milliseconds. */
const patienceMs = 500;
/** A process whose sign of life is the same so many looks in a row is dead. */
const looksUntilDead = 5;

/**
 * Keeps the book, and looks after other processes' promises. Whether another lives is judged by looks
 * of one's own alone: while the database is away nobody looks, and nobody dies of it.
 */
export function createPromises(tools: PromiseTools): KeptPromises {
  const { replies, clock, logger, everyMs = 2_000 } = tools;
  const ending = new AbortController();
  const noting = new Map<string, Promise<void>>();
  const settled = new Set<string>();
  const seen = new Map<string, { readonly beats: number; readonly looks: number }>();

  const flush = async () => {
    const ids = [...settled].filter((id) => !noting.has(id));
    if (ids.length === 0) return;
    await replies.settle(ids);
    for (const id of ids) settled.delete(id);
  };
  const inherit = async (owner: string) => {
    for (const reply of await replies.inherit(owner)) {
      logger.info('a process ended before it answered', { id: reply.id, owner });
      await tools.tell(reply).catch((error: unknown) => {
        logger.warn('nobody could be told that a process ended', { error, id: reply.id });
      });
      settled.add(reply.id);
    }
  };
  const look = async () => {
    const debtors = await replies.beat();
    for (const owner of seen.keys()) {
      if (!debtors.some((debtor) => debtor.owner === owner)) seen.delete(owner);
    }
    for (const { owner, beats } of debtors) {
      const last = seen.get(owner);
      const looks = last?.beats === beats ? last.looks + 1 : 0;
      seen.set(owner, { beats, looks });
      if (looks >= looksUntilDead) await inherit(owner);
    }
    await flush();
  };
  const watching = (async () => {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) => {
        seen.clear();
        logger.debug('the promises of processes cannot be read', { error });
      });
      await clock.sleep(everyMs, ending.signal);
    }
  })();

  return {
    owe: async (reply) => {
      const noted = replies
        .promise(reply)
        .catch((error: unknown) => logger.debug('a promise was not noted', { error }))
        .finally(() => noting.delete(reply.id));
      noting.set(reply.id, noted);
      const enough = new AbortController();
      await Promise.race([noted, clock.sleep(patienceMs, enough.signal)]);
      enough.abort();
    },
    settled: (id) => {
      settled.add(id);
      void (noting.get(id) ?? Promise.resolve()).then(flush).catch((error: unknown) => {
        logger.debug('a settled promise is struck out later', { error, id });
      });
    },
    close: async () => {
      ending.abort();
      await watching;
      await flush().catch((error: unknown) => logger.debug('promises stay noted', { error }));
    },
  };
}
