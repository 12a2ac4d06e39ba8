import { AccordError } from '../../../domain/errors.js';

/** Writes what the database could not take while it was away, once it is back. */
export interface Outbox {
  /**
   * Writes now; throws where that fails, and writes later if the database was away. The work has to
   * bear being done twice.
   */
  send(work: () => Promise<unknown>): Promise<void>;
  /** Tries once more, then gives up what is left. */
  close(): Promise<void>;
}

export interface OutboxOptions {
  /** Milliseconds between two tries. @default 1,000 */
  readonly everyMs?: number;
  /** Kept at most; the oldest go first. @default 5,000 */
  readonly most?: number;
}

const isAway = (error: unknown) =>
  error instanceof AccordError && error.code === 'state-unavailable';

/** In memory, in order: what waits dies with the process. */
export function createOutbox({ everyMs = 1_000, most = 5_000 }: OutboxOptions = {}): Outbox {
  const waiting: (() => Promise<unknown>)[] = [];
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const flush = async () => {
    for (let work = waiting[0]; work !== undefined; work = waiting[0]) {
      await work().catch((error: unknown) => {
        // What the database refuses for good must not hold up the rest.
        if (isAway(error)) throw error;
      });
      if (waiting[0] === work) waiting.shift();
    }
  };
  const later = () => {
    if (timer !== null || closed || waiting.length === 0) return;
    timer = setTimeout(() => {
      const over = () => {
        timer = null;
        later();
      };
      void flush().then(over, over);
    }, everyMs);
    timer.unref();
  };

  return {
    send: async (work) => {
      try {
        await work();
      } catch (error) {
        if (isAway(error) && !closed) {
          waiting.push(work);
          if (waiting.length > most) waiting.shift();
          later();
        }
        throw error;
      }
    },
    close: async () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await flush().catch(() => {});
    },
  };
}
