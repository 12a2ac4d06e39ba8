import { type DateSpan, dayOf, parseSpan } from '../../domain/partial-date.js';
import { foldKeepingLength } from '../question/fold.js';

/** A date in a text: every day, month or year that it names. */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly DateSpan[];
  readonly yearless: string | null;
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt'];

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const name = foldKeepingLength(format.format(Date.UTC(2000, month, 1))).replace('.', '');
        if (name.length > 2) names.set(name, month + 1);
      }
    }
  }
  names.set('sept', 9);
  return names;
}

const months = monthNames();
const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})(?![a-z])\\.?`;
const day = '(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|o)?';
const year = '(?:,? (?:de |del |do )?(\\d{4})(?!\\d))';

const iso = /(?<![\d-])(\d{4}-\d{2}(?:-\d{2})?)(?![\d-])/g;
const numeric = /(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/g;
const dayMonth = new RegExp(
  `${day}(?: ?(and|und|et|y|e|to|bis|-|&) ?${day})? (?:of |de |di )?${month}${year}?`,
  'g',
);
const monthDay = new RegExp(
  `(?<![a-z])${month} ${day}(?!\\d)(?: ?(and|to|-) ?${day}(?!\\d))?${year}?`,
  'g',
);
const monthYear = new RegExp(`(?<![a-z])${month}${year}`, 'g');
const bareMonth = new RegExp(
  `(?<=(?<![a-z])(?:in|since|by|until|during|early|late|mid|im|en|seit|depuis) )${month}(?! ?\\d)`,
  'g',
);
const bareYear = /(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d|s\b)/g;

const two = (value: number | string) => String(value).padStart(2, '0');

function exact(y: string | undefined, m: number, d: string | undefined): readonly DateSpan[] {
  const text = y && d ? dayOf(Number(y), m, Number(d)) : null;
  return text ? [{ earliest: text, latest: text }] : [];
}

/** "25 and 26 October" names both days, "25–27 October" the days between. */
function days(
  y: string | undefined,
  m: number,
  from: string | undefined,
  link: string | undefined,
  to: string | undefined,
): readonly DateSpan[] {
  const first = exact(y, m, from);
  const last = exact(y, m, to);
  if (link === undefined) return first;
  if (/^(?:and|und|et|y|e|&)$/.test(link)) return [...first, ...last];
  const [start, end] = [first[0], last[0]];
  return start && end ? [{ earliest: start.earliest, latest: end.latest }] : first;
}

/** "between October 2021 and November 2023" is one date, of which no day is known. */
function withIntervals(dates: readonly ReadDate[], folded: string): readonly ReadDate[] {
  const merged: ReadDate[] = [];
  for (const date of dates) {
    const last = merged.at(-1);
    const opens = last && /\b(?:between|zwischen|entre) $/.test(folded.slice(0, last.start));
    const links = last && /^ (?:and|und|et|y) $/.test(folded.slice(last.end, date.start));
    const [from, to] = [last?.spans[0], date.spans[0]];
    if (last && opens && links && from && to) {
      const spans = [{ earliest: from.earliest, latest: to.latest }];
      merged[merged.length - 1] = { start: last.start, end: date.end, spans, yearless: null };
    } else merged.push(date);
  }
  return merged;
}

/**
 * Dates of a text in reading order, none overlapping. Own patterns, since the date parser takes
 * milliseconds a passage, guesses years and knows no month without a day in half the languages.
 */
export function readDates(text: string): readonly ReadDate[] {
  const folded = foldKeepingLength(text);
  const found: ReadDate[] = [];
  const add = (match: RegExpMatchArray, spans: readonly DateSpan[], yearless: string | null) => {
    const start = match.index ?? 0;
    const end = start + match[0].replace(/[.,\s]+$/, '').length;
    if (found.some((one) => start < one.end && one.start < end)) return;
    if (spans.length > 0 || yearless !== null) found.push({ start, end, spans, yearless });
  };
  const span = (value: string) => {
    const parsed = parseSpan(value);
    return parsed ? [parsed] : [];
  };
  if (/\d/.test(folded)) {
    for (const match of folded.matchAll(iso)) add(match, span(match[1] ?? ''), null);
    for (const match of folded.matchAll(numeric)) {
      const [, a, b, y] = match;
      const dayFirst = exact(y, Number(b), a);
      add(
        match,
        match[0].includes('/') ? [...dayFirst, ...exact(y, Number(a), b)] : dayFirst,
        null,
      );
    }
    for (const match of folded.matchAll(dayMonth)) {
      const [, from, link, to, name, y] = match;
      const m = months.get(name ?? '') ?? 0;
      add(match, days(y, m, from, link, to), y ? null : `--${two(m)}-${two(to ?? from ?? '')}`);
    }
    for (const match of folded.matchAll(monthDay)) {
      const [, name, from, link, to, y] = match;
      const m = months.get(name ?? '') ?? 0;
      add(match, days(y, m, from, link, to), y ? null : `--${two(m)}-${two(to ?? from ?? '')}`);
    }
    for (const match of folded.matchAll(monthYear)) {
      add(match, span(`${match[2]}-${two(months.get(match[1] ?? '') ?? 0)}`), null);
    }
    for (const match of folded.matchAll(bareYear)) add(match, span(match[0]), null);
  }
  for (const match of folded.matchAll(bareMonth)) {
    add(match, [], `--${two(months.get(match[1] ?? '') ?? 0)}`);
  }
  return withIntervals(
    found.sort((a, b) => a.start - b.start),
    folded,
  );
}
