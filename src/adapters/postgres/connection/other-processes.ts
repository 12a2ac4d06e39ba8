import { type Session, textOf } from './connection.js';

/** Accord names its connections after the process, see `createPgConnection`. */
const others = `
  select distinct application_name as name from pg_stat_activity
  where datname = current_database() and application_name like 'accord % on %'
    and application_name <> current_setting('application_name')
  order by 1`;

/**
 * Other processes of Accord that are connected to the database, such as "accord 12 on host". Of
 * another role's connections the server tells no names.
 */
export async function otherProcesses(session: Session): Promise<readonly string[]> {
  const rows = await session.query(others);
  return rows.map((row) => textOf(row, 'name'));
}
