import { stripVTControlCharacters } from 'node:util';

/** Bookkeeping of the JSON form that a person does not need. */
const hidden = new Set(['level', 'time', 'msg', 'error']);

function plain(value: unknown): string {
  return stripVTControlCharacters(typeof value === 'string' ? value : JSON.stringify(value))
    .replace(/\s+/g, ' ')
    .trim();
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return plain(error);
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return [code, message]
    .filter((part) => part !== undefined)
    .map(plain)
    .join(': ');
}

/** One JSON line of the log as a line for a person: `08:21:17 warn  message (key=value)`. */
export function readableLine(json: string): string {
  const record = JSON.parse(json) as Record<string, unknown>;
  const time = new Date(String(record['time'])).toTimeString().slice(0, 8);
  const facts = Object.entries(record)
    .filter(([key]) => !hidden.has(key))
    .map(([key, value]) => `${key}=${plain(value)}`);
  const error = record['error'] === undefined ? [] : [describe(record['error'])];
  const details = [...error, ...facts];
  const tail = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return `${time} ${String(record['level']).padEnd(5)} ${plain(record['msg'])}${tail}\n`;
}
