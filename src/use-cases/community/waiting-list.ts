import type { PreparedSnapshot } from '../../domain/community.js';
import { AccordError } from '../../domain/errors.js';

export interface Waiting {
  readonly prepared: PreparedSnapshot;
  /** Takes back the change of the corpus that the snapshot came from; null when there was none. */
  readonly undo: (() => Promise<void>) | null;
}

/** Prepared snapshots that wait for a confirmation, in the order in which they were built. */
export interface WaitingList {
  add(waiting: Waiting): void;
  /** Throws `not-found`. */
  get(snapshot: string): Waiting;
  remove(snapshot: string): void;
  /** A snapshot became current: what was built before it is part of it, or was overtaken by it. */
  settle(snapshot: string): void;
}

export function createWaitingList(limit = 50): WaitingList {
  const waiting = new Map<string, Waiting>();
  return {
    add: (one) => {
      waiting.delete(one.prepared.snapshot);
      waiting.set(one.prepared.snapshot, one);
      for (const oldest of waiting.keys()) {
        if (waiting.size <= limit) break;
        waiting.delete(oldest);
      }
    },
    get: (snapshot) => {
      const found = waiting.get(snapshot);
      if (found) return found;
      throw new AccordError(
        'not-found',
        `Snapshot ${snapshot} does not wait for a confirmation any more. Re-ingest to build it anew.`,
        { facts: { snapshot } },
      );
    },
    remove: (snapshot) => void waiting.delete(snapshot),
    settle: (snapshot) => {
      const among = waiting.has(snapshot);
      for (const id of waiting.keys()) {
        waiting.delete(id);
        if (among && id === snapshot) break;
      }
    },
  };
}
