/** Keeps a server that fails from costing every question its deadline. */
export interface Breaker {
  /** False while the server is left alone. */
  closed(): boolean;
  succeeded(): void;
  /** After three failures in a row, or one that names how long to wait, the server is left alone. */
  failed(waitSeconds?: number): void;
}

const failuresInARow = 3;
const restMs = 60_000;
const longestRestMs = 15 * 60_000;

/** `now` gives milliseconds. After a rest one question tries again; its failure is another rest. */
export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let until = 0;
  return {
    closed: () => now() >= until,
    succeeded: () => {
      failures = 0;
      until = 0;
    },
    failed: (waitSeconds) => {
      failures += 1;
      const wait = Math.min((waitSeconds ?? 0) * 1000, longestRestMs);
      if (failures >= failuresInARow) until = now() + Math.max(restMs, wait);
      else if (wait > 0) until = now() + wait;
    },
  };
}
