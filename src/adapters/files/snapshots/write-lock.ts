import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { AccordError } from '../../../domain/errors.js';
import { systemCode } from './failures.js';
import { isStale, type LockOwner, parseOwner, silence, startOf } from './lock-owner.js';

async function create(path: string, owner: LockOwner): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(owner)}\n`, { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
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
 * Takes a stale lock out of the way. Two processes may find the same one: the rename shows which
 * of them moved it, and a live lock moved by mistake is put back.
 */
async function remove(path: string, stale: string): Promise<void> {
  const aside = `${path}.tmp-${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) === stale) await rm(aside);
  else await rename(aside, path);
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

/** Takes the lock, from a dead owner too, and returns what gives it back. Throws `locked`. */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const owner: LockOwner = {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  for (let attempt = 0; !(await create(path, owner)); attempt += 1) {
    const found = await look(path);
    if (!found) continue;
    const holder = parseOwner(found.text);
    if (attempt > 2 || !(await isStale(holder, found.touched))) throw locked(path, holder);
    await remove(path, found.text);
  }
  const touch = () => void utimes(path, new Date(), new Date()).catch(() => {});
  const heartbeat = setInterval(touch, silence / 4);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    const found = await look(path);
    if (found && parseOwner(found.text)?.token === owner.token) await rm(path, { force: true });
  };
}
