import { setTimeout as delay } from 'node:timers/promises';

/** Acknowledgements under way, which go before answers: they have three seconds, answers minutes. */
export interface Acknowledging {
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when none is under way, or when that takes too long. */
  quiet(): Promise<void>;
}

/** `limitMs`: longest wait, so that a busy stream of questions holds no answer back. @default 1000 */
export function createAcknowledging(limitMs = 1000): Acknowledging {
  let under = 0;
  let waiting: (() => void)[] = [];
  return {
    track: async (work) => {
      under += 1;
      try {
        return await work;
      } finally {
        under -= 1;
        if (under === 0) {
          for (const go of waiting) go();
          waiting = [];
        }
      }
    },
    quiet: async () => {
      if (under === 0) return;
      const limit = new AbortController();
      const silence = new Promise<void>((resolve) => waiting.push(resolve));
      await Promise.race([silence, delay(limitMs, undefined, { signal: limit.signal })]);
      limit.abort();
    },
  };
}
