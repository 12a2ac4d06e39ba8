import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Connection } from '../connection/connection.js';

/** Counts by key. `consume` rejects with a `RateLimiterRes` when the points are used up. */
export interface SharedLimiter {
  consume(key: string): Promise<unknown>;
  /** Gives a point back. */
  reward(key: string): Promise<unknown>;
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
  const client = {
    query: async ({ text, values = [] }: { text: string; values?: readonly unknown[] }) => ({
      rows: await connection.query(text, values),
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
