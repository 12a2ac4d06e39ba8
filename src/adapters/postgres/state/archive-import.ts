import { randomUUID } from 'node:crypto';
import { portionsOf } from '../../../domain/portions.js';
import type { StateRecord } from '../../../ports/state/state-record.js';
import { type Connection, numberOf, type Session, textOf } from '../connection/connection.js';

/** Records written in one transaction. */
const portion = 500;

type Of<Kind extends StateRecord['kind']> = Extract<StateRecord, { kind: Kind }>;

/** Rows as one array for each column, which is how one statement takes many of them. */
function columns(rows: readonly (readonly unknown[])[], width: number): readonly unknown[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

async function addSettings(session: Session, records: readonly Of<'settings'>[]): Promise<void> {
  const rows = records.map(({ guild, settings }) => [guild, JSON.stringify(settings)]);
  await session.query(
    `insert into accord.settings (guild, record) select * from unnest($1::text[], $2::text[])
     on conflict (guild) do nothing`,
    columns(rows, 2),
  );
}

async function addQuestions(session: Session, records: readonly Of<'question'>[]): Promise<void> {
  const rows = records.map(({ asked, votes }) => {
    const unanswered = asked.answer.kind === 'unanswered';
    const gap = unanswered || votes.some(({ vote }) => vote === 'down');
    const { id, askedAt, user, guild } = asked;
    return [id, askedAt, user, guild, unanswered, gap, JSON.stringify(asked)];
  });
  const added = await session.query(
    `insert into accord.questions (id, asked_at, asker, guild, unanswered, gap, record)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[],
       $6::boolean[], $7::text[])
     on conflict (id) do nothing returning id`,
    columns(rows, 7),
  );
  const fresh = new Set(added.map((row) => textOf(row, 'id')));
  const votes = records
    .filter(({ asked }) => fresh.has(asked.id))
    .flatMap(({ asked, votes }) =>
      votes.map((one) => [asked.id, one.user, one.vote === 'down', JSON.stringify(one)]),
    );
  await session.query(
    `insert into accord.votes (answer, voter, down, record)
     select * from unnest($1::text[], $2::text[], $3::boolean[], $4::text[])`,
    columns(votes, 4),
  );
}

async function addConversations(
  session: Session,
  records: readonly Of<'conversation'>[],
  token: string,
): Promise<void> {
  const added = await session.query(
    `insert into accord.conversations (id, touched_at)
     select * from unnest($1::text[], $2::text[]) on conflict (id) do nothing returning id`,
    columns(
      records.map(({ id, touchedAt }) => [id, touchedAt]),
      2,
    ),
  );
  const ids = new Set(added.map((row) => textOf(row, 'id')));
  const fresh = records.filter(({ id }) => ids.has(id));
  const turns = fresh
    .flatMap(({ id, turns }) => turns.map((turn) => ({ id, turn })))
    .map(({ id, turn }, index) => [
      `${token} ${index}`,
      id,
      turn.user,
      turn.at,
      JSON.stringify(turn),
    ]);
  await session.query(
    `insert into accord.turns (token, conversation, speaker, at, record)
     select token, conversation, speaker, at, record
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality
       as rows (token, conversation, speaker, at, record, place) order by place`,
    columns(turns, 5),
  );
  const links = fresh.flatMap(({ id, links }) =>
    links.map(({ message, linkedAt }) => [message, id, linkedAt]),
  );
  await session.query(
    `insert into accord.links (message, conversation, linked_at)
     select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (message) do nothing`,
    columns(links, 3),
  );
}

/** Entries have their place in the log: what stands there stays. */
async function addEntries(
  session: Session,
  records: readonly Of<'audit'>[],
  token: string,
): Promise<void> {
  const [row] = await session.query('select count(*)::int as count from accord.audit');
  const there = numberOf(row, 'count');
  const rows = records
    .filter(({ place }) => place >= there)
    .map(({ entry, place }) => [`${token} ${place}`, entry.guild, JSON.stringify(entry)]);
  await session.query(
    `insert into accord.audit (token, guild, record) select token, guild, record
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality
       as rows (token, guild, record, place) order by place`,
    columns(rows, 3),
  );
}

async function addUsage(session: Session, records: readonly Of<'usage'>[]): Promise<void> {
  const rows = records.map(({ day, key, tokens }) => [day, key, tokens]);
  await session.query(
    `insert into accord.usage (day, key, tokens)
     select * from unnest($1::text[], $2::text[], $3::int[]) on conflict (day, key) do nothing`,
    columns(rows, 3),
  );
}

async function add(session: Session, records: readonly StateRecord[], token: string) {
  const of = <Kind extends StateRecord['kind']>(kind: Kind) =>
    records.filter((record): record is Of<Kind> => record.kind === kind);
  const settings = of('settings');
  if (settings.length > 0) await addSettings(session, settings);
  const questions = of('question');
  if (questions.length > 0) await addQuestions(session, questions);
  const conversations = of('conversation');
  if (conversations.length > 0) await addConversations(session, conversations, token);
  const entries = of('audit');
  if (entries.length > 0) await addEntries(session, entries, token);
  const usage = of('usage');
  if (usage.length > 0) await addUsage(session, usage);
}

/** Puts records in, a portion in one transaction each. */
export async function imported(
  connection: Connection,
  records: AsyncIterable<StateRecord>,
): Promise<void> {
  for await (const some of portionsOf(records, portion)) {
    const token = randomUUID();
    await connection.transaction((session) => add(session, some, token));
  }
}
