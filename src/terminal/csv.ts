import { stringify } from 'csv-stringify/sync';
import { clean } from './clean.js';

/** A field of a row: null becomes an empty one. */
export type Field = string | number | boolean | null;

/**
 * RFC 4180 text with a header line and no line end at the end. Fields that a spreadsheet would run
 * as formulas are quoted with an apostrophe.
 */
export function renderCsv(
  rows: readonly Readonly<Record<string, Field>>[],
  columns: readonly string[],
): string {
  const safe = rows.map((row) =>
    columns.map((column) => {
      const field = row[column] ?? null;
      return typeof field === 'string' ? clean(field) : field;
    }),
  );
  return stringify([[...columns], ...safe], {
    escape_formulas: true,
    record_delimiter: 'unix',
    cast: { boolean: (value) => String(value) },
  }).trimEnd();
}
