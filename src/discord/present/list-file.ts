import { stringify } from 'csv-stringify/sync';
import type { SignatoryList } from '../../domain/reports.js';
import { cleanLine } from '../clean.js';
import { fileName } from '../measure.js';
import type { MessageFile } from '../message.js';

const columns = ['name', 'id', 'type', 'status', 'action', 'on', 'accord', 'source'] as const;

/**
 * The participants as RFC 4180 text in UTF-8, with a byte order mark so that spreadsheets read
 * accents right. Fields that a spreadsheet would run as formulas are quoted with an apostrophe.
 */
export function listFile(
  participants: SignatoryList['participants'],
  nameParts: readonly (string | null | undefined)[],
): MessageFile {
  const lines = participants.map((participant) =>
    columns.map((column) => cleanLine(participant[column] ?? '')),
  );
  const text = stringify([[...columns], ...lines], { escape_formulas: true, bom: true });
  const name = fileName(nameParts.filter((part) => part).join('-'));
  return { name: `${name}.csv`, bytes: new TextEncoder().encode(text) };
}
