import { setTimeout as delay } from 'node:timers/promises';
import { AccordError } from '../../../domain/errors.js';
import type { IngestReport } from '../../../domain/reports.js';
import type { IngestOptions, IngestRunner } from '../../../ports/ingest-runner.js';
import type { Connection } from '../connection/connection.js';
import { channel, type Outcome, parseWord, reportOf } from './outcome.js';
import { type JobQueue, queue } from './queue.js';

/** Milliseconds between two looks at a job, for a word may be missed. */
const interval = 1000;

function lost(job: string, state: string): AccordError {
  return new AccordError(
    'ingest-failed',
    `The ingest ${job} ended without a word (${state}). The current snapshot is untouched; check that a worker runs, then try again.`,
    { facts: { job, state } },
  );
}

/** Has ingests done by whichever process works on the queue; they wait there when none does. */
export function createRequestingRunner(connection: Connection, jobs: JobQueue): IngestRunner {
  /** The outcome once there is one; null before. While the database is away it waits. */
  const look = async (job: string): Promise<Outcome | null> => {
    const found = await (await jobs.boss()).getJobById(queue, job, { includeArchive: true });
    if (found && (found.state === 'completed' || found.state === 'failed')) {
      const outcome = found.output as Partial<Outcome> | null;
      if (outcome?.kind === 'done' || outcome?.kind === 'failed') return outcome as Outcome;
      throw lost(job, found.state);
    }
    if (!found || found.state === 'cancelled') throw lost(job, found?.state ?? 'gone');
    return null;
  };

  const outcomeOf = async (
    job: string,
    { signal, onProgress }: IngestOptions,
  ): Promise<IngestReport> => {
    let wake = () => {};
    const end = connection.listen(channel, (payload) => {
      const word = parseWord(payload);
      if (word?.job !== job) return;
      if (word.kind === 'progress') onProgress?.(word.progress);
      if (word.kind === 'ended') wake();
    });
    try {
      for (;;) {
        signal?.throwIfAborted();
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const outcome = await look(job).catch((error: unknown) => {
          if (error instanceof AccordError && error.code === 'state-unavailable') return null;
          throw error;
        });
        if (outcome) return reportOf(outcome);
        await Promise.race([woken, delay(interval)]);
      }
    } finally {
      await end();
    }
  };

  return {
    async run(options = {}) {
      const { signal, activate = true } = options;
      signal?.throwIfAborted();
      const boss = await jobs.boss();
      const job = await boss.send(queue, { activate });
      if (job === null) throw new Error('The queue took no job.');
      const cancel = () => {
        const cancelled = async () => {
          await boss.cancel(queue, job);
          await jobs.say({ job, kind: 'cancel' });
        };
        cancelled().catch(() => {});
      };
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await outcomeOf(job, options);
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}
