import { setTimeout as delay } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Connection, Row } from '../connection/connection.js';

/** Counts by key. `consume` rejects with a `RateLimiterRes` when the points are used up. */
export interface SharedLimiter {
  consume(key: string): Promise<unknown>;
  /** Gives a point back. */
  reward(key: string): Promise<unknown>;
}

/** Milliseconds that a count may take: whoever asks is acknowledged after it, within three seconds. */
const patience = 400;
/** For so many milliseconds after a failure the database is not asked. */
const pause = 2000;

/** Fails soon, and for a while at once, where the connection itself would wait for a lost server. */
function hasty(connection: Connection): Connection['query'] {
  let until = 0;
  return async (text, values) => {
    if (performance.now() < until) throw new Error('The database was away a moment ago.');
    const asked = connection.query(text, values);
    const enough = new AbortController();
    const late = delay(patience, null, { signal: enough.signal }).catch(() => null);
    let rows: readonly Row[] | null = null;
    try {
      rows = await Promise.race([asked, late]);
    } finally {
      enough.abort();
      asked.catch(() => {});
      if (rows === null) until = performance.now() + pause;
    }
    if (rows === null) throw new Error(`The database did not count within ${patience} ms.`);
    return rows;
  };
}

/**
 * A limit that all processes on one database keep together: `points` in `seconds` for each key.
 * While the database is away each process counts for itself.
 */
export function createSharedLimiter(
  connection: Connection,
  {
    name,
    points,
    seconds,
  }: { readonly name: string; readonly points: number; readonly seconds: number },
): SharedLimiter {
  const own = { keyPrefix: name, points, duration: seconds };
  const query = hasty(connection);
  const client = {
    query: async ({ text, values = [] }: { text: string; values?: readonly unknown[] }) => ({
      rows: await query(text, values),
    }),
  };
  return new RateLimiterPostgres({
    ...own,
    storeClient: client,
    storeType: 'client',
    schemaName: 'accord',
    tableName: 'limits',
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(own),
  });
}
