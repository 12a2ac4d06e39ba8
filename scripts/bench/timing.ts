import { setTimeout as after } from 'node:timers/promises';

/** Lets garbage and native memory go before memory is read. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await after(50);
  }
}

/** A quantile of times, rounded to tenths of milliseconds. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(at * 10) / 10;
}
