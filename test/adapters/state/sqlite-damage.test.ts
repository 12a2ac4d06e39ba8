import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSqliteStateStore } from '../../../src/adapters/sqlite/sqlite-state-store.js';
import { usualSettings } from '../../../src/domain/community.js';
import { askedOf } from '../../contracts/state-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { createRandom } from '../../contracts/vectors.js';

function open(file: string) {
  const notices: string[] = [];
  const onNotice = (notice: string) => notices.push(notice);
  const store = createSqliteStateStore({ file, onNotice });
  onTestFinished(() => store.close());
  return { store, notices };
}

const setAside = (file: string) =>
  readdirSync(dirname(file)).filter((name) => /damaged-\d{8}T\d{6}Z$/.test(name));

/** A database with settings of a server, an entry of the audit log and some questions. */
async function filled(questions = 200, characters = 500): Promise<string> {
  const file = join(temporaryFolder(), 'state.db');
  const { store } = open(file);
  await store.settings.write('g1', { ...usualSettings, answers: 'private' });
  const entry = { at: '2026', user: 'u', guild: 'g1', act: 'add', detail: 'x.md' } as const;
  await store.audit.append({ ...entry, outcome: 'done' });
  for (let n = 0; n < questions; n += 1) {
    await store.questions.record(askedOf({ id: `q${n}`, question: 'x'.repeat(characters) }));
  }
  await store.close();
  return file;
}

it.each([
  ['is no database at all', (file: string) => writeFileSync(file, 'x'.repeat(9_000))],
  ['is cut off', (file: string) => truncateSync(file, 30_000)],
  [
    'begins with zeros',
    (file: string) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0, 0, 4_096));
    },
  ],
])('starts afresh, loudly, when the file %s', async (_how, damage) => {
  const file = await filled();
  damage(file);
  const { store, notices } = open(file);
  await store.questions.record(askedOf({ id: 'new' }));
  expect(await store.questions.find('new')).not.toBeNull();
  expect(setAside(file)).toHaveLength(1);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain(file);
  expect(notices[0]).toContain(setAside(file)[0]);
  expect(notices[0]).toContain('LOST');
});

it('carries settings and the audit log over when the damage is elsewhere', async () => {
  const file = await filled();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, bytes.length - 40_960));
  const { store, notices } = open(file);
  expect((await store.settings.read('g1')).answers).toBe('private');
  expect(await store.audit.list({ guild: 'g1', limit: 9 })).toHaveLength(1);
  expect(notices.join()).toContain('settings of 1 servers and 1 entries');
});

it('is replaced while it runs, at the first use that meets the damage', async () => {
  const file = await filled(200, 30_000);
  const { store, notices } = open(file);
  await store.check();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, 40_960));
  // Pages that were read before stay in memory: more than those are asked for.
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, (_, n) => store.questions.find(`q${n}`)),
  );
  expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(notices).toHaveLength(1);
  expect((await store.settings.read('g1')).answers).toBe('private');
});

it('serves, or starts afresh, whatever bytes are flipped', async () => {
  const file = await filled(20);
  const sound = readFileSync(file);
  const random = createRandom(5);
  for (let round = 0; round < 60; round += 1) {
    const bytes = Buffer.from(sound);
    for (let flips = 0; flips < 8; flips += 1) {
      const at = Math.floor(random() * (round % 2 ? bytes.length : 200));
      bytes[at] = Math.floor(random() * 256);
    }
    const copy = join(temporaryFolder(), 'state.db');
    writeFileSync(copy, bytes);
    const { store } = open(copy);
    const outcome = await store.check().catch((error: unknown) => error);
    if (outcome !== undefined) expect(outcome).toMatchObject({ code: 'state-unavailable' });
    await store.close();
  }
});
