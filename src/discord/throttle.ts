/** What a throttle needs of time. */
export interface Clock {
  /** Milliseconds; only differences count. */
  now(): number;
  /** Calls back after so many milliseconds; gives what calls it off. */
  after(milliseconds: number, call: () => void): () => void;
}

const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface Throttle<Value> {
  /** Takes a value; the last one of an interval is the one that is acted on. */
  offer(value: Value): void;
  /** Drops what waits and waits for the act under way. Nothing is acted on afterwards. */
  stop(): Promise<void>;
}

/**
 * Acts on values at most once in `interval` milliseconds, and never on two at the same time. An act
 * that fails is let go: the next value shows the same and more.
 */
export function createThrottle<Value>(
  act: (value: Value) => Promise<void>,
  { interval, clock = systemClock }: { readonly interval: number; readonly clock?: Clock },
): Throttle<Value> {
  let waiting: { readonly value: Value } | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let under: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  let stopped = false;

  const look = () => {
    if (stopped || under !== null || callOff !== null || waiting === null) return;
    const rest = last + interval - clock.now();
    if (rest > 0) {
      callOff = clock.after(rest, () => {
        callOff = null;
        look();
      });
      return;
    }
    const { value } = waiting;
    waiting = null;
    last = clock.now();
    under = act(value)
      .catch(() => undefined)
      .finally(() => {
        under = null;
        look();
      });
  };

  return {
    offer: (value) => {
      waiting = { value };
      look();
    },
    stop: async () => {
      stopped = true;
      callOff?.();
      await under;
    },
  };
}
