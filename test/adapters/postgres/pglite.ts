import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Connection, Row } from '../../../src/adapters/postgres/connection/connection.js';

/**
 * PostgreSQL with pgvector compiled to WebAssembly, in memory. It has one session only, so that
 * locks are kept here: to the server two holders would be the same.
 */
export async function openPglite(): Promise<Connection> {
  const database = await PGlite.create({ extensions: { vector } });
  const held = new Set<number>();
  return {
    query: async (text, values = []) => {
      if (values.length > 0) return (await database.query<Row>(text, [...values])).rows;
      const results = await database.exec(text);
      return (results.at(-1)?.rows ?? []) as readonly Row[];
    },
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          query: async (text, values = []) =>
            (await transaction.query<Row>(text, [...values])).rows,
        }),
      ),
    listen: (channel, onMessage) => {
      const listening = database.listen(channel, onMessage).then((end) => {
        onMessage(null);
        return end;
      });
      return async () => (await listening)();
    },
    tryLock: async (key) => {
      if (held.has(key)) return { kind: 'refused', owner: 'another of this process' };
      held.add(key);
      return {
        kind: 'taken',
        held: () => held.has(key),
        release: async () => void held.delete(key),
      };
    },
    close: () => database.close(),
  };
}
