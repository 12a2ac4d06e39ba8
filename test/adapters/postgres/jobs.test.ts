import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createPostgres } from '../../../src/adapters/postgres/postgres.js';
import { AccordError } from '../../../src/domain/errors.js';
import type { IngestReport } from '../../../src/domain/reports.js';
import type { IngestRunner } from '../../../src/ports/ingest-runner.js';
import { draftOf } from '../../contracts/snapshot-content.js';
import { askedOf } from '../../contracts/state-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { describeOnDatabases } from './harness.js';
import { weakLinkTo } from './weak-link.js';

const report: IngestReport = {
  snapshot: '20200101T000000Z-abcdef',
  articles: { added: 1, changed: 0, removed: 0, unchanged: 0, failed: [], duplicates: [] },
  passages: 3,
  embedded: 3,
  claims: 2,
  changes: [],
  conflicts: [],
  elapsedMs: 12,
};

const saying = (child: ChildProcess, word: string) =>
  new Promise<void>((resolve) => {
    child.stdout?.on('data', (data) => String(data).includes(word) && resolve());
  });

describeOnDatabases((database) => {
  const open = () => {
    const connection = database.connect();
    const url = database.url ?? 'postgres://accord@pglite/accord';
    const opened = createPostgres({ url, folder: temporaryFolder(), connection });
    onTestFinished(() => opened.close());
    return opened;
  };

  it('has an ingest done by a worker, whoever asked', async () => {
    const [asking, other, working] = [open(), open(), open()];
    let running = 0;
    let most = 0;
    let done = 0;
    working.work({
      async run({ onProgress, activate } = {}) {
        running += 1;
        most = Math.max(most, running);
        onProgress?.({ stage: 'embedding', done: 1, total: 3 });
        await delay(300);
        running -= 1;
        done += 1;
        return { ...report, snapshot: String(activate) };
      },
    });
    const heard: unknown[] = [];
    const [first, second] = await Promise.all([
      asking.runner.run({ onProgress: (progress) => heard.push(progress) }),
      other.runner.run({ activate: false }),
    ]);
    expect(first).toEqual({ ...report, snapshot: 'true' });
    expect(second).toEqual({ ...report, snapshot: 'false' });
    expect(heard).toContainEqual({ stage: 'embedding', done: 1, total: 3 });
    expect([most, done]).toEqual([1, 2]);
  });

  it('tells what the ingest threw, and does not try it again', async () => {
    const [asking, working] = [open(), open()];
    let tries = 0;
    working.work({
      run: () => {
        tries += 1;
        throw new AccordError('empty-corpus', 'Nothing there.', { facts: { n: 1 } });
      },
    });
    await expect(asking.runner.run()).rejects.toMatchObject({
      name: 'AccordError',
      code: 'empty-corpus',
      message: 'Nothing there.',
      facts: { n: 1 },
    });
    await delay(1_500);
    expect(tries).toBe(1);
  });

  it('is cancelled by whoever asked', async () => {
    const [asking, working] = [open(), open()];
    const abort = new AbortController();
    let stopped = false;
    working.work({
      run: ({ signal } = {}) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            stopped = true;
            reject(signal.reason);
          });
          abort.abort(new Error('enough'));
        }),
    });
    await expect(asking.runner.run({ signal: abort.signal })).rejects.toThrow('enough');
    await vi.waitFor(() => expect(stopped).toBe(true), 10_000);
  });

  it('is done by another when the worker ends in the middle of it', async () => {
    const [asking, first, second] = [open(), open(), open()];
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const hanging: IngestRunner = {
      run: ({ signal } = {}) =>
        new Promise((_, reject) => {
          begin();
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    };
    const end = first.work(hanging);
    const asked = asking.runner.run();
    await begun;
    await end();
    second.work({ run: async () => report });
    expect(await asked).toEqual(report);
  });

  it('counts questions together', async () => {
    const [one, two] = [open(), open()];
    const limit = { name: 'user', points: 3, seconds: 60 };
    const limiters = [one.limiter(limit), two.limiter(limit)];
    await one.state.check();
    const tries = Array.from({ length: 8 }, (_, n) => limiters[n % 2]?.consume('u1'));
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const one of settled) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RateLimiterRes);
    }
    await one.limiter(limit).consume('u2');
  });

  const { url } = database;
  if (url === null) return;

  const connectTo = (where: string) => {
    const opened = createPostgres({ url: where, folder: temporaryFolder() });
    onTestFinished(() => opened.close());
    return opened;
  };
  const work = (milliseconds: number) => {
    const child = fileURLToPath(new URL('worker-child.ts', import.meta.url));
    const given = ['--import', 'tsx', child, url, temporaryFolder(), String(milliseconds)];
    const process_ = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void process_.kill('SIGKILL'));
    return process_;
  };

  it('is done by another within seconds when the worker is killed', async () => {
    const asking = connectTo(url);
    const first = work(600_000);
    const asked = asking.runner.run();
    await saying(first, 'running');
    const second = connectTo(url);
    second.work({ run: async () => ({ snapshot: 'by the second' }) as IngestReport });
    first.kill('SIGKILL');
    const killed = performance.now();
    expect(await asked).toMatchObject({ snapshot: 'by the second' });
    expect(performance.now() - killed).toBeLessThan(15_000);
  }, 60_000);

  it('goes on with what is known while the database is away, and with everything after', async () => {
    const writer = connectTo(url);
    const { id } = await writer.snapshots.write(draftOf());
    await writer.snapshots.setCurrent(id);
    const link = await weakLinkTo(url);
    const bot = connectTo(link.url);
    const end = bot.snapshots.onSwitch(() => {});
    onTestFinished(end);
    expect(await bot.snapshots.current()).toBe(id);
    await bot.state.questions.record(askedOf());
    await bot.limiter({ name: 'user', points: 1, seconds: 60 }).consume('u1');
    await link.cut();
    const away = { code: 'state-unavailable' };
    const [current, found, listed] = await Promise.allSettled([
      bot.snapshots.current(),
      bot.state.questions.find('q1'),
      bot.snapshots.write(draftOf()),
    ]);
    expect(current).toMatchObject({ value: id });
    expect(found).toMatchObject({ reason: away });
    expect(listed).toMatchObject({ status: 'rejected' });
    // Each process counts for itself meanwhile.
    await bot.limiter({ name: 'user', points: 1, seconds: 60 }).consume('u2');
    await link.mend();
    expect(await bot.state.questions.find('q1')).toEqual(askedOf());
    const other = await writer.snapshots.write(draftOf(2));
    await writer.snapshots.setCurrent(other.id);
    await expect.poll(() => bot.snapshots.current(), { timeout: 15_000 }).toBe(other.id);
  }, 60_000);
});
