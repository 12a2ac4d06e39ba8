import type { Connection, Session } from '../connection/connection.js';
import { textOf } from '../connection/connection.js';

/** Channel on which the id of a snapshot is told that has become current. */
const channel = 'accord_snapshot';

/** Milliseconds after which a known id is asked for again, though nobody told of another. */
const freshness = 15_000;

export interface CurrentPointer {
  read(): Promise<string | null>;
  /** Inside a transaction; told to all that listen once it is done. */
  write(session: Session, id: string): Promise<void>;
  /** Keeps up with other processes until it is ended, and spares asking for every question. */
  follow(onSwitch: (id: string) => void): () => Promise<void>;
}

/**
 * The id of the current snapshot. While the database is away the last one known stands: nobody can
 * have made another current that could be read.
 */
export function createCurrentPointer(
  connection: Connection,
  onNotice: (notice: string) => void,
): CurrentPointer {
  let known: { readonly id: string | null; readonly at: number } | null = null;
  let following = false;
  let away = false;

  const ask = async (): Promise<string | null> => {
    const [row] = await connection.query('select id from accord.current_snapshot');
    const id = row ? textOf(row, 'id') : null;
    known = { id, at: performance.now() };
    away = false;
    return id;
  };

  return {
    async read() {
      const fresh = known && following && performance.now() - known.at < freshness;
      if (known && fresh) return known.id;
      try {
        return await ask();
      } catch (error) {
        if (!known) throw error;
        if (!away) {
          onNotice(
            `The database is away; snapshot ${known.id} goes on answering. ${error instanceof Error ? error.message : error}`,
          );
        }
        away = true;
        return known.id;
      }
    },
    async write(session, id) {
      await session.query(
        `insert into accord.current_snapshot (id) values ($1)
         on conflict (one) do update set id = excluded.id`,
        [id],
      );
      await session.query('select pg_notify($1, $2)', [channel, id]);
      known = null;
    },
    follow(onSwitch) {
      let told: string | null | undefined;
      const tell = (id: string | null) => {
        const first = told === undefined;
        if (id === told) return;
        told = id;
        if (!first && id !== null) onSwitch(id);
      };
      const end = connection.listen(channel, (payload) => {
        following = true;
        if (payload !== null) known = { id: payload, at: performance.now() };
        // Messages may have been missed: the table knows.
        if (payload === null) ask().then(tell, () => {});
        else tell(payload);
      });
      return async () => {
        following = false;
        await end();
      };
    },
  };
}
