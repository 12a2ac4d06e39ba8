import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type Layout, reading } from './layout.js';
import { isStale, ownerHere, parseOwner, silence } from './lock-owner.js';

/** Length of an id such as `20261124T083000Z-ab12cd`. */
const idLength = 23;

/**
 * Says that this process reads a snapshot, until the result is called or the process ends. Where
 * nothing can be written, nothing is said: whoever may only read must be able to.
 */
export async function takeLease({ data }: Layout, id: string): Promise<() => Promise<void>> {
  if (!isId(id)) return async () => {};
  const owner = await ownerHere();
  const path = join(data, `${reading}${id}-${owner.token}`);
  try {
    await writeFile(path, `${JSON.stringify(owner)}\n`, { flag: 'wx' });
  } catch {
    await rm(path, { force: true }).catch(() => {});
    return async () => {};
  }
  const touch = () => void utimes(path, new Date(), new Date()).catch(() => {});
  const heartbeat = setInterval(touch, silence / 4);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(path, { force: true }).catch(() => {});
  };
}

async function isLive(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return !(await isStale(parseOwner(await readFile(path, 'utf8')), mtimeMs));
  } catch {
    return false;
  }
}

/** Ids of snapshots that some process reads. Removes what readers left that died. */
export async function leasedIds({ data }: Layout): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const name of await readdir(data)) {
    if (!name.startsWith(reading)) continue;
    const path = join(data, name);
    if (await isLive(path)) ids.add(name.slice(reading.length, reading.length + idLength));
    else await rm(path, { force: true });
  }
  return ids;
}
