import { closeSync, openSync, readSync } from 'node:fs';
import { setInterval as every } from 'node:timers';
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

/** Milliseconds for which this thread has had a processor (Linux); NaN elsewhere. */
function processorTime(): { read(): number; close(): void } {
  try {
    const file = openSync('/proc/self/schedstat', 'r');
    const buffer = Buffer.alloc(64);
    const read = () => {
      const length = readSync(file, buffer, 0, buffer.length, 0);
      return Number(buffer.toString('latin1', 0, length).split(' ')[0]) / 1e6;
    };
    return { read, close: () => closeSync(file) };
  } catch {
    return { read: () => Number.NaN, close: () => {} };
  }
}

const period = 2;

/**
 * Watches how long the event loop is held: `longestMs` by the clock, and `longestOwnMs` of the
 * processor's time, which a busy machine blurs less: it leaves out waiting for a processor.
 */
export function watchLoop(): () => { readonly longestMs: number; readonly longestOwnMs: number } {
  const processor = processorTime();
  let [last, used] = [performance.now(), processor.read()];
  let [longest, own] = [0, 0];
  const look = () => {
    const [now, nowUsed] = [performance.now(), processor.read()];
    longest = Math.max(longest, now - last - period);
    own = Math.max(own, nowUsed - used);
    [last, used] = [now, nowUsed];
  };
  const timer = every(look, period);
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return () => {
    look();
    clearInterval(timer);
    processor.close();
    return { longestMs: tenths(longest), longestOwnMs: tenths(own) };
  };
}
