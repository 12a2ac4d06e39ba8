import { setTimeout as sleep } from 'node:timers/promises';
import { type Asked, busy, type Failure, failureOf, slow } from './failures.js';

const patience = { timeoutMs: 30_000, silenceMs: 20_000, retries: 2, retryDelayMs: 500 };

/** One attempt's view of its time. */
export interface Attempt {
  /** Aborted by the caller, or with a `model-slow` when a deadline passes. */
  readonly signal: AbortSignal;
  /** The server said something: its silence is counted from now on. */
  heard(): void;
  /** Something came that cannot be taken back: no further attempt. */
  settled(): void;
}

/**
 * Runs `work` until it succeeds, fails for good, or the time is up. Waits as long as the server asks
 * before another attempt; where that is beyond the deadline, rejects at once with `model-busy`.
 * Rejects with an `AccordError`, or the reason of `signal`.
 */
export async function withAttempts<Value>(
  asked: Asked,
  signal: AbortSignal,
  work: (attempt: Attempt) => Promise<Value>,
): Promise<Value> {
  const { timeoutMs = patience.timeoutMs, silenceMs = patience.silenceMs } = asked;
  const { retries = patience.retries, retryDelayMs = patience.retryDelayMs } = asked;
  signal.throwIfAborted();
  const deadline = new AbortController();
  const ends = performance.now() + timeoutMs;
  const whole = setTimeout(() => deadline.abort(slow(asked, timeoutMs, 'answer')), timeoutMs);
  const stop = AbortSignal.any([signal, deadline.signal]);

  async function once(): Promise<{ readonly value: Value } | Failure> {
    const silence = new AbortController();
    const hush = () => silence.abort(slow(asked, silenceMs, 'silence'));
    let timer = setTimeout(hush, silenceMs);
    let final = false;
    const each = AbortSignal.any([stop, silence.signal]);
    try {
      const value = await work({
        signal: each,
        heard() {
          clearTimeout(timer);
          timer = setTimeout(hush, silenceMs);
        },
        settled() {
          final = true;
        },
      });
      each.throwIfAborted();
      return { value };
    } catch (error) {
      each.throwIfAborted();
      const failure = failureOf(error, asked);
      return final ? { ...failure, again: false } : failure;
    } finally {
      clearTimeout(timer);
      // Closes the connection of an attempt that was left before its end.
      silence.abort();
    }
  }

  try {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await once();
      if ('value' in outcome) return outcome.value;
      if (!outcome.again || attempt >= retries) throw outcome.error;
      const wait = outcome.waitMs ?? retryDelayMs * 2 ** attempt * (0.75 + Math.random() / 2);
      if (performance.now() + wait >= ends) {
        throw outcome.waitMs === null ? outcome.error : busy(asked, outcome.waitMs);
      }
      await sleep(wait, undefined, { signal: stop }).catch(() => stop.throwIfAborted());
    }
  } finally {
    clearTimeout(whole);
  }
}
