import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isBusy, isDamage, stateFailure, unavailable } from './failures.js';
import { type OpenDatabase, openDatabase } from './open-database.js';
import { type Session, transaction } from './session.js';
import { rescue, restore, setAside } from './set-aside.js';

export interface StateDatabaseOptions {
  readonly file: string;
  readonly onNotice: (notice: string) => void;
  readonly now: () => Date;
  /** Refuses a damaged file instead of setting it aside. @default false */
  readonly refuseDamage?: boolean;
}

/** Opens itself on first use, and anew after a failure. */
export interface StateDatabase {
  read<Result>(work: (session: Session) => Result): Promise<Result>;
  /** In one transaction; on the disk when it returns. */
  write<Result>(work: (session: Session) => Result): Promise<Result>;
  /** As `write`, but the last ones may be lost when the power fails; about a tenth of the cost. */
  writeQuickly<Result>(work: (session: Session) => Result): Promise<Result>;
  close(): Promise<void>;
}

/** How long another process's lock is waited for, in milliseconds. */
const patience = 5_000;

async function identity(file: string): Promise<number | null> {
  return stat(file).then(
    ({ ino }) => ino,
    () => null,
  );
}

export function createStateDatabase(options: StateDatabaseOptions): StateDatabase {
  const { file, onNotice, now, refuseDamage = false } = options;
  let opening: Promise<OpenDatabase> | null = null;
  let closed = false;

  /** Settings and audit log are carried over, so that damage elsewhere does not cost them. */
  const startAfresh = async (cause: unknown): Promise<OpenDatabase> => {
    const aside = await setAside(file, now());
    const rescued = await rescue(aside);
    const opened = await openDatabase(file);
    restore(opened.session, rescued);
    const reason = cause instanceof Error ? cause.message : String(cause);
    onNotice(
      `The state database ${file} was damaged (${reason}) and is kept as ${aside}. A fresh one was started with the settings of ${rescued.settings.length} servers and ${rescued.audit.length} entries of the audit log that could still be read; settings of other servers, questions, votes and conversations are LOST. Restore a copy of the file if you have one.`,
    );
    return opened;
  };

  const openOrReplace = async (): Promise<OpenDatabase> => {
    for (let attempt = 1; ; attempt += 1) {
      const before = await identity(file);
      try {
        return await openDatabase(file);
      } catch (error) {
        if (isBusy(error) && attempt < 50) {
          await delay(100);
          continue;
        }
        if (refuseDamage || !isDamage(error)) throw error;
        // Another process may have replaced it meanwhile.
        if (before === (await identity(file))) return startAfresh(error);
        if (attempt > 3) throw error;
      }
    }
  };

  const opened = (): Promise<OpenDatabase> => {
    if (closed) throw unavailable(file, 'it was closed', 'Start the bot again');
    if (opening) return opening;
    const attempt = openOrReplace();
    opening = attempt;
    attempt.catch(() => {
      if (opening === attempt) opening = null;
    });
    return attempt;
  };

  /** Damage that shows only now: the file is set aside once, whoever meets it first. */
  const replace = (damaged: Promise<OpenDatabase>, cause: unknown): void => {
    if (opening !== damaged) return;
    const attempt = damaged.then(({ database }) => {
      database.close();
      return startAfresh(cause);
    });
    opening = attempt;
    attempt.catch(() => {
      if (opening === attempt) opening = null;
    });
  };

  const perform = async <Result>(work: (session: Session) => Result): Promise<Result> => {
    const until = performance.now() + patience;
    for (let replaced = false; ; ) {
      let current: Promise<OpenDatabase> | null = null;
      try {
        current = opened();
        return work((await current).session);
      } catch (error) {
        if (isBusy(error) && performance.now() < until) await delay(10 + Math.random() * 40);
        else if (current && isDamage(error) && !replaced && !refuseDamage) {
          replaced = true;
          replace(current, error);
        } else throw stateFailure(file, error);
      }
    }
  };

  return {
    read: (work) => perform(work),
    write: (work) => perform((session) => transaction(session, () => work(session))),
    writeQuickly: (work) =>
      perform((session) => {
        session.exec('pragma synchronous = normal');
        try {
          return transaction(session, () => work(session));
        } finally {
          session.exec('pragma synchronous = full');
        }
      }),
    close: async () => {
      closed = true;
      const current = await opening?.catch(() => null);
      opening = null;
      if (!current) return;
      try {
        current.session.get('pragma wal_checkpoint(truncate)');
      } catch {
        // Another process reads it still; the log is whole and the last one folds it in.
      }
      current.database.close();
    },
  };
}
