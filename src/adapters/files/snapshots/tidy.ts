import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SnapshotSweep } from '../../../domain/reports.js';
import { readCurrent } from './current-file.js';
import { systemCode, unreadable } from './failures.js';
import { isId, type Layout, unfinished } from './layout.js';
import { leasedIds } from './leases.js';
import { readComplete } from './manifest-file.js';

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw unreadable(folder, error);
  }
}

/** Ids of all snapshot folders, newest first, damaged ones included. */
export async function idsOf({ snapshots }: Layout): Promise<readonly string[]> {
  return (await names(snapshots)).filter(isId).sort().reverse();
}

/** Removes what writers left behind that died, and names it; call it under the lock only. */
export async function removeLeftovers({
  data,
  snapshots,
  current,
}: Layout): Promise<readonly string[]> {
  const remove = async (folder: string, start: string) => {
    const left = (await names(folder)).filter((name) => name.startsWith(start));
    for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
    return left;
  };
  return [
    ...(await remove(snapshots, unfinished)),
    ...(await remove(data, `${basename(current)}${unfinished}`)),
  ];
}

/** A folder is renamed first, so that a half-deleted snapshot is never visible. */
async function removeSnapshot(layout: Layout, id: string): Promise<void> {
  const aside = join(layout.snapshots, `${unfinished}${id}`);
  await rename(layout.folder(id), aside);
  await rm(aside, { recursive: true, force: true });
}

/**
 * Deletes what is older than the newest `keep` whole snapshots, but neither the current one, nor
 * `written`, whatever the clock says, nor what a process reads. Call it under the lock only.
 */
export async function prune(
  layout: Layout,
  keep: number,
  written: string | null,
): Promise<SnapshotSweep> {
  const current = await readCurrent(layout).catch(() => null);
  const leased = await leasedIds(layout);
  const removed: { name: string; why: 'surplus' }[] = [];
  const spared: { id: string; why: 'current' | 'in use' }[] = [];
  let whole = 0;
  for (const id of await idsOf(layout)) {
    if (whole < keep || id === written) {
      if (await readComplete(layout, id).catch(() => null)) whole += 1;
    } else if (id === current) spared.push({ id, why: 'current' });
    else if (leased.has(id)) spared.push({ id, why: 'in use' });
    else {
      await removeSnapshot(layout, id);
      removed.push({ name: id, why: 'surplus' });
    }
  }
  return { removed, spared };
}
