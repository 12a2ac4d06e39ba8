import { AccordError } from '../../domain/errors.js';
import type { SnapshotVerdict, SnapshotVerdicts } from '../../domain/reports.js';
import type { SnapshotStore } from '../../ports/snapshot-store.js';

/** For stores that tell no more of a snapshot than whether it opens. Throws `not-found`. */
export async function verifyByOpening(
  snapshots: SnapshotStore,
  id: string | undefined,
): Promise<SnapshotVerdicts> {
  const current = await snapshots.current();
  const ids = id === undefined ? (await snapshots.list()).map((one) => one.id) : [id];
  const verdicts: SnapshotVerdict[] = [];
  for (const one of ids) {
    const files = await snapshots.open(one).then(
      ({ manifest }) => manifest.files.map(({ name }) => ({ name, reason: null })),
      (error: unknown) => {
        if (error instanceof AccordError && error.code === 'damaged-snapshot') {
          return [{ name: String(error.facts['part'] ?? one), reason: error.message }];
        }
        throw error;
      },
    );
    const sound = files.every(({ reason }) => reason === null);
    verdicts.push({ id: one, current: one === current, sound, files });
  }
  return { current, pointer: null, snapshots: verdicts };
}
