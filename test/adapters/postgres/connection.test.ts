import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addressOf } from '../../../src/adapters/postgres/connection/address.js';
import { createPgConnection } from '../../../src/adapters/postgres/connection/pg-connection.js';
import { describeOnDatabases } from './harness.js';
import { weakLinkTo } from './weak-link.js';

function open(url: string, patience = 300) {
  const connection = createPgConnection({ address: addressOf(url), patience });
  onTestFinished(() => connection.close());
  return connection;
}

describe('an address', () => {
  it('shows no password', () => {
    expect(addressOf('postgres://bot:hunter2hunter2@db.example.org/accord').shown).toBe(
      'accord at db.example.org:5432',
    );
  });

  it.each(['hunter2hunter2', 'mysql://bot:hunter2hunter2@host/x', 'postgres://bot:hunter2 @:x/'])(
    'that is none is refused by the name of its variable: %s',
    (url) => {
      let error: unknown;
      try {
        addressOf(url, 'DATABASE_REPLICA_URL');
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({ code: 'bad-config' });
      expect(String(error)).toContain('DATABASE_REPLICA_URL');
      expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
    },
  );
});

it('is named when nobody answers, without its password, after a short wait', async () => {
  const connection = open('postgres://bot:hunter2hunter2@127.0.0.1:9/accord');
  const started = performance.now();
  const error = await connection.query('select 1').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'state-unavailable',
    message: expect.stringContaining('accord at 127.0.0.1:9 cannot be used: it cannot be reached'),
  });
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
  expect(performance.now() - started).toBeLessThan(3_000);
});

describeOnDatabases((database) => {
  it('does all of a transaction or nothing', async () => {
    const connection = database.connect();
    await connection.query('create schema accord');
    await connection.query('create table accord.t (n integer)');
    const failing = connection.transaction(async (session) => {
      await session.query('insert into accord.t values (1)');
      throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    expect(await connection.query('select * from accord.t')).toEqual([]);
  });

  it('hands over what is sent to a channel', async () => {
    const connection = database.connect();
    const heard: (string | null)[] = [];
    const end = connection.listen('accord_test', (payload) => heard.push(payload));
    await vi.waitFor(() => expect(heard).toEqual([null]), 5_000);
    await connection.query("select pg_notify('accord_test', 'one')");
    await vi.waitFor(() => expect(heard).toEqual([null, 'one']), 5_000);
    await end();
  });

  it('gives a lock to one, naming it to the next', async () => {
    const [first, second] = [database.connect(), database.connect()];
    const taken = await first.tryLock(77);
    const refused = await second.tryLock(77);
    expect(taken.kind).toBe('taken');
    expect(refused).toMatchObject({
      kind: 'refused',
      owner: expect.stringMatching(/process|accord/),
    });
    if (taken.kind !== 'taken') throw new Error('not taken');
    await taken.release();
    await vi.waitFor(async () => expect((await second.tryLock(77)).kind).toBe('taken'), 5_000);
  });

  const { url } = database;
  if (url === null) return;

  it('fails plainly while the server is away, and works again after', async () => {
    const link = await weakLinkTo(url);
    const connection = open(link.url);
    const heard: (string | null)[] = [];
    const end = connection.listen('accord_test', (payload) => heard.push(payload));
    onTestFinished(end);
    const lock = await connection.tryLock(78);
    await Promise.all(Array.from({ length: 6 }, () => connection.query('select 1')));
    await vi.waitFor(() => expect(heard).toEqual([null]), 5_000);
    const running = connection.query('select pg_sleep(5)').catch((error: unknown) => error);
    await delay(100);
    await link.cut();
    const away = { name: 'AccordError', code: 'state-unavailable' };
    expect(await running).toMatchObject(away);
    await expect(connection.query('select 1')).rejects.toMatchObject(away);
    await expect(connection.transaction((one) => one.query('select 1'))).rejects.toMatchObject(
      away,
    );
    await expect(connection.tryLock(79)).rejects.toMatchObject(away);
    expect(lock.kind === 'taken' && lock.held()).toBe(false);
    await link.mend();
    expect(await connection.query('select 1 as one')).toEqual([{ one: 1 }]);
    await vi.waitFor(() => expect(heard).toEqual([null, null]), 10_000);
    await connection.query("select pg_notify('accord_test', 'again')");
    await vi.waitFor(() => expect(heard.at(-1)).toBe('again'), 5_000);
  });

  it('waits for a server that comes back soon', async () => {
    const link = await weakLinkTo(url);
    const connection = open(link.url, 5_000);
    await connection.query('select 1');
    await link.cut();
    const asked = connection.query('select 2 as two');
    await delay(500);
    await link.mend();
    expect(await asked).toEqual([{ two: 2 }]);
  });
});
