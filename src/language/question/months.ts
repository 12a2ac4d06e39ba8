import { type DateSpan, type Day, parseSpan } from '../../domain/partial-date.js';
import { foldKeepingLength } from './fold.js';

function readerOf(language: string) {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, month) =>
    foldKeepingLength(format.format(Date.UTC(2000, month, 1))),
  );
  const pattern = new RegExp(`(?<!\\p{L}|\\d[.\\s])(${names.join('|')}) (?:de )?(\\d{4})`, 'gu');
  return { names, pattern };
}

/** Languages in which the date parser reads days, but no month without a day. */
const readers = new Map(['fr', 'de', 'pt'].map((language) => [language, readerOf(language)]));

/** Months such as "novembre 2019", in a folded text. */
export function monthsIn(
  folded: string,
  language: string,
): readonly { readonly start: number; readonly end: number; readonly span: DateSpan }[] {
  const reader = readers.get(language);
  if (!reader) return [];
  return [...folded.matchAll(reader.pattern)].flatMap((match) => {
    const month = String(reader.names.indexOf(match[1] ?? '') + 1).padStart(2, '0');
    const span = parseSpan(`${match[2]}-${month}`);
    return span ? [{ start: match.index, end: match.index + match[0].length, span }] : [];
  });
}

const english = readerOf('en').names;
const last = new RegExp(`\\b(?:last|past) (${english.join('|')})\\b(?! \\d)`, 'g');

/** "last June": the latest one that is over. */
export function lastMonths(
  folded: string,
  today: Day,
): readonly { readonly start: number; readonly end: number; readonly span: DateSpan }[] {
  return [...folded.matchAll(last)].flatMap((match) => {
    const month = String(english.indexOf(match[1] ?? '') + 1).padStart(2, '0');
    const over = month < today.slice(5, 7);
    const span = parseSpan(`${Number(today.slice(0, 4)) - (over ? 0 : 1)}-${month}`);
    return span ? [{ start: match.index, end: match.index + match[0].length, span }] : [];
  });
}
