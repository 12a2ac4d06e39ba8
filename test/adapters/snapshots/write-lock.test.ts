import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

const since = '2026-05-05T00:00:00.000Z';
const lockOf = (folder: string) => join(folder, 'lock');
const owner = (facts: object) =>
  JSON.stringify({
    pid: process.pid,
    host: hostname(),
    started: null,
    since,
    token: 'x',
    ...facts,
  });
const age = (folder: string, milliseconds: number) =>
  utimesSync(lockOf(folder), new Date(), new Date(Date.now() - milliseconds));

async function work(folder: string) {
  return createFileSnapshotStore({ folder }).exclusively(async () => 'done');
}

it('names its owner while it is held, and is gone afterwards', async () => {
  const folder = temporaryFolder();
  const store = createFileSnapshotStore({ folder });
  await store.exclusively(async () => {
    expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    });
    await expect(work(folder)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
      facts: { path: lockOf(folder) },
    });
  });
  expect(existsSync(lockOf(folder))).toBe(false);
});

it('of a running process holds', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill());
  writeFileSync(lockOf(folder), owner({ pid: child.pid }));
  age(folder, 86_400_000);
  await expect(work(folder)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(`process ${child.pid}.*since ${since}.*delete .*lock`),
  });
});

it('of a process that died does not hold', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  writeFileSync(lockOf(folder), owner({ pid: child.pid }));
  expect(await work(folder)).toBe('done');
});

it('of an earlier process with the number of this one does not hold', async () => {
  const folder = temporaryFolder();
  writeFileSync(lockOf(folder), owner({ started: '1' }));
  expect(await work(folder)).toBe('done');
});

it.each([
  ['of another host', owner({ host: 'elsewhere.example' })],
  ['that names no owner', '{"pid":'],
])('%s holds until it has been silent for a minute', async (_, text) => {
  const folder = temporaryFolder();
  writeFileSync(lockOf(folder), text);
  await expect(work(folder)).rejects.toMatchObject({ code: 'locked' });
  age(folder, 61_000);
  expect(await work(folder)).toBe('done');
});

it('of a dead process goes to one of many that want it', async () => {
  const folder = temporaryFolder();
  writeFileSync(lockOf(folder), owner({ started: '1' }));
  let inside = 0;
  let most = 0;
  const contenders = Array.from({ length: 12 }, () =>
    createFileSnapshotStore({ folder }).exclusively(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await delay(400);
      inside -= 1;
    }),
  );
  const outcomes = await Promise.allSettled(contenders);
  expect(most).toBe(1);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'locked' });
  }
});
