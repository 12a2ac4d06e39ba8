import type { Texts } from '../texts/texts.js';

function single(date: string, texts: Texts): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const name = texts.months[Number(month) - 1];
  if (name === undefined) return null;
  return day === undefined ? `${name} ${year}` : texts.dates.day(Number(day), name, year);
}

/** A day or an EDTF date in words: "25 December 2025". Text that is no date stays as it is. */
export function writeDate(date: string | null, texts: Texts): string {
  if (date === null) return texts.dates.undated;
  const [from = '', to, ...rest] = date.split('/');
  if (to === undefined) return single(from, texts) ?? date;
  const [start, end] = [single(from, texts), single(to, texts)];
  if (rest.length > 0) return date;
  if (start !== null && end !== null) return texts.dates.between(start, end);
  if (from === '..' && end !== null) return texts.dates.by(end);
  return to === '..' && start !== null ? texts.dates.since(start) : date;
}

/** The day of an instant (ISO 8601) in words. */
export function writeInstant(instant: string, texts: Texts): string {
  return writeDate(instant.slice(0, 10), texts);
}
