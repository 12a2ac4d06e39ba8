import { setTimeout as delay } from 'node:timers/promises';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection/connection.js';
import { unavailable } from '../../../src/adapters/postgres/connection/failures.js';
import { preparedBy } from '../../../src/adapters/postgres/connection/prepared.js';
import { createSharedLimiter } from '../../../src/adapters/postgres/jobs/limits.js';
import { createPromisedReplies } from '../../../src/adapters/postgres/jobs/promised-replies.js';
import { createTakeTurn } from '../../../src/adapters/postgres/jobs/take-turn.js';
import { migrate } from '../../../src/adapters/postgres/migrations/migrate.js';
import { createPostgres } from '../../../src/adapters/postgres/postgres.js';
import { createOutbox } from '../../../src/adapters/postgres/state/outbox.js';
import { createPostgresStateStore } from '../../../src/adapters/postgres/state/state-store.js';
import type { PromisedReply } from '../../../src/ports/promised-replies.js';
import { askedOf } from '../../contracts/state-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { describeOnDatabases } from './harness.js';

const replyOf = (id: string): PromisedReply => ({
  id,
  to: { kind: 'interaction', application: 'a', token: `token of ${id}` },
  guild: 'g',
  locale: 'fr',
});

describeOnDatabases((database) => {
  const connect = () => preparedBy(database.connect(), (one) => migrate(one, 'accord at test'));

  it('tells processes what others owe, and whether those live', async () => {
    const [one, other] = [createPromisedReplies(connect()), createPromisedReplies(connect())];
    await one.promise(replyOf('q1'));
    await one.promise(replyOf('q1'));
    expect(await one.beat()).toEqual([]);
    const [before] = await other.beat();
    expect(before?.beats).toBe(1);
    expect(await other.beat()).toEqual([before]);
    await one.beat();
    expect(await other.beat()).toEqual([{ owner: before?.owner, beats: 2 }]);
    await one.settle(['q1', 'q2']);
    expect(await other.beat()).toEqual([]);
  });

  it('hands what a process owed to one other, who can settle it', async () => {
    const [dead, one, other] = [connect(), connect(), connect()].map(createPromisedReplies);
    if (!dead || !one || !other) throw new Error('three were made');
    for (const id of ['q1', 'q2']) await dead.promise(replyOf(id));
    const [debtor] = await one.beat();
    const owner = debtor?.owner ?? '';
    const taken = await Promise.all([one.inherit(owner), other.inherit(owner)]);
    expect(taken.flat().sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      replyOf('q1'),
      replyOf('q2'),
    ]);
    // The dead one's own word comes too late.
    await dead.settle(['q1', 'q2']);
    const left = [...(await one.beat()), ...(await other.beat())];
    expect(left).toHaveLength(1);
    for (const heir of [one, other]) await heir.settle(['q1', 'q2']);
    expect([...(await one.beat()), ...(await other.beat())]).toEqual([]);
  });

  it('gives a turn to one of many, and again after its time', async () => {
    const turns = [createTakeTurn(connect()), createTakeTurn(connect())];
    const take = (name: string, milliseconds: number) =>
      Promise.all([...turns, ...turns].map((turn) => turn(name, milliseconds)));
    expect((await take('a', 60_000)).filter(Boolean)).toHaveLength(1);
    expect((await take('a', 60_000)).filter(Boolean)).toHaveLength(0);
    expect((await take('b', 60_000)).filter(Boolean)).toHaveLength(1);
    await delay(20);
    expect(await turns[0]?.('a', 10)).toBe(true);
  });

  it('stores each question and act once that came while the database was away', async () => {
    const connection = connect();
    let away = true;
    const guarded: Connection = {
      ...connection,
      query: async (text, values) => {
        const rows = await connection.query(text, values);
        // Carried out, but nobody hears of it.
        if (away) throw unavailable('a database', 'it is away', 'Wait');
        return rows;
      },
    };
    const store = createPostgresStateStore(guarded, () => new Date());
    const entry = { at: '2026', user: 'u', guild: null, act: 'add', detail: '' } as const;
    const failing = { code: 'state-unavailable' };
    await expect(store.questions.record(askedOf())).rejects.toMatchObject(failing);
    await expect(store.audit.append({ ...entry, outcome: 'done' })).rejects.toMatchObject(failing);
    away = false;
    await delay(1_500);
    expect(await store.questions.find('q1')).toEqual(askedOf());
    expect(await store.audit.list({ guild: null, limit: 9 })).toHaveLength(1);
  });
});

it('keeps what waits in order, and drops what is refused for good', async () => {
  const done: string[] = [];
  let away = true;
  const outbox = createOutbox({ everyMs: 5 });
  const work =
    (name: string, broken = false) =>
    async () => {
      if (away) throw unavailable('a database', 'it is away', 'Wait');
      if (broken) throw new Error('refused');
      done.push(name);
    };
  for (const one of [work('a'), work('b', true), work('c')]) {
    await expect(outbox.send(one)).rejects.toThrow('away');
  }
  await delay(30);
  away = false;
  await expect.poll(() => done).toEqual(['a', 'c']);
  await outbox.send(work('d'));
  expect(done).toEqual(['a', 'c', 'd']);
});

it('counts by itself, and soon, where the database does not answer', async () => {
  let asked = 0;
  const silent = {
    query: () => {
      asked += 1;
      return new Promise<never>(() => {});
    },
  } as unknown as Connection;
  const limiter = createSharedLimiter(silent, { name: 'user', points: 2, seconds: 60 });
  await limiter.consume('u1');
  await limiter.consume('u1');
  await expect(limiter.consume('u1')).rejects.toBeInstanceOf(RateLimiterRes);
  // One wait for all three: after it nobody asks for a while.
  expect(asked).toBe(1);
});

it('complains once, not each second, that there is no queue to work on', async () => {
  let tried = 0;
  const away = async (): Promise<never> => {
    tried += 1;
    throw unavailable('a database', 'it is away', 'Wait');
  };
  const connection = {
    query: away,
    transaction: away,
    tryLock: away,
    listen: () => async () => {},
    close: async () => {},
  };
  const notices: string[] = [];
  const worker = createPostgres({
    url: 'postgres://accord@127.0.0.1/accord',
    folder: temporaryFolder(),
    connection,
    onNotice: (notice) => notices.push(notice),
  });
  onTestFinished(() => worker.close());
  worker.work({ run: away });
  await expect.poll(() => tried, { timeout: 20_000 }).toBeGreaterThan(2);
  expect(notices).toEqual([expect.stringContaining('No ingests can be done')]);
});
