import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Database from 'libsql';
import { codeOf, stateFailure, unavailable } from './failures.js';
import { applicationId, migrations } from './migrations.js';
import { numberOf, type Session, sessionOn, transaction } from './session.js';

export interface OpenDatabase {
  readonly database: Database.Database;
  readonly session: Session;
}

/** Up to this size a file is examined page by page when it is opened, at about 1 GB a second. */
const examinedBytes = 64 * 2 ** 20;

/** A lock is waited for in the thread for so long; longer waits are made between tries. */
const busyMilliseconds = 50;

/** Makes the file for its owner alone, since it holds what users asked. */
async function makeFile(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw stateFailure(file, error);
  }
}

async function loadDriver(file: string): Promise<typeof Database> {
  try {
    return (await import('libsql')).default;
  } catch (error) {
    const why = 'the package libsql has no build for this system';
    throw unavailable(file, why, 'Run "npm ci" on the machine that runs the bot', error);
  }
}

function migrate(session: Session, file: string): void {
  const version = () => numberOf(session.get('pragma user_version'), 'user_version');
  const found = version();
  if (found > migrations.length) {
    const why = `a newer version of Accord wrote it (schema ${found}; this version knows ${migrations.length})`;
    throw unavailable(file, why, 'Run the newer version, or name another file');
  }
  const foreign = numberOf(session.get('pragma application_id'), 'application_id');
  const tables = numberOf(session.get('select count(*) as count from sqlite_schema'), 'count');
  if (foreign !== applicationId && (found > 0 || tables > 0)) {
    throw unavailable(file, 'it is the database of another program', 'Name another file');
  }
  for (const [index, sql] of migrations.entries()) {
    if (version() > index) continue;
    transaction(session, () => {
      if (version() > index) return;
      session.exec(sql);
      session.exec(`pragma application_id = ${applicationId}; pragma user_version = ${index + 1}`);
    });
  }
}

/** Throws SQLite's own error when what is read of the file is damaged. */
function examine(session: Session, bytes: number): void {
  session.get('select count(*) as count from settings');
  if (bytes > examinedBytes) return;
  const verdict = session.get('pragma quick_check(1)');
  if (verdict?.['quick_check'] === 'ok') return;
  throw Object.assign(new Error(String(verdict?.['quick_check'])), { code: 'SQLITE_CORRUPT' });
}

/**
 * Opens the database, making and migrating it where needed. Throws SQLite's error for a damaged
 * file, and `state-unavailable` for one that cannot be used.
 */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  await makeFile(file);
  const Driver = await loadDriver(file);
  let database: Database.Database;
  try {
    database = new Driver(file);
  } catch (error) {
    // The driver gives no code when opening fails.
    throw stateFailure(file, Object.assign(error as Error, { code: 'SQLITE_CANTOPEN' }));
  }
  try {
    const session = sessionOn(database);
    session.exec(`pragma busy_timeout = ${busyMilliseconds}`);
    session.get('pragma journal_mode = wal');
    session.exec('pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on');
    migrate(session, file);
    examine(session, (await stat(file)).size);
    return { database, session };
  } catch (error) {
    database.close();
    throw error;
  }
}
