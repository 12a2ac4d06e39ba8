import { createHash } from 'node:crypto';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import { type Session, textOf } from '../connection/connection.js';
import type { Part } from './parts.js';

export type FileEntry = SnapshotManifest['files'][number];

/** Rows that go over at once, and characters after which fewer do. */
const portion = { rows: 2000, characters: 4_000_000 };

const insert = `
  insert into accord.records (part, snapshot, number, record)
  select $1, $2, $3::int + ordinality - 1, line::json
  from unnest($4::text[]) with ordinality as lines (line, ordinality)`;

/** Writes one JSON text a record and measures them as lines. */
export async function writeRecords(
  session: Session,
  snapshot: string,
  part: Part,
  records: Iterable<unknown>,
): Promise<FileEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  let first = 0;
  let lines: string[] = [];
  let characters = 0;
  const send = async () => {
    if (lines.length > 0) await session.query(insert, [part, snapshot, first, lines]);
    first += lines.length;
    lines = [];
    characters = 0;
  };
  for (const record of records) {
    const line = JSON.stringify(record);
    hash.update(line).update('\n');
    bytes += Buffer.byteLength(line) + 1;
    characters += line.length;
    lines.push(line);
    if (lines.length >= portion.rows || characters >= portion.characters) await send();
  }
  await send();
  return { name: part, bytes, sha256: hash.digest('hex') };
}

const select = `
  select record::text as line from accord.records
  where part = $1 and snapshot = $2 and number >= $3::int and number < $3::int + ${portion.rows}
  order by number`;

/** Hands over the lines of a part and measures them; compare with its entry in the manifest. */
export async function readRecords(
  session: Session,
  snapshot: string,
  part: Part,
  take: (line: string) => void,
): Promise<FileEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (let first = 0; ; first += portion.rows) {
    const rows = await session.query(select, [part, snapshot, first]);
    for (const row of rows) {
      const line = textOf(row, 'line');
      hash.update(line).update('\n');
      bytes += Buffer.byteLength(line) + 1;
      take(line);
    }
    if (rows.length < portion.rows) return { name: part, bytes, sha256: hash.digest('hex') };
  }
}
