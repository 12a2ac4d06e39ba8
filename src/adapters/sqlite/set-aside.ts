import { rename, rm } from 'node:fs/promises';
import { numberOf, type Row, type Session, sessionOn, textOf, transaction } from './session.js';

/** What a damaged database still gave. */
export interface Rescued {
  readonly settings: readonly Row[];
  readonly audit: readonly Row[];
}

/** Renames a damaged database with its log, and gives the new name. */
export async function setAside(file: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z');
  const aside = `${file}.damaged-${stamp}`;
  await rename(file, aside);
  await rename(`${file}-wal`, `${aside}-wal`).catch(() => {});
  await rm(`${file}-shm`, { force: true });
  return aside;
}

/** Rows one by one, until the damage is met. */
function readable(session: Session, table: 'settings' | 'audit'): readonly Row[] {
  const key = table === 'settings' ? 'guild' : 'number';
  const rows: Row[] = [];
  try {
    let row = session.get(`select * from ${table} order by ${key} limit 1`);
    while (row) {
      JSON.parse(textOf(row, 'record'));
      rows.push(row);
      const last = table === 'settings' ? textOf(row, 'guild') : numberOf(row, 'number');
      row = session.get(`select * from ${table} where ${key} > ? order by ${key} limit 1`, last);
    }
  } catch {
    // What was read before is what there is.
  }
  return rows;
}

/** Reads settings and audit log out of a damaged database, as far as they can be read. */
export async function rescue(aside: string): Promise<Rescued> {
  try {
    const { default: Driver } = await import('libsql');
    const database = new Driver(aside);
    try {
      const session = sessionOn(database);
      return { settings: readable(session, 'settings'), audit: readable(session, 'audit') };
    } finally {
      database.close();
    }
  } catch {
    return { settings: [], audit: [] };
  }
}

export function restore(session: Session, rescued: Rescued): void {
  transaction(session, () => {
    for (const row of rescued.settings) {
      const values = [textOf(row, 'guild'), textOf(row, 'record')] as const;
      session.run('insert or ignore into settings (guild, record) values (?, ?)', ...values);
    }
    for (const row of rescued.audit) {
      const guild = typeof row['guild'] === 'string' ? row['guild'] : null;
      session.run('insert into audit (guild, record) values (?, ?)', guild, textOf(row, 'record'));
    }
  });
}
