import type { Connection } from './connection.js';

/** The connection, prepared before its first use; where that fails, at the next use again. */
export function preparedBy(
  connection: Connection,
  prepare: (connection: Connection) => Promise<void>,
): Connection {
  let preparing: Promise<void> | null = null;
  let closed: Promise<void> | null = null;
  const ready = (): Promise<void> => {
    if (preparing) return preparing;
    const attempt = prepare(connection);
    preparing = attempt;
    attempt.catch(() => {
      if (preparing === attempt) preparing = null;
    });
    return attempt;
  };
  return {
    query: async (text, values) => {
      await ready();
      return connection.query(text, values);
    },
    transaction: async (work, options) => {
      await ready();
      return connection.transaction(work, options);
    },
    listen: connection.listen,
    tryLock: connection.tryLock,
    close: () => {
      closed ??= connection.close();
      return closed;
    },
  };
}
