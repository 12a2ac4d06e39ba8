import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, onTestFinished } from 'vitest';
import { addressOf } from '../../../src/adapters/postgres/connection/address.js';
import type { Connection } from '../../../src/adapters/postgres/connection/connection.js';
import { createPgConnection } from '../../../src/adapters/postgres/connection/pg-connection.js';
import { openPglite } from './pglite.js';

export interface Database {
  /** URL of the real server's database; null on PGlite. */
  readonly url: string | null;
  /** Of PGlite always the same one; closing is left to the harness. */
  connect(): Connection;
}

const emptied = 'drop schema if exists accord cascade; drop schema if exists accord_jobs cascade';

const url = process.env['DATABASE_URL'];
/** Gets a line from each suite that ran on a real server, so that who asked for it can tell. */
const marks = process.env['ACCORD_SERVER_MARKS'];

/** The URL of another database on the same server. */
function urlOf(database: string): string {
  const other = new URL(url ?? '');
  other.pathname = `/${database}`;
  return other.href;
}

function onPglite(suite: (database: Database) => void): void {
  describe('on PGlite', () => {
    let opened: Connection;
    beforeAll(async () => {
      opened = await openPglite();
    });
    afterAll(() => opened.close());
    beforeEach(async () => {
      await opened.query(emptied);
    });
    suite({ url: null, connect: () => ({ ...opened, close: async () => {} }) });
  });
}

function onServer(suite: (database: Database) => void): void {
  describe('on a real server', () => {
    const name = `accord_test_${randomBytes(6).toString('hex')}`;
    const address = addressOf(urlOf(name));
    const keeper = createPgConnection({ address: addressOf(url ?? '') });
    let tidying: Connection;
    const connect = () => {
      const connection = createPgConnection({ address, connections: 4 });
      // The last to be called: whoever uses the connection has ended by then.
      onTestFinished(() => connection.close());
      return { ...connection, close: async () => {} };
    };
    beforeAll(async () => {
      await keeper.query(`create database ${name}`);
      tidying = createPgConnection({ address });
    });
    beforeEach(async () => {
      await tidying.query(emptied);
    });
    afterAll(async () => {
      await tidying.close();
      await keeper.query(`drop database ${name} with (force)`);
      await keeper.close();
      if (marks) appendFileSync(marks, 'a suite ran\n');
    });
    suite({ url: urlOf(name), connect });
  });
}

/**
 * Runs a suite on PGlite, and with DATABASE_URL on that server too, in a database of its own that is
 * empty before each test.
 */
export function describeOnDatabases(suite: (database: Database) => void): void {
  onPglite(suite);
  if (url) onServer(suite);
}
