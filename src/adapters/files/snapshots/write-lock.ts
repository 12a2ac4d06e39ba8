import { type FileHandle, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AccordError } from '../../../domain/errors.js';
import { systemCode, unwritten } from './failures.js';
import { isStale, type LockOwner, ownerHere, parseOwner, silence } from './lock-owner.js';

/** Tries at a lock whose owner is gone before it counts as held: a quarter of a second in all. */
const patience = 15;

/** Tries at giving a lock back. */
const tries = 3;

async function create(path: string, owner: LockOwner): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  const text = `${JSON.stringify(owner)}\n`;
  try {
    await file.writeFile(text);
    if ((await readFile(path, 'utf8')) !== text) throw unwritten(path);
  } catch (error) {
    // On a full disk an empty lock would stay, and nobody could tell whose it is.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

/** What the lock file says now; null when it has just gone. */
async function look(path: string): Promise<{ text: string; touched: number } | null> {
  try {
    const { mtimeMs } = await stat(path);
    return { text: await readFile(path, 'utf8'), touched: mtimeMs };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Removes the lock of a dead owner. Of several processes that find it only the one that creates
 * the second file may, and only after looking again: the lock might be a new one by then.
 */
async function remove(path: string, stale: string, owner: LockOwner): Promise<void> {
  const turn = `${path}.recovering`;
  if (!(await create(turn, owner))) {
    const found = await look(turn);
    if (found && Date.now() - found.touched > silence) await rm(turn, { force: true });
    return;
  }
  try {
    if ((await look(path))?.text === stale) await rm(path);
  } finally {
    await rm(turn, { force: true });
  }
}

function locked(path: string, owner: LockOwner | null): AccordError {
  const who = owner
    ? `process ${owner.pid} on ${owner.host}, since ${owner.since}`
    : 'a process that has only just begun';
  return new AccordError(
    'locked',
    `Another ingest or rollback is at work (${who}). Try again when it has ended; if it no longer runs, delete ${path}.`,
    { facts: { path, owner } },
  );
}

/**
 * Takes the lock, from a dead owner too, and returns what gives it back. That never rejects: what
 * was done under the lock is done. A lock that could not be given back is one of `abandoned`, and
 * is free to whoever knows them. Throws `locked`.
 */
export async function takeLock(
  path: string,
  abandoned: Set<string> = new Set(),
): Promise<() => Promise<void>> {
  const owner = await ownerHere();
  for (let attempt = 1; !(await create(path, owner)); attempt += 1) {
    const found = await look(path);
    const holder = found && parseOwner(found.text);
    const free = holder !== null && abandoned.has(holder.token);
    if (found && !free && !(await isStale(holder, found.touched))) throw locked(path, holder);
    if (attempt >= patience) throw locked(path, holder);
    if (found) await remove(path, found.text, owner);
    await delay(attempt * 2);
  }
  const touch = () => void utimes(path, new Date(), new Date()).catch(() => {});
  const heartbeat = setInterval(touch, silence / 4);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        const found = await look(path);
        if (found && parseOwner(found.text)?.token === owner.token) await rm(path, { force: true });
        return;
      } catch {
        await delay(attempt * 10);
      }
    }
    abandoned.add(owner.token);
  };
}
