import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCode } from './failures.js';

/** Who holds the lock, as its file says. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one of the same number; null where the system does not say. */
  readonly started: string | null;
  /** ISO 8601 instant at which the lock was taken. */
  readonly since: string;
  readonly token: string;
}

/** A lock of another host is given up when its owner has not touched it for so long. */
export const silence = 60_000;

/** Ticks since boot at which a process started: field 22 of `/proc/PID/stat` (Linux). */
async function startOf(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Null when the text names no owner: a writer died, or is, between creating and filling it. */
export function parseOwner(text: string): LockOwner | null {
  try {
    const owner: LockOwner = JSON.parse(text);
    return Number.isInteger(owner.pid) && typeof owner.host === 'string' ? owner : null;
  } catch {
    return null;
  }
}

/** True when the owner is gone; `touched` is when it last changed the file, in milliseconds. */
export async function isStale(owner: LockOwner | null, touched: number): Promise<boolean> {
  if (owner === null || owner.host !== hostname()) return Date.now() - touched > silence;
  if (!runs(owner.pid)) return true;
  return owner.started !== null && owner.started !== (await startOf(owner.pid));
}

/** This process, now. */
export async function ownerHere(): Promise<LockOwner> {
  return {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
    since: new Date().toISOString(),
    token: randomUUID(),
  };
}
