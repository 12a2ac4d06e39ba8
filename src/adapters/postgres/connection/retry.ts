import { setTimeout as delay } from 'node:timers/promises';
import { databaseFailure, isLost } from './failures.js';

/** Milliseconds before the `attempt`-th further try: 50, 100, 200… up to a second, with some chance. */
export function pauseOf(attempt: number): number {
  return Math.min(1000, 50 * 2 ** attempt) * (0.75 + Math.random() / 2);
}

/** Runs `work`, again while the connection is lost and `patience` (milliseconds) lasts. */
export async function retrying<T>(
  shown: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T> {
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauseOf(attempt);
      if (!isLost(error) || performance.now() + pause > until) throw databaseFailure(shown, error);
      await delay(pause);
    }
  }
}
