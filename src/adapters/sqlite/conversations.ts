import type { Turn } from '../../domain/community.js';
import type { ConversationStore } from '../../ports/state/conversation-store.js';
import { recordOf, type Session, textOf } from './session.js';
import type { StateDatabase } from './state-database.js';

function touch(session: Session, conversation: string, at: string): void {
  session.run(
    `insert into conversations (id, touched_at) values (?, ?)
     on conflict (id) do update set touched_at = max(touched_at, excluded.touched_at)`,
    conversation,
    at,
  );
}

function add(session: Session, conversation: string, turn: Turn): void {
  session.run(
    'insert into turns (conversation, user, at, record) values (?, ?, ?, ?)',
    conversation,
    turn.user,
    turn.at,
    JSON.stringify(turn),
  );
}

export function conversationStore(database: StateDatabase, now: () => Date): ConversationStore {
  const moment = () => now().toISOString();
  return {
    open: (conversation, turns) =>
      database.write((session) => {
        const opened = session.run(
          'insert into conversations (id, touched_at) values (?, ?) on conflict (id) do nothing',
          conversation,
          moment(),
        );
        if (opened > 0) for (const turn of turns) add(session, conversation, turn);
      }),
    has: (conversation) =>
      database.read(
        (session) =>
          session.get('select id from conversations where id = ?', conversation) !== null,
      ),
    append: (conversation, turn) =>
      database.write((session) => {
        touch(session, conversation, moment());
        add(session, conversation, turn);
      }),
    last: (conversation, limit) =>
      database.read((session) =>
        session
          .all(
            'select record from turns where conversation = ? order by at desc, number desc limit ?',
            conversation,
            limit,
          )
          .map(recordOf<Turn>)
          .reverse(),
      ),
    link: (message, conversation) =>
      database.write((session) => {
        touch(session, conversation, moment());
        session.run(
          `insert into links (message, conversation, linked_at) values (?, ?, ?)
           on conflict (message) do update set conversation = excluded.conversation`,
          message,
          conversation,
          moment(),
        );
      }),
    of: (message) =>
      database.read((session) => {
        const row = session.get('select conversation from links where message = ?', message);
        return row && textOf(row, 'conversation');
      }),
    forget: (user) =>
      database.write((session) => session.run('delete from turns where user = ?', user)),
    prune: (before) =>
      database.write((session) => {
        session.run('delete from turns where at < ?', before);
        session.run('delete from links where linked_at < ?', before);
        session.run('delete from conversations where touched_at < ?', before);
      }),
  };
}
