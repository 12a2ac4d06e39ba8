import { setTimeout as delay } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import type { IngestRunner } from '../../../ports/ingest-runner.js';
import { type Connection, textOf } from '../connection/connection.js';
import { locks } from '../migrations/migrate.js';
import { channel, failureOf, type Outcome, parseWord } from './outcome.js';
import { type JobQueue, jobsSchema, queue } from './queue.js';

/** Milliseconds between two tries to become the one that works, and two looks whether one still is. */
const interval = 1000;

/** Progress is told so often at most, in milliseconds. */
const telling = 250;

/** Milliseconds between two complaints that there is nothing to work on. */
const quiet = 60_000;

interface Bench {
  readonly connection: Connection;
  readonly jobs: JobQueue;
  readonly runner: IngestRunner;
}

async function perform(
  { connection, jobs, runner }: Bench,
  { id, data }: PgBoss.Job<{ readonly activate: boolean }>,
  stopped: AbortSignal,
): Promise<Outcome> {
  const own = new AbortController();
  const cancel = () => own.abort(new Error('It was cancelled.'));
  const look = async () => {
    const [row] = await connection.query(
      `select state::text from ${jobsSchema}.job where name = $1 and id = $2::uuid`,
      [queue, id],
    );
    if (row?.['state'] === 'cancelled') cancel();
  };
  const end = connection.listen(channel, (payload) => {
    // The word may have been said before anybody listened: it is in the table by then.
    if (payload === null) look().catch(() => {});
    const word = parseWord(payload);
    if (word?.job === id && word.kind === 'cancel') cancel();
  });
  let told = 0;
  try {
    const signal = AbortSignal.any([own.signal, stopped]);
    const report = await runner.run({
      activate: data.activate,
      signal,
      onProgress: (progress) => {
        if (performance.now() - told < telling) return;
        told = performance.now();
        jobs.say({ job: id, kind: 'progress', progress }).catch(() => {});
      },
    });
    return { kind: 'done', report };
  } catch (error) {
    stopped.throwIfAborted();
    return failureOf(error);
  } finally {
    await end();
  }
}

/** Works until it is told to stop or the lock is lost: another may be at work by then. */
async function workWhile(bench: Bench, held: () => boolean, stopping: AbortSignal): Promise<void> {
  const { connection, jobs } = bench;
  const boss = await jobs.boss();
  // Whoever was at these held the lock, which is ours now: they are dead, and their jobs are redone.
  const left = await connection.query(
    `select id::text from ${jobsSchema}.job where name = $1 and state = 'active'`,
    [queue],
  );
  for (const row of left) await boss.fail(queue, textOf(row, 'id'), { reason: 'its worker died' });
  const lost = new AbortController();
  const stopped = AbortSignal.any([stopping, lost.signal]);
  await boss.work<{ activate: boolean }>(queue, { pollingIntervalSeconds: 1 }, async ([job]) => {
    if (!job) return null;
    const outcome = await perform(bench, job, stopped);
    // Told a little later: pg-boss stores the outcome once this has returned.
    setTimeout(() => jobs.say({ job: job.id, kind: 'ended' }).catch(() => {}), 100).unref();
    return outcome;
  });
  try {
    while (held() && !stopping.aborted) {
      await delay(interval, undefined, { signal: stopping }).catch(() => {});
    }
  } finally {
    lost.abort(new Error('This process is no longer the one that works.'));
    await boss.offWork(queue);
  }
}

/**
 * Makes this process one of those that may do the ingests; one does at a time, and another takes
 * over within seconds when it dies. Gives what ends it.
 */
export function workOn(bench: Bench, onNotice: (notice: string) => void): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const turn = async (): Promise<void> => {
    await bench.jobs.boss();
    const lock = await bench.connection.tryLock(locks.work);
    if (lock.kind === 'refused') return;
    try {
      await workWhile(bench, lock.held, signal);
    } finally {
      await lock.release();
    }
  };
  const working = (async () => {
    let told = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      await turn().catch((error: unknown) => {
        if (signal.aborted || performance.now() - told < quiet) return;
        told = performance.now();
        onNotice(`No ingests can be done: ${error instanceof Error ? error.message : error}`);
      });
      await delay(interval, undefined, { signal }).catch(() => {});
    }
  })();
  return async () => {
    ending.abort(new Error('The worker ends.'));
    await working;
  };
}
