import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSqliteStateStore } from '../../../src/adapters/sqlite/sqlite-state-store.js';
import { usualSettings } from '../../../src/domain/community.js';
import { askedOf, describeStateStore, turnOf, unansweredOf } from '../../contracts/state-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

/** Opens a store that is closed when the test has ended. */
function open(file: string, now = () => new Date(), notices: string[] = []) {
  const store = createSqliteStateStore({ file, now, onNotice: (notice) => notices.push(notice) });
  onTestFinished(() => store.close());
  return store;
}

const newFile = () => join(temporaryFolder(), 'state.db');

describeStateStore('sqlite', ({ now }) => open(newFile(), now));

describe('a state database on the disk', () => {
  it('keeps everything when it is opened again', async () => {
    const file = newFile();
    const first = open(file);
    await first.questions.record(unansweredOf());
    await first.settings.write('g1', { ...usualSettings, answers: 'private' });
    await first.conversations.open('t1', [turnOf()]);
    await first.conversations.link('m1', 't1');
    await first.deliveries.claim('e1');
    await first.close();
    expect(statSync(file).mode & 0o077).toBe(0);
    const second = open(file);
    expect(await second.questions.find('q1')).toEqual(unansweredOf());
    expect((await second.settings.read('g1')).answers).toBe('private');
    expect(await second.conversations.last('t1', 1)).toEqual([turnOf()]);
    expect(await second.conversations.of('m1')).toBe('t1');
    expect(await second.deliveries.claim('e1')).toBe(false);
  });

  it('leaves one whole file behind when it is closed', async () => {
    const file = newFile();
    const store = open(file);
    await store.questions.record(askedOf());
    await store.close();
    const log = readdirSync(join(file, '..')).find((name) => name.endsWith('-wal'));
    expect(log === undefined || statSync(`${file}-wal`).size === 0).toBe(true);
    const alone = newFile();
    writeFileSync(alone, readFileSync(file));
    expect(await open(alone).questions.find('q1')).toEqual(askedOf());
    await expect(store.check()).rejects.toMatchObject({ code: 'state-unavailable' });
  });

  it('is used by two at once', async () => {
    const file = newFile();
    const [one, two] = [open(file), open(file)];
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        (n % 2 ? one : two).questions.record(unansweredOf({ id: `q${n}` })),
      ),
    );
    const claims = Array.from({ length: 40 }, (_, n) => (n % 2 ? one : two).deliveries.claim('e'));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await two.questions.gaps({ guild: null, since: '2026', limit: 99 })).toHaveLength(60);
  });

  it('waits for a short lock of another', async () => {
    const file = newFile();
    const store = open(file);
    await store.check();
    const other = new Database(file);
    other.exec('begin immediate');
    const written = store.settings.write('g1', { ...usualSettings, answers: 'private' });
    setTimeout(() => other.exec('rollback'), 300);
    await written;
    other.close();
    expect((await store.settings.read('g1')).answers).toBe('private');
  });

  it('never changes or removes entries of the audit log', async () => {
    const file = newFile();
    const entry = { at: '2026', user: 'u', guild: null, act: 'add', detail: '' } as const;
    await open(file).audit.append({ ...entry, outcome: 'done' });
    const direct = new Database(file);
    expect(() => direct.exec('delete from audit')).toThrow('never removed');
    expect(() => direct.exec("update audit set record = '{}'")).toThrow('never changed');
    direct.close();
  });

  it('leaves no forgotten text in the file', async () => {
    const file = newFile();
    const store = open(file);
    await store.questions.record(askedOf({ question: 'a telling secret' }));
    await store.questions.forget('u1');
    await store.close();
    expect(readFileSync(file).includes('telling secret')).toBe(false);
  });
});

describe('a state database that cannot be used', () => {
  const check = (file: string) => expect(open(file).check()).rejects;

  it('is refused when a newer version wrote it', async () => {
    const file = newFile();
    const store = open(file);
    await store.check();
    await store.close();
    const direct = new Database(file);
    direct.pragma('user_version = 99');
    direct.close();
    const message = expect.stringMatching(/state\.db.*newer version.*schema 99/);
    await check(file).toMatchObject({ code: 'state-unavailable', message });
    expect(readdirSync(join(file, '..')).join()).not.toContain('damaged');
  });

  it('is left alone when it belongs to another program', async () => {
    const file = newFile();
    const direct = new Database(file);
    direct.exec('create table theirs (a)');
    direct.close();
    const message = expect.stringContaining('another program');
    await check(file).toMatchObject({ code: 'state-unavailable', message });
  });

  it('is named when its folder cannot be made, and is used once it can', async () => {
    const folder = temporaryFolder();
    const obstacle = join(folder, 'data');
    writeFileSync(obstacle, 'a file');
    const file = join(obstacle, 'state.db');
    const store = open(file);
    const message = expect.stringContaining(file);
    await expect(store.check()).rejects.toMatchObject({ code: 'state-unavailable', message });
    spawnSync('rm', [obstacle]);
    await store.check();
  });

  it('is named when the disk is full, keeps what it has, and goes on when there is room', async () => {
    const file = newFile();
    const child = fileURLToPath(new URL('full-disk-child.ts', import.meta.url));
    const command = `trap '' XFSZ; ulimit -S -f 400; exec "$0" --import tsx "$1" "$2"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, child, file], {
      encoding: 'utf8',
    });
    const told = JSON.parse(stdout || JSON.stringify(stderr));
    expect(told).toMatchObject({ code: 'state-unavailable', reads: true });
    expect(told.message).toContain(file);
    const store = open(file);
    await store.questions.record(askedOf({ id: 'later' }));
    expect(await store.questions.find(`q${told.kept - 1}`)).not.toBeNull();
    expect(await store.questions.find('later')).not.toBeNull();
  });
});
