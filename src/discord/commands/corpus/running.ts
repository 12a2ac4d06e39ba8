import { cancelledBy } from '../../../use-cases/community/audited.js';
import type { Steward } from '../../../use-cases/community/stewardship.js';

/**
 * The re-ingest that this bot is doing. Stewardship lets one run at a time; this is how a button on
 * its message reaches it.
 */
export interface RunningReingest {
  /** Gives a signal that fires on `cancel`, and what to call when it is over. */
  begin(): { readonly signal: AbortSignal; readonly end: () => void };
  /** Fires the signals with who cancelled; false when nothing runs. */
  cancel(steward: Steward): boolean;
}

export function createRunningReingest(): RunningReingest {
  const running = new Set<AbortController>();
  return {
    begin: () => {
      const controller = new AbortController();
      running.add(controller);
      return { signal: controller.signal, end: () => void running.delete(controller) };
    },
    cancel: (steward) => {
      for (const controller of running) controller.abort(cancelledBy(steward));
      return running.size > 0;
    },
  };
}
