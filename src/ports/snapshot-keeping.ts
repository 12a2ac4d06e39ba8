import type { SnapshotSweep, SnapshotVerdicts } from '../domain/reports.js';

/** What stores need done whose snapshots are files that can be spoilt, left over, or in use. */
export interface SnapshotKeeping {
  /** Reads every file of one snapshot, or of all. Throws `not-found`. */
  verify(id?: string): Promise<SnapshotVerdicts>;
  /**
   * Removes what writers left that died, and snapshots beyond the number kept; never the current
   * one, nor one that is held. Throws `locked` or `cannot-write`.
   */
  sweep(): Promise<SnapshotSweep>;
  /** Keeps a snapshot from being removed until the result is called, or this process ends. */
  hold(id: string): Promise<() => Promise<void>>;
}
