import { type Connection, numberOf } from '../connection/connection.js';
import { unavailable } from '../connection/failures.js';
import { clusterSchema } from './cluster.js';
import { snapshotSchema } from './snapshots.js';
import { stateSchema } from './state.js';
import { vectorSchema } from './vectors.js';
import { wordSchema } from './words.js';

/**
 * Steps of the schema; step n leads from version n - 1 to n. A step that was released is never
 * changed: what it lacks is a further step.
 */
const migrations: readonly string[] = [
  stateSchema,
  snapshotSchema,
  vectorSchema,
  wordSchema,
  clusterSchema,
];

/** Of advisory locks: "ACC" and a number. */
export const locks = {
  migration: 0x41434301,
  writing: 0x41434302,
  work: 0x41434303,
  jobs: 0x41434304,
} as const;

const book = `
  create schema if not exists accord;
  create table if not exists accord.accord_migrations (
    version integer primary key,
    at timestamptz not null default now()
  )`;
const versionOf = 'select coalesce(max(version), 0)::int as version from accord.accord_migrations';
const there = "select (to_regclass('accord.accord_migrations') is not null)::int as there";

/** Statements of a step, one at a time as every driver takes them; bodies of functions stay whole. */
function statements(sql: string): readonly string[] {
  return sql.split(/;\s*\n(?=\s*(?:create|alter|$))/).filter((text) => text.trim() !== '');
}

/**
 * Brings the schema `accord` to this version, one process at a time. Throws `state-unavailable`
 * when a newer version of Accord has been there, or pgvector is not.
 */
export async function migrate(connection: Connection, shown: string): Promise<void> {
  const found = async (session: Pick<Connection, 'query'>) => {
    const [row] = await session.query(there);
    if (numberOf(row, 'there') === 0) return 0;
    return numberOf((await session.query(versionOf))[0], 'version');
  };
  const refuseNewer = (version: number) => {
    if (version <= migrations.length) return;
    const why = `a newer version of Accord wrote it (schema ${version}; this version knows ${migrations.length})`;
    throw unavailable(shown, why, 'Run the newer version, or name another database');
  };
  const version = await found(connection);
  refuseNewer(version);
  if (version === migrations.length) return;
  await connection.transaction(async (session) => {
    await session.query('select pg_advisory_xact_lock($1)', [locks.migration]);
    for (const statement of statements(book)) await session.query(statement);
    const begun = await found(session);
    refuseNewer(begun);
    for (const [index, sql] of migrations.entries()) {
      if (begun > index) continue;
      for (const statement of statements(sql)) await session.query(statement);
      await session.query('insert into accord.accord_migrations (version) values ($1)', [
        index + 1,
      ]);
    }
  });
}
