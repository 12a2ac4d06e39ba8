import { AccordError } from '../../domain/errors.js';
import type { OpenedSnapshot, SnapshotStore } from '../../ports/snapshot-store.js';

export interface Basis {
  /** Id of the current snapshot, damaged or not; null when there is none or it is not known. */
  readonly current: string | null;
  /** The current snapshot; where that is damaged, the newest sound one lends what it has. */
  readonly before: OpenedSnapshot | null;
}

export async function basisOf(snapshots: SnapshotStore): Promise<Basis> {
  const orNull = (error: unknown) => {
    if (error instanceof AccordError) return null;
    throw error;
  };
  let pointed = true;
  const current = await snapshots.current().catch((error: unknown) => {
    pointed = false;
    return orNull(error);
  });
  if (current === null && pointed) return { current, before: null };
  const ids = (await snapshots.list()).map(({ id }) => id).filter((id) => id !== current);
  for (const id of current === null ? ids : [current, ...ids]) {
    const before = await snapshots.open(id).catch(orNull);
    if (before) return { current, before };
  }
  return { current, before: null };
}
