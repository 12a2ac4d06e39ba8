import { hostname } from 'node:os';
import pg from 'pg';
import type { Address } from './address.js';
import type { Connection, Row, Session } from './connection.js';
import { listenOn } from './pg-listener.js';
import { tryLockOn } from './pg-lock.js';
import { retrying } from './retry.js';

export interface PgConnectionOptions {
  readonly address: Address;
  /** Connections held at once, besides those that listen or hold a lock. @default 8 */
  readonly connections?: number;
  /** Milliseconds that a lost server is waited for. @default 2,000 */
  readonly patience?: number;
}

function sessionOn(client: pg.Pool | pg.PoolClient): Session {
  return {
    async query(text, values = []) {
      const result: unknown = await client.query<Row>(text, [...values]);
      // Of several statements in one text the last one's rows are meant.
      const last: unknown = Array.isArray(result) ? result.at(-1) : result;
      return (last as pg.QueryResult<Row>).rows;
    },
  };
}

/** A real server, through a pool. Nothing is opened before it is used. */
export function createPgConnection(options: PgConnectionOptions): Connection {
  const { address, connections = 8, patience = 2000 } = options;
  const settings = {
    connectionString: address.url,
    application_name: `accord ${process.pid} on ${hostname()}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...settings, max: connections, idleTimeoutMillis: 30_000 });
  // A connection that is lost while nobody uses it; the next use takes another.
  pool.on('error', () => {});

  const transact = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      await client.query('begin');
      const result = await work(sessionOn(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  };

  const again = <T>(work: () => Promise<T>) => retrying(address.shown, patience, work);
  return {
    query: (text, values) => again(() => sessionOn(pool).query(text, values)),
    transaction: (work, { once = false } = {}) =>
      once ? retrying(address.shown, 0, () => transact(work)) : again(() => transact(work)),
    listen: (channel, onMessage) => listenOn(() => new pg.Client(settings), channel, onMessage),
    tryLock: (key) => again(() => tryLockOn(new pg.Client(settings), key)),
    close: () => pool.end(),
  };
}
