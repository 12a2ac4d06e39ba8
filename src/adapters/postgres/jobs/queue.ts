import { setTimeout as delay } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Connection } from '../connection/connection.js';
import { locks } from '../migrations/migrate.js';
import { channel, type Word } from './outcome.js';

export const queue = 'ingest';
export const jobsSchema = 'accord_jobs';

/** Hours after which an ingest that says nothing counts as dead. */
const patience = 12;

export interface JobQueue {
  /** Started on first use. */
  boss(): Promise<PgBoss>;
  say(word: Word): Promise<void>;
  close(): Promise<void>;
}

/** pg-boss makes its tables without minding that another process does so too. */
async function alone(connection: Connection, work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const lock = await connection.tryLock(locks.jobs);
    if (lock.kind === 'taken') {
      try {
        await work();
        return;
      } finally {
        await lock.release();
      }
    }
    await delay(50);
  }
}

/** pg-boss on our connection, so that it waits for a lost server just as everything else does. */
export function createJobQueue(
  connection: Connection,
  onNotice: (notice: string) => void,
): JobQueue {
  let starting: Promise<PgBoss> | null = null;
  const start = async (): Promise<PgBoss> => {
    const boss = new PgBoss({
      db: {
        executeSql: async (text, values) => ({ rows: [...(await connection.query(text, values))] }),
      },
      schema: jobsSchema,
      schedule: false,
      retryLimit: 5,
      retryDelay: 0,
      expireInHours: patience,
    });
    boss.on('error', (error) => onNotice(`The queue of jobs: ${error.message}`));
    await alone(connection, () => boss.start());
    await boss.createQueue(queue, {
      name: queue,
      policy: 'standard',
      retryLimit: 5,
      retryDelay: 0,
    });
    return boss;
  };
  return {
    boss() {
      if (starting) return starting;
      const attempt = start();
      starting = attempt;
      attempt.catch(() => {
        if (starting === attempt) starting = null;
      });
      return attempt;
    },
    async say(word) {
      await connection.query('select pg_notify($1, $2)', [channel, JSON.stringify(word)]);
    },
    async close() {
      const boss = await starting?.catch(() => null);
      await boss?.stop({ graceful: false, wait: true });
    },
  };
}
