import {
  type AskedQuestion,
  type AuditEntry,
  type GuildSettings,
  usualSettings,
} from '../../../domain/community.js';
import type { StateRecord } from '../../../ports/state/state-record.js';
import { numberOf, type Row, recordOf, type Session, textOf } from '../connection/connection.js';

/** Rows read at a time. */
const portion = 500;

/** How rows of one kind are walked: a page begins behind the last row of the one before. */
interface Walk {
  readonly sql: string;
  readonly from: readonly (string | number)[];
  readonly behind: (row: Row) => readonly string[];
  readonly read: (row: Row, place: number) => StateRecord;
}

/** JSON texts that a subquery gathered, as values. */
function valuesIn<T>(row: Row, column: string): readonly T[] {
  const texts = row[column];
  return Array.isArray(texts) ? texts.map((text): T => JSON.parse(String(text))) : [];
}

/** Ids are compared as bytes, whatever collation the database has. */
const walks: readonly Walk[] = [
  {
    sql: `select guild, record from accord.settings where guild > $2 collate "C"
          order by guild collate "C" limit $1`,
    from: [''],
    behind: (row) => [textOf(row, 'guild')],
    read: (row) => ({
      kind: 'settings',
      guild: textOf(row, 'guild'),
      settings: { ...usualSettings, ...recordOf<GuildSettings>(row) },
    }),
  },
  {
    sql: `select id, asked_at, record, array(
            select votes.record from accord.votes where votes.answer = questions.id
            order by voter collate "C"
          ) as votes
          from accord.questions where (asked_at, id collate "C") > ($2, $3)
          order by asked_at, id collate "C" limit $1`,
    from: ['', ''],
    behind: (row) => [textOf(row, 'asked_at'), textOf(row, 'id')],
    read: (row) => ({
      kind: 'question',
      asked: recordOf<AskedQuestion>(row),
      votes: valuesIn(row, 'votes'),
    }),
  },
  {
    sql: `select id, touched_at, array(
            select turns.record from accord.turns where turns.conversation = conversations.id
            order by at, number
          ) as turns, array(
            select json_build_object('message', message, 'linkedAt', linked_at)::text
            from accord.links where links.conversation = conversations.id
            order by message collate "C"
          ) as links
          from accord.conversations where id > $2 collate "C" order by id collate "C" limit $1`,
    from: [''],
    behind: (row) => [textOf(row, 'id')],
    read: (row) => ({
      kind: 'conversation',
      id: textOf(row, 'id'),
      touchedAt: textOf(row, 'touched_at'),
      turns: valuesIn(row, 'turns'),
      links: valuesIn(row, 'links'),
    }),
  },
  {
    sql: `select number::text as behind, record from accord.audit where number > $2::bigint
          order by number limit $1`,
    from: [0],
    behind: (row) => [textOf(row, 'behind')],
    read: (row, place) => ({ kind: 'audit', place, entry: recordOf<AuditEntry>(row) }),
  },
  {
    sql: `select day, key, tokens from accord.usage
          where (day collate "C", key collate "C") > ($2, $3)
          order by day collate "C", key collate "C" limit $1`,
    from: ['', ''],
    behind: (row) => [textOf(row, 'day'), textOf(row, 'key')],
    read: (row) => ({
      kind: 'usage',
      day: textOf(row, 'day'),
      key: textOf(row, 'key'),
      tokens: numberOf(row, 'tokens'),
    }),
  },
];

/** Everything that the tables of the state keep, in the order that the port tells. */
export async function* exported(session: Session): AsyncGenerator<StateRecord> {
  for (const { sql, from, behind, read } of walks) {
    let last = from;
    for (let place = 0; ; ) {
      const rows = await session.query(sql, [portion, ...last]);
      for (const [index, row] of rows.entries()) yield read(row, place + index);
      const end = rows.at(-1);
      if (!end || rows.length < portion) break;
      place += rows.length;
      last = behind(end);
    }
  }
}
