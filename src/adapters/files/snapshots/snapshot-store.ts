import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdir } from 'node:fs/promises';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import type { SnapshotKeeping } from '../../../ports/snapshot-keeping.js';
import type { SnapshotStore } from '../../../ports/snapshot-store.js';
import { readCurrent, writeCurrent } from './current-file.js';
import { writing } from './failures.js';
import { layoutOf } from './layout.js';
import { takeLease } from './leases.js';
import { readComplete } from './manifest-file.js';
import { openSnapshot } from './open-snapshot.js';
import { idsOf, prune, removeLeftovers } from './tidy.js';
import { verifySnapshots } from './verify.js';
import { takeLock } from './write-lock.js';
import { writeSnapshot } from './write-snapshot.js';

export interface FileSnapshotStoreOptions {
  /** Data folder; made on the first write. */
  readonly folder: string;
  /**
   * How many of the newest snapshots to keep, at least 1; the current one stays in any case.
   * @default 5
   */
  readonly keep?: number;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/**
 * Snapshots as folders `FOLDER/snapshots/ID/`, with the current one's id in `FOLDER/current`.
 * A crash at any moment leaves the current snapshot whole and at worst an unfinished folder that
 * the next write removes.
 */
export function createFileSnapshotStore({
  folder,
  keep = 5,
  now = () => new Date(),
}: FileSnapshotStoreOptions): SnapshotStore & SnapshotKeeping {
  const layout = layoutOf(folder);
  const holding = new AsyncLocalStorage<true>();
  const abandoned = new Set<string>();

  const exclusively = async <T>(work: () => Promise<T>): Promise<T> => {
    if (holding.getStore()) return work();
    const release = await writing(layout.data, async () => {
      await mkdir(layout.snapshots, { recursive: true });
      return takeLock(layout.lock, abandoned);
    });
    try {
      return await holding.run(true, work);
    } finally {
      await release();
    }
  };

  return {
    current: () => readCurrent(layout),
    async list() {
      const found: SnapshotManifest[] = [];
      for (const id of await idsOf(layout)) {
        const manifest = await readComplete(layout, id).catch(() => null);
        if (manifest) found.push(manifest);
      }
      return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    },
    open: (id) => openSnapshot(layout, id),
    exclusively,
    write: (draft) =>
      exclusively(() =>
        writing(layout.snapshots, async () => {
          await removeLeftovers(layout);
          const manifest = await writeSnapshot(layout, now(), draft);
          // What cannot be deleted today goes after another ingest; the new snapshot stands.
          await prune(layout, Math.max(1, keep), manifest.id).catch(() => {});
          return manifest;
        }),
      ),
    async setCurrent(id) {
      await readComplete(layout, id);
      await exclusively(async () => {
        await readComplete(layout, id);
        await writing(layout.current, () => writeCurrent(layout, id));
      });
    },
    verify: (id) => verifySnapshots(layout, id),
    sweep: () =>
      exclusively(() =>
        writing(layout.snapshots, async () => {
          const left = await removeLeftovers(layout);
          const { removed, spared } = await prune(layout, Math.max(1, keep), null);
          const unfinished = left.map((name) => ({ name, why: 'unfinished' as const }));
          return { removed: [...unfinished, ...removed], spared };
        }),
      ),
    hold: (id) => takeLease(layout, id),
  };
}
