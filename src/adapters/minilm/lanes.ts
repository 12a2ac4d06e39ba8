/**
 * Runs `work` for 0 to `count - 1`, at most `lanes` at once. Rejects with the first failure or, at
 * once, with the signal's reason; nothing is started afterwards.
 */
export async function runInLanes(
  count: number,
  lanes: number,
  work: (index: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  let next = 0;
  const stop = () => {
    next = count;
  };
  async function lane(): Promise<void> {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  }
  let onAbort = stop;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      stop();
      reject(signal?.reason);
    };
  });
  signal?.addEventListener('abort', onAbort);
  try {
    const all = Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
    await Promise.race([all, aborted]);
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
  }
}
