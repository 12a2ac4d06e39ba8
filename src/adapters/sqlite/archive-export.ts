import {
  type AskedQuestion,
  type AuditEntry,
  type GuildSettings,
  type Turn,
  usualSettings,
  type Vote,
} from '../../domain/community.js';
import type { StateRecord } from '../../ports/state/state-record.js';
import { numberOf, type Row, recordOf, type Session, textOf, type Value } from './session.js';
import type { StateDatabase } from './state-database.js';

/** Rows read at a time. */
const portion = 200;

/** How rows of one kind are walked: a page begins behind the last row of the one before. */
interface Walk {
  readonly sql: string;
  readonly from: readonly Value[];
  readonly behind: (row: Row) => readonly Value[];
  readonly read: (session: Session, row: Row, place: number) => StateRecord;
}

const walks: readonly Walk[] = [
  {
    sql: 'select guild, record from settings where guild > ? order by guild limit ?',
    from: [''],
    behind: (row) => [textOf(row, 'guild')],
    read: (_, row) => ({
      kind: 'settings',
      guild: textOf(row, 'guild'),
      settings: { ...usualSettings, ...recordOf<GuildSettings>(row) },
    }),
  },
  {
    sql: `select id, asked_at, record from questions where (asked_at, id) > (?, ?)
          order by asked_at, id limit ?`,
    from: ['', ''],
    behind: (row) => [textOf(row, 'asked_at'), textOf(row, 'id')],
    read: (session, row) => ({
      kind: 'question',
      asked: recordOf<AskedQuestion>(row),
      votes: session
        .all('select record from votes where answer = ? order by user', textOf(row, 'id'))
        .map(recordOf<Vote>),
    }),
  },
  {
    sql: 'select id, touched_at from conversations where id > ? order by id limit ?',
    from: [''],
    behind: (row) => [textOf(row, 'id')],
    read: (session, row) => {
      const id = textOf(row, 'id');
      const turns = 'select record from turns where conversation = ? order by at, number';
      const links = 'select message, linked_at from links where conversation = ? order by message';
      return {
        kind: 'conversation',
        id,
        touchedAt: textOf(row, 'touched_at'),
        turns: session.all(turns, id).map(recordOf<Turn>),
        links: session.all(links, id).map((link) => ({
          message: textOf(link, 'message'),
          linkedAt: textOf(link, 'linked_at'),
        })),
      };
    },
  },
  {
    sql: 'select number, record from audit where number > ? order by number limit ?',
    from: [-1],
    behind: (row) => [numberOf(row, 'number')],
    read: (_, row, place) => ({ kind: 'audit', place, entry: recordOf<AuditEntry>(row) }),
  },
  {
    sql: 'select day, key, tokens from usage where (day, key) > (?, ?) order by day, key limit ?',
    from: ['', ''],
    behind: (row) => [textOf(row, 'day'), textOf(row, 'key')],
    read: (_, row) => ({
      kind: 'usage',
      day: textOf(row, 'day'),
      key: textOf(row, 'key'),
      tokens: numberOf(row, 'tokens'),
    }),
  },
];

/** Everything that the database keeps, in the order that the port tells. */
export async function* exported(database: StateDatabase): AsyncGenerator<StateRecord> {
  for (const { sql, from, behind, read } of walks) {
    let last = from;
    for (let place = 0; ; ) {
      const rows = await database.read((session) =>
        session
          .all(sql, ...last, portion)
          .map((row, index) => ({ row, record: read(session, row, place + index) })),
      );
      for (const { record } of rows) yield record;
      const end = rows.at(-1);
      if (!end || rows.length < portion) break;
      place += rows.length;
      last = behind(end.row);
    }
  }
}
