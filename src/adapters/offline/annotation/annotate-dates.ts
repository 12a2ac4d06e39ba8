import * as chrono from 'chrono-node';
import {
  type DateSpan,
  type Day,
  dayOf,
  daysInMonth,
  exactly,
  parseSpan,
} from '../../../domain/partial-date.js';
import { type Piece, replaced } from './pieces.js';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly span: DateSpan;
}

const relative =
  /\b(?:today|yesterday|tonight|ago|last|this|next|earlier|later|past|previous|weekend|morning|evening|afternoon|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;
/** "for two years" is no date. */
const duration =
  /^(?!.*\b(?:ago|last|this|next|past|previous|earlier|later)\b).*\b(?:years?|months?|weeks?|days?)\b/i;
const future = /\b(?:next|coming|tomorrow)\b/i;
const years = /\b(?:19|20)\d{2}\b/g;

function dayText(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

function shifted(day: Day, days: number): Day {
  return dayText(new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000));
}

function spanOf(result: chrono.ParsedResult, published: Day | null): DateSpan | null {
  const { start, text } = result;
  const certain = (part: chrono.Component) => start.isCertain(part);
  if (!certain('year') && published === null) return null;
  if (relative.test(text) && published === null) return null;
  let day = dayText(start.date());
  if (certain('weekday') && !certain('day') && published !== null && !future.test(text)) {
    while (day > published) day = shifted(day, -7);
    if (/weekend/i.test(text)) return { earliest: shifted(day, -1), latest: day };
    return exactly(day);
  }
  if (/\bweek\b/i.test(text)) return null;
  const month = Number(day.slice(5, 7));
  let number = Number(day.slice(0, 4));
  if (!certain('year') && published !== null && day > published && !future.test(text)) number -= 1;
  if (certain('day')) {
    const first = dayOf(number, month, Number(day.slice(8)));
    const last = result.end ? dayText(result.end.date()) : first;
    return first && last ? { earliest: first, latest: last < first ? first : last } : null;
  }
  if (certain('month')) {
    return {
      earliest: dayOf(number, month, 1),
      latest: dayOf(number, month, daysInMonth(number, month)),
    };
  }
  if (/\bago\b/i.test(text) && !/\byears?\b/i.test(text)) return exactly(day);
  return certain('year') ? parseSpan(String(number)) : null;
}

/** "on 12 August 2020 and 5 February": a day without a year is of the year told before it. */
function inYear(span: DateSpan | null, year: string | null): DateSpan | null {
  if (!span || year === null) return span;
  const moved = (day: Day | null) => (day === null ? null : `${year}${day.slice(4)}`);
  return { earliest: moved(span.earliest), latest: moved(span.latest) };
}

function at(found: readonly Found[], offset: number): readonly Found[] {
  return found.map(({ start, end, span }) => ({ start: start + offset, end: end + offset, span }));
}

/** Dates that a sentence gives, relative ones reckoned from the day of publication. */
export function datesIn(sentence: string, published: Day | null): readonly Found[] {
  const reference = new Date(`${published ?? '2000-01-01'}T12:00:00Z`);
  const found: Found[] = [];
  let year: string | null = null;
  for (const result of chrono.en.casual.parse(sentence, { instant: reference, timezone: 0 })) {
    if (/^(?:sat|sun|may|now|march|mar|second|\d+)$/i.test(result.text)) continue;
    const monthOnly = /^(\p{L}{3,9} \d{4}), \d{1,2}$/u.exec(result.text)?.[1];
    if (monthOnly) {
      found.push(...at(datesIn(monthOnly, published), result.index));
      continue;
    }
    if (/\bafter\b/i.test(result.text) || duration.test(result.text)) continue;
    const told = result.start.isCertain('year') || result.start.isCertain('weekday');
    const span = inYear(spanOf(result, published), told ? null : year);
    if (result.start.isCertain('year')) year = span?.earliest?.slice(0, 4) ?? year;
    if (span) found.push({ start: result.index, end: result.index + result.text.length, span });
  }
  for (const match of sentence.matchAll(years)) {
    const start = match.index;
    const end = start + match[0].length;
    const span = parseSpan(match[0]);
    if (span && !found.some((each) => each.start < end && start < each.end))
      found.push({ start, end, span });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Marks the dates of a sentence, save those inside what is understood already. */
export function withDates(pieces: readonly Piece[], dates: readonly Found[]): Piece[] {
  let result = [...pieces];
  for (const { start, end, span } of dates) {
    const from = result.findIndex((piece) => piece.end > start);
    let to = from;
    while (to < result.length && (result[to]?.start ?? Infinity) < end) to += 1;
    if (from < 0 || to === from || result.slice(from, to).some((piece) => piece.item !== null))
      continue;
    result = replaced(result, from, to, { kind: 'date', span });
  }
  return result;
}
