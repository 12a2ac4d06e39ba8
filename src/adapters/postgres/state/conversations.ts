import { randomUUID } from 'node:crypto';
import type { Turn } from '../../../domain/community.js';
import type { ConversationStore } from '../../../ports/state/conversation-store.js';
import { type Connection, recordOf, type Session, textOf } from '../connection/connection.js';
import type { Outbox } from './outbox.js';

async function touch(session: Session, conversation: string, at: string): Promise<void> {
  await session.query(
    `insert into accord.conversations (id, touched_at) values ($1, $2)
     on conflict (id) do update set touched_at = greatest(conversations.touched_at, excluded.touched_at)`,
    [conversation, at],
  );
}

async function add(session: Session, token: string, conversation: string, turn: Turn) {
  await session.query(
    `insert into accord.turns (token, conversation, speaker, at, record)
     values ($1, $2, $3, $4, $5) on conflict (token) do nothing`,
    [token, conversation, turn.user, turn.at, JSON.stringify(turn)],
  );
}

export function conversationStore(
  connection: Connection,
  now: () => Date,
  outbox: Outbox,
): ConversationStore {
  const moment = () => now().toISOString();
  return {
    open: (conversation, turns) =>
      outbox.send(() =>
        connection.transaction(async (session) => {
          const opened = await session.query(
            `insert into accord.conversations (id, touched_at) values ($1, $2)
             on conflict (id) do nothing returning id`,
            [conversation, moment()],
          );
          if (opened.length === 0) return;
          for (const turn of turns) await add(session, randomUUID(), conversation, turn);
        }),
      ),
    async has(conversation) {
      const found = await connection.query('select id from accord.conversations where id = $1', [
        conversation,
      ]);
      return found.length > 0;
    },
    append: (conversation, turn) => {
      // Drawn once: where the transaction is run again, the turn is not there twice.
      const token = randomUUID();
      return outbox.send(() =>
        connection.transaction(async (session) => {
          await touch(session, conversation, moment());
          await add(session, token, conversation, turn);
        }),
      );
    },
    async last(conversation, limit) {
      const rows = await connection.query(
        `select record from accord.turns where conversation = $1
         order by at desc, number desc limit $2`,
        [conversation, limit],
      );
      return rows.map(recordOf<Turn>).reverse();
    },
    link: (message, conversation) =>
      outbox.send(() =>
        connection.transaction(async (session) => {
          await touch(session, conversation, moment());
          await session.query(
            `insert into accord.links (message, conversation, linked_at) values ($1, $2, $3)
             on conflict (message) do update set conversation = excluded.conversation`,
            [message, conversation, moment()],
          );
        }),
      ),
    async of(message) {
      const [row] = await connection.query(
        'select conversation from accord.links where message = $1',
        [message],
      );
      return row ? textOf(row, 'conversation') : null;
    },
    async forget(user) {
      const gone = 'delete from accord.turns where speaker = $1 returning number::text';
      return (await connection.query(gone, [user])).length;
    },
    prune: (before) =>
      connection.transaction(async (session) => {
        await session.query('delete from accord.turns where at < $1', [before]);
        await session.query('delete from accord.links where linked_at < $1', [before]);
        await session.query('delete from accord.conversations where touched_at < $1', [before]);
      }),
  };
}
