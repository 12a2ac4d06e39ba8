import type pg from 'pg';
import type { LockTaken } from './connection.js';
import { numberOf, textOf } from './connection.js';

const owner = `
  select coalesce(nullif(a.application_name, ''), 'a process') as name,
    coalesce(host(a.client_addr), 'the server itself') as host,
    to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
  from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1
    and l.database = (select oid from pg_database where datname = current_database())`;

/**
 * An advisory lock of a connection of its own: the server lets go of it the moment that the process
 * dies. Needs a direct connection, for a pooler in between may hand it to others.
 */
export async function tryLockOn(client: pg.Client, key: number): Promise<LockTaken> {
  let held = true;
  const lose = () => {
    held = false;
  };
  client.on('error', lose);
  client.on('end', lose);
  const end = () => client.end().catch(() => {});
  try {
    await client.connect();
    const taken = await client.query('select pg_try_advisory_lock($1)::int as taken', [key]);
    if (numberOf(taken.rows[0], 'taken') === 1) {
      return { kind: 'taken', held: () => held, release: end };
    }
    const { rows } = await client.query(owner, [key]);
    const [row] = rows;
    const who = row
      ? `${textOf(row, 'name')} from ${textOf(row, 'host')}, since ${textOf(row, 'since')}`
      : 'a process that has just ended';
    await end();
    return { kind: 'refused', owner: who };
  } catch (error) {
    await end();
    throw error;
  }
}
