export interface WaitOptions {
  /** In ms. @default 10000 */
  readonly timeout?: number;
}

/** Lets a test wait for what the bot does; nothing is polled. */
export interface Waiting {
  /** To be called after every change of the world. */
  changed(): void;
  /** The first value of `look` that is not undefined; `describe` says at a timeout what did come. */
  until<Value>(
    what: string,
    look: () => Value | undefined,
    describe: () => string,
    options?: WaitOptions,
  ): Promise<Value>;
}

export function createWaiting(): Waiting {
  const listeners = new Set<() => void>();
  return {
    changed() {
      for (const listener of [...listeners]) listener();
    },
    until(what, look, describe, { timeout = 10_000 } = {}) {
      return new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer);
          listeners.delete(listener);
        };
        const listener = () => {
          try {
            const value = look();
            if (value === undefined) return;
            settle();
            resolve(value);
          } catch (error) {
            settle();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          settle();
          reject(new Error(`Waited ${timeout} ms for ${what}. What did come: ${describe()}`));
        }, timeout);
        listeners.add(listener);
        listener();
      });
    },
  };
}
