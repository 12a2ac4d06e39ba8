import { portionsOf } from '../../domain/portions.js';
import type { StateRecord } from '../../ports/state/state-record.js';
import { numberOf, type Session } from './session.js';
import type { StateDatabase } from './state-database.js';

/** Records written in one transaction. */
const portion = 200;

type Of<Kind extends StateRecord['kind']> = Extract<StateRecord, { kind: Kind }>;

function addQuestion(session: Session, { asked, votes }: Of<'question'>): void {
  const unanswered = asked.answer.kind === 'unanswered';
  const added = session.run(
    `insert into questions (id, asked_at, user, guild, unanswered, gap, record)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    asked.id,
    asked.askedAt,
    asked.user,
    asked.guild,
    Number(unanswered),
    Number(unanswered || votes.some(({ vote }) => vote === 'down')),
    JSON.stringify(asked),
  );
  if (added === 0) return;
  for (const vote of votes) {
    session.run(
      'insert into votes (answer, user, down, record) values (?, ?, ?, ?)',
      asked.id,
      vote.user,
      Number(vote.vote === 'down'),
      JSON.stringify(vote),
    );
  }
}

function addConversation(session: Session, record: Of<'conversation'>): void {
  const { id, touchedAt, turns, links } = record;
  const added = session.run(
    'insert into conversations (id, touched_at) values (?, ?) on conflict (id) do nothing',
    id,
    touchedAt,
  );
  if (added === 0) return;
  for (const turn of turns) {
    session.run(
      'insert into turns (conversation, user, at, record) values (?, ?, ?, ?)',
      id,
      turn.user,
      turn.at,
      JSON.stringify(turn),
    );
  }
  for (const { message, linkedAt } of links) {
    session.run(
      `insert into links (message, conversation, linked_at) values (?, ?, ?)
       on conflict (message) do nothing`,
      message,
      id,
      linkedAt,
    );
  }
}

/** An entry has its place in the log: what stands there stays. */
function addEntry(session: Session, { place, entry }: Of<'audit'>): void {
  const next = numberOf(session.get('select count(*) as count from audit'), 'count');
  if (place < next) return;
  const record = JSON.stringify(entry);
  session.run('insert into audit (guild, record) values (?, ?)', entry.guild, record);
}

function add(session: Session, record: StateRecord): void {
  switch (record.kind) {
    case 'settings':
      session.run(
        'insert into settings (guild, record) values (?, ?) on conflict (guild) do nothing',
        record.guild,
        JSON.stringify(record.settings),
      );
      return;
    case 'question':
      addQuestion(session, record);
      return;
    case 'conversation':
      addConversation(session, record);
      return;
    case 'audit':
      addEntry(session, record);
      return;
    case 'usage':
      session.run(
        'insert into usage (day, key, tokens) values (?, ?, ?) on conflict (day, key) do nothing',
        record.day,
        record.key,
        record.tokens,
      );
  }
}

/** Puts records in, a portion in one transaction each. */
export async function imported(
  database: StateDatabase,
  records: AsyncIterable<StateRecord>,
): Promise<void> {
  for await (const some of portionsOf(records, portion)) {
    await database.write((session) => {
      for (const record of some) add(session, record);
    });
  }
}
