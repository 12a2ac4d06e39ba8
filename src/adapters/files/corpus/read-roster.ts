import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { Claim } from '../../../domain/claim.js';
import { type DateSpan, parseSpan } from '../../../domain/partial-date.js';
import { decodeText } from './decode-text.js';
import { issuesOf } from './schema-issues.js';
import {
  neededColumns,
  type RosterRow,
  rosterColumns,
  rosterRowSchema,
} from './schemas/roster-schema.js';

export interface RosterReading {
  /** Null when the roster is refused. */
  readonly claims: readonly Claim[] | null;
  /** Seats of non-states, alpha-3, by participant. */
  readonly seats: ReadonlyMap<string, string>;
  readonly reasons: readonly string[];
  /** Rows that repeat an earlier one word for word; each is kept once. */
  readonly repeated: readonly { readonly line: number; readonly of: number }[];
}

interface RawRow {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: InfoRecord;
}

interface Line {
  readonly number: number;
  /** The row as it stands in the file, without its line break. */
  readonly quote: string;
  readonly fields: readonly string[];
}

function refused(...reasons: readonly string[]): RosterReading {
  return { claims: null, seats: new Map(), reasons, repeated: [] };
}

function linesOf(text: string): readonly Line[] {
  const rows = parse(text, {
    raw: true,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    trim: true,
  });
  return (rows as unknown as readonly RawRow[]).map(({ record, raw, info }) => {
    const quote = raw.replace(/^\n+|\n+$/g, '');
    return { number: info.lines - (quote.match(/\n/g)?.length ?? 0), quote, fields: record };
  });
}

function headerIssues(columns: readonly string[]): readonly string[] {
  const missing = neededColumns.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !rosterColumns.includes(column));
  const twice = columns.filter((column, index) => columns.indexOf(column) !== index);
  return [
    ...missing.map((column) => `line 1: column "${column}" is missing`),
    ...unknown.map(
      (column) => `line 1: unknown column "${column}"; allowed: ${rosterColumns.join(', ')}`,
    ),
    ...twice.map((column) => `line 1: column "${column}" stands twice`),
  ];
}

function spanOf(value: string | number): DateSpan | null {
  return parseSpan(String(value));
}

function claimOf(row: RosterRow, accord: string, path: string, line: Line): Claim {
  return {
    accord,
    participant: { id: row.id, name: row.participant, type: row.type },
    kind: row.action,
    on: spanOf(row.on),
    effective: spanOf(row.effective),
    reported: spanOf(row.as_of),
    confidence: row.confidence || 'medium',
    note: row.note.trim() || null,
    provenance: {
      by: 'roster',
      article: path,
      line: line.number,
      start: null,
      end: null,
      quote: line.quote,
      url: /^https?:\/\/\S+$/i.test(row.source) ? row.source : null,
      published: String(row.source_date) || null,
    },
  };
}

function rowOf(line: Line, columns: readonly string[]): RosterRow | readonly string[] {
  const at = `line ${line.number}`;
  if (line.fields.length !== columns.length) {
    return [`${at}: ${line.fields.length} fields, the header has ${columns.length}`];
  }
  const record = Object.fromEntries(columns.map((column, index) => [column, line.fields[index]]));
  const checked = issuesOf(rosterRowSchema, record);
  if ('data' in checked) return checked.data;
  return checked.issues.map(({ message }) => `${at}: ${message}`);
}

function readRows(lines: readonly Line[], accord: string, path: string): RosterReading {
  const [header, ...rows] = lines;
  const columns = header?.fields ?? [];
  const wrongHeader = headerIssues(columns);
  if (wrongHeader.length > 0) return refused(...wrongHeader);
  const claims: Claim[] = [];
  const seats = new Map<string, string>();
  const reasons: string[] = [];
  const repeated: { line: number; of: number }[] = [];
  const seen = new Map<string, number>();
  for (const line of rows) {
    const key = JSON.stringify(line.fields);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      repeated.push({ line: line.number, of: earlier });
      continue;
    }
    seen.set(key, line.number);
    const row = rowOf(line, columns);
    if (!('participant' in row)) {
      reasons.push(...row);
      continue;
    }
    claims.push(claimOf(row, accord, path, line));
    if (row.type !== 'state' && row.country !== '') seats.set(row.id, row.country);
  }
  if (reasons.length > 0) return refused(...reasons);
  return { claims, seats, reasons: [], repeated };
}

/**
 * Claims of a `roster.csv`. One wrong row refuses the whole roster, since a list without that row
 * would be a wrong list; every wrong row is named with its line and field.
 */
export function readRoster(bytes: Uint8Array, accord: string, path: string): RosterReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(decoded.reason);
  try {
    return readRows(linesOf(decoded.text), accord, path);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(`broken: ${error.message}`);
  }
}
