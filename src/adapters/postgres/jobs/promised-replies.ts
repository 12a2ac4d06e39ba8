import { randomUUID } from 'node:crypto';
import type { PromisedReplies, PromisedReply } from '../../../ports/promised-replies.js';
import { type Connection, numberOf, recordOf, textOf } from '../connection/connection.js';

/** Counted by the server's clock alone; one statement, which may be run twice. */
const beat = `
  with own as (
    insert into accord.processes (id, beats, at) values ($1, 1, now())
    on conflict (id) do update set beats = processes.beats + 1, at = now()
  ), gone as (
    delete from accord.processes where at < now() - interval '1 day' and id <> $1
  ), late as (
    delete from accord.promises where at < now() - interval '1 hour'
  )
  select p.owner, coalesce(max(x.beats), 0)::text as beats
  from accord.promises p left join accord.processes x on x.id = p.owner
  where p.owner <> $1 group by p.owner`;

/** Those of this process, and what it knows of others. */
export function createPromisedReplies(connection: Connection): PromisedReplies {
  const self = randomUUID();
  return {
    async promise(reply) {
      await connection.query(
        `insert into accord.promises (id, owner, record) values ($1, $2, $3)
         on conflict (id) do nothing`,
        [reply.id, self, JSON.stringify(reply)],
      );
    },
    async settle(ids) {
      await connection.query(
        'delete from accord.promises where id = any ($1::text[]) and owner = $2',
        [ids, self],
      );
    },
    async beat() {
      const rows = await connection.query(beat, [self]);
      return rows.map((row) => ({ owner: textOf(row, 'owner'), beats: numberOf(row, 'beats') }));
    },
    async inherit(owner) {
      const rows = await connection.query(
        'update accord.promises set owner = $2 where owner = $1 returning record',
        [owner, self],
      );
      return rows.map(recordOf<PromisedReply>);
    },
  };
}
