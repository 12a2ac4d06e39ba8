/**
 * The re-ingest that this bot is doing. Stewardship lets one run at a time; this is how a button on
 * its message reaches it.
 */
export interface RunningReingest {
  /** Gives a signal that fires on `cancel`, and what to call when it is over. */
  begin(): { readonly signal: AbortSignal; readonly end: () => void };
  /** False when nothing runs. */
  cancel(): boolean;
}

export function createRunningReingest(): RunningReingest {
  const running = new Set<AbortController>();
  return {
    begin: () => {
      const controller = new AbortController();
      running.add(controller);
      return { signal: controller.signal, end: () => void running.delete(controller) };
    },
    cancel: () => {
      for (const controller of running) controller.abort();
      return running.size > 0;
    },
  };
}
