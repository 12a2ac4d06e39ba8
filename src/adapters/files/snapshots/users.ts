import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { systemCode, unreadable } from './failures.js';
import { layoutOf, reading } from './layout.js';
import { isStale, parseOwner } from './lock-owner.js';

/** What the file says of a process that still runs; null for a dead one, or a file that has gone. */
async function userIn(path: string, does: string): Promise<string | null> {
  try {
    const { mtimeMs } = await stat(path);
    const owner = parseOwner(await readFile(path, 'utf8'));
    if (owner === null || (await isStale(owner, mtimeMs))) return null;
    return `process ${owner.pid} on ${owner.host} ${does}, since ${owner.since}`;
  } catch {
    return null;
  }
}

/** Processes that read a snapshot of the data folder, or write one, now. */
export async function usersOf(folder: string): Promise<readonly string[]> {
  const { data, lock } = layoutOf(folder);
  const names = await readdir(data).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw unreadable(data, error);
  });
  const users: string[] = [];
  for (const name of names) {
    const writes = name === basename(lock);
    if (!writes && !name.startsWith(reading)) continue;
    const user = await userIn(join(data, name), writes ? 'writes to it' : 'reads it');
    if (user) users.push(user);
  }
  return users;
}
