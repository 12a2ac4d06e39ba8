import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeDurably } from '../snapshots/durable-files.js';
import { systemCode } from '../snapshots/failures.js';

/** Names begin with a dot, which the reader of the corpus passes over. */
const unfinished = /^\.accord-.*\.part$/;
const forgotten = 60 * 60_000;

/** Folder of what was removed or replaced, at the top of the corpus. */
const removedFolder = '.removed';
const removalsKept = 50;

/** Removes what a crash left aside in a folder. */
async function tidy(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!unfinished.test(name)) continue;
    const path = join(folder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > forgotten) await rm(path, { force: true });
  }
}

async function aside<Result>(
  folder: string,
  bytes: Uint8Array,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  await tidy(folder).catch(() => {});
  const path = join(folder, `.accord-${randomUUID()}.part`);
  try {
    await writeDurably(path, bytes);
    const result = await work(path);
    await syncFolder(folder);
    return result;
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}

/** Gives a whole file a name that nobody has; false when somebody has it. */
async function take(from: string, path: string): Promise<boolean> {
  try {
    await link(from, path);
    return true;
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
  }
  // A file system without links: the name is taken by an empty file first.
  try {
    await (await open(path, 'wx')).close();
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  await rename(from, path);
  return true;
}

/** Writes a new file, whole or not at all; false when the name is taken. */
export function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  return aside(dirname(path), bytes, (from) => take(from, path));
}

/** Puts a whole file in the place of another one, or of none. */
export function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  return aside(dirname(path), bytes, (from) => rename(from, path));
}

/** A new folder for what one act removes; the oldest ones beyond the last 50 go. */
export async function newRemoval(root: string, now: Date): Promise<string> {
  const all = join(root, removedFolder);
  await mkdir(all, { recursive: true });
  const removals = (await readdir(all)).sort();
  for (const old of removals.slice(0, Math.max(0, removals.length - removalsKept + 1))) {
    await rm(join(all, old), { recursive: true, force: true }).catch(() => {});
  }
  const stamp = now.toISOString().replace(/[-:.]/g, '');
  const folder = join(all, `${stamp}-${randomUUID().slice(0, 8)}`);
  await mkdir(folder);
  return folder;
}

/** Copies or moves a file of the corpus into a removal, under its own path. */
export async function keepIn(
  removal: string,
  root: string,
  path: string,
  how: 'copy' | 'move',
): Promise<string> {
  const kept = join(removal, path);
  await mkdir(dirname(kept), { recursive: true });
  if (how === 'copy') await copyFile(join(root, path), kept);
  else await rename(join(root, path), kept);
  await syncFolder(dirname(kept));
  return kept;
}

/** Moves a file back to a name that is free; false when somebody has taken it. */
export async function moveBack(kept: string, path: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  if (!(await take(kept, path))) return false;
  await rm(kept, { force: true });
  await syncFolder(dirname(path));
  return true;
}
