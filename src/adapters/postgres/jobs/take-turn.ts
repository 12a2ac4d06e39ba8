import type { TakeTurn } from '../../../ports/take-turn.js';
import type { Connection } from '../connection/connection.js';

/** Turns by the server's clock. One whose reply was lost on the way counts as taken by another. */
export function createTakeTurn(connection: Connection): TakeTurn {
  return async (name, milliseconds) => {
    const taken = await connection.query(
      `insert into accord.taken_turns as last (name, at) values ($1, clock_timestamp())
       on conflict (name) do update set at = excluded.at
       where last.at <= excluded.at - $2::int * interval '1 millisecond' returning name`,
      [name, milliseconds],
    );
    return taken.length > 0;
  };
}
