/**
 * Keeps a process from ending while a worker is inside onnxruntime: its native code aborts the
 * whole process (exit code 134) when its thread is torn down under it. One shared number:
 * inside → outside → inside …, until stopped.
 */
export type NativeGuard = Int32Array<SharedArrayBuffer>;

const outside = 0;
const inside = 1;
const stopped = 2;

/** Opening a model takes longer than any run: about 1 s where it has to be built. */
const patienceMs = 10_000;

/** For a worker that is about to open its model, so it starts inside. */
export function createNativeGuard(): NativeGuard {
  return new Int32Array(new SharedArrayBuffer(4)).fill(inside);
}

/** Called by the worker. False when it must not enter any more. */
export function enterNative(guard: NativeGuard): boolean {
  return Atomics.compareExchange(guard, 0, outside, inside) === outside;
}

/** Called by the worker. */
export function leaveNative(guard: NativeGuard): void {
  Atomics.compareExchange(guard, 0, inside, outside);
  Atomics.notify(guard, 0);
}

/** Called while the process ends: blocks until the worker is outside, and keeps it there. */
export function keepOutside(guard: NativeGuard): void {
  const deadline = Date.now() + patienceMs;
  while (Atomics.compareExchange(guard, 0, outside, stopped) === inside && Date.now() < deadline) {
    Atomics.wait(guard, 0, inside, patienceMs);
  }
}
