import type Database from 'libsql';

export type Value = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** An open database, for work that runs to its end without waiting. */
export interface Session {
  /** Gives how many rows it changed. */
  run(sql: string, ...values: readonly Value[]): number;
  get(sql: string, ...values: readonly Value[]): Row | null;
  all(sql: string, ...values: readonly Value[]): readonly Row[];
  exec(sql: string): void;
}

/** A session that keeps its prepared statements, one for each text of SQL. */
export function sessionOn(database: Database.Database): Session {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...values) => prepared(sql).run(values).changes,
    get: (sql, ...values) => (prepared(sql).get(values) as Row | undefined) ?? null,
    all: (sql, ...values) => prepared(sql).all(values) as readonly Row[],
    exec: (sql) => void database.exec(sql),
  };
}

/** Runs `work` in a transaction that may write from its beginning, so that it never waits inside. */
export function transaction<Result>(session: Session, work: () => Result): Result {
  session.exec('begin immediate');
  try {
    const result = work();
    session.exec('commit');
    return result;
  } catch (error) {
    try {
      session.exec('rollback');
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    throw error;
  }
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`Column ${column} of the state database holds no text`);
}

export function numberOf(row: Row | null, column: string): number {
  return Number(row?.[column] ?? 0);
}

/** The value that a `record` column keeps as JSON. */
export function recordOf<Value>(row: Row): Value {
  return JSON.parse(textOf(row, 'record'));
}
