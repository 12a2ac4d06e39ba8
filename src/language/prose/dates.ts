import { type DateSpan, formatSpan, parseSpan } from '../../domain/partial-date.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2021-11-10` → "10 November 2021", `2021-11` → "November 2021", `2021` → "2021". */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (!year || !name) return day;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** "on 10 November 2021", "in November 2018", "at some time between … and …". */
export function writeWhen(span: DateSpan): string {
  const text = formatSpan(span);
  if (!text.includes('/')) return `${text.length === 10 ? 'on' : 'in'} ${writeDay(text)}`;
  const { earliest, latest } = span;
  if (earliest === null && latest === null) return 'on an unknown date';
  if (earliest === null) return `on or before ${writeDay(latest ?? '')}`;
  if (latest === null) return `on or after ${writeDay(earliest)}`;
  return `at some time between ${writeDay(earliest)} and ${writeDay(latest)}`;
}

/** A publication date as written in a source's entry; "undated" for none. */
export function writePublished(published: string | null): string {
  if (published === null) return 'undated';
  const span = parseSpan(published);
  if (!span) return published;
  const text = formatSpan(span);
  return text.includes('/') ? published : writeDay(text);
}

/** The span's text when it is one day, month or year; null for wider or open ones. */
export function singleDate(span: DateSpan | null): string | null {
  if (!span) return null;
  const text = formatSpan(span);
  return text.includes('/') ? null : text;
}
