import { AccordError } from '../../domain/errors.js';
import type { Check, IngestReport } from '../../domain/reports.js';
import type { SnapshotStore } from '../../ports/snapshot-store.js';

const name = 'repair';

/** Why the current snapshot cannot be used; null when it can, or when there is none yet. */
async function faultOf(snapshots: SnapshotStore): Promise<string | null> {
  try {
    const id = await snapshots.current();
    if (id !== null) await snapshots.open(id);
    return null;
  } catch (error) {
    const code = error instanceof AccordError ? error.code : null;
    if (code === 'damaged-snapshot' || code === 'not-found') return (error as Error).message;
    throw error;
  }
}

/** Makes the newest snapshot current that opens. */
async function goBack(snapshots: SnapshotStore): Promise<string | null> {
  for (const { id } of await snapshots.list()) {
    if (!(await snapshots.open(id).catch(() => null))) continue;
    await snapshots.setCurrent(id);
    return id;
  }
  return null;
}

/**
 * Builds a damaged current snapshot anew from the corpus, with what the newest sound one has; where
 * the corpus cannot be ingested, goes back to that one. Throws `locked`.
 */
export async function repairSnapshots(
  snapshots: SnapshotStore,
  ingest: () => Promise<IngestReport>,
): Promise<readonly Check[]> {
  const fault = await faultOf(snapshots);
  if (fault === null) return [{ name, state: 'ok', detail: 'nothing has to be repaired' }];
  try {
    const { snapshot, passages, embedded } = await ingest();
    const made = `snapshot ${snapshot} is current; ${embedded} of its ${passages} passages were embedded anew`;
    return [{ name, state: 'ok', detail: `${made}. It was needed: ${fault}` }];
  } catch (error) {
    if (!(error instanceof AccordError) || error.code === 'locked') throw error;
    const id = await goBack(snapshots);
    const why = `The corpus could not be ingested: ${error.message}`;
    return id === null
      ? [{ name, state: 'problem', detail: `no sound snapshot is there. ${why}` }]
      : [{ name, state: 'note', detail: `went back to snapshot ${id}, which is sound. ${why}` }];
  }
}
