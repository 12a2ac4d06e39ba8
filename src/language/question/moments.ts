import * as chrono from 'chrono-node';
import {
  type DateSpan,
  type Day,
  dayOf,
  daysInMonth,
  parseSpan,
} from '../../domain/partial-date.js';
import { lastMonths, monthsIn } from './months.js';

/** A date in a question, with the word before it that says how it is meant. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly span: DateSpan;
  readonly relation: 'in' | 'by' | 'before' | 'after' | 'since' | 'between';
}

/** "two years after launch", read as years since the accord was opened. */
export interface LaunchMention {
  readonly start: number;
  readonly end: number;
  readonly years: number;
}

const word = '(?<!\\p{L})';
const relation = (words: string, close = '\\s*$') => new RegExp(`(?:${words})${close}`, 'u');

const relations: readonly (readonly [DateMention['relation'], RegExp])[] = [
  ['between', relation(`${word}(?:between|entre|zwischen|from)`, '\\s+$')],
  [
    'by',
    relation(
      `${word}(?:as of|as at|by|until|till|up to|through|at)(?: the)?(?: (?:end|close|turn))?(?: of)?|${word}by late|${word}fin(?: de)?|${word}bis(?: ende)?|${word}ende|截至|截止`,
    ),
  ],
  [
    'before',
    relation(
      `${word}(?:before|prior to|earlier than|avant|vor|antes de|prima del|antes do|до|قبل)(?: عام)?`,
    ),
  ],
  [
    'after',
    relation(
      `${word}(?:after|later than|following|apres|nach|despues de|dopo il|depois de|после|بعد)(?: عام)?`,
    ),
  ],
  [
    'since',
    relation(
      `${word}(?:since(?: the (?:start|beginning) of)?|starting in|depuis|seit|desde|dal|с|منذ)(?: عام)?|自`,
    ),
  ],
  [
    'in',
    relation(
      `${word}(?:in|on|at|during|of|en|im|am|nel|em|le|в|на|في)(?: (?:the|year|course of|anno|jahr|ano|ano de|عام))*|在`,
    ),
  ],
];

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

function relationBefore(
  folded: string,
  start: number,
): { readonly relation: DateMention['relation']; readonly from: number } {
  const before = folded.slice(0, start);
  for (const [relation, pattern] of relations) {
    const match = pattern.exec(before);
    if (match) return { relation, from: match.index };
  }
  return { relation: 'in', from: start };
}

function relationAfter(
  folded: string,
  end: number,
): { readonly relation: DateMention['relation']; readonly to: number } | null {
  const match = /^年?(?:之|以)?(前|后|後)/.exec(folded.slice(end));
  if (!match) return null;
  return { relation: match[1] === '前' ? 'before' : 'after', to: end + match[0].length };
}

function wholeMonth(year: number, month: number): DateSpan | null {
  const earliest = dayOf(year, month, 1);
  const latest = dayOf(year, month, daysInMonth(year, month));
  return earliest && latest ? { earliest, latest } : null;
}

const periods =
  /^(?:(?:last|previous) (?:\w+ )?(?:days|weeks|months|years)|past (?:\w+ )?(?:day|week|month|year)s?)$/i;
const relative = /\b(?:ago|yesterday|today|now|tonight|last|this|past|previous)\b/i;

/**
 * The days that a reading of the date parser covers. Week days and month names without a year are
 * left out, as are relative dates vaguer than a day, month or year.
 */
function spanOfResult(result: chrono.ParsedResult, today: Day): DateSpan | null {
  const { start, text } = result;
  const year = start.get('year');
  const month = start.get('month');
  const day = start.get('day');
  if (year === null || month === null || day === null) return null;
  const only = dayOf(year, month, day);
  if (periods.test(text)) return { earliest: only, latest: today };
  if (relative.test(text)) {
    if (/\byears?\b/i.test(text)) return parseSpan(String(year));
    if (/\bmonths?\b/i.test(text)) return wholeMonth(year, month);
    return /days? ago|yesterday/i.test(text) && only ? { earliest: only, latest: only } : null;
  }
  if (!start.isCertain('year') || !start.isCertain('month')) return null;
  if (!start.isCertain('day')) return wholeMonth(year, month);
  return only ? { earliest: only, latest: only } : null;
}

const parsers: Readonly<Record<string, Pick<chrono.Chrono, 'parse'>>> = {
  de: chrono.de.casual,
  es: chrono.es.casual,
  fr: chrono.fr.casual,
  it: chrono.it.casual,
  ja: chrono.ja.casual,
  pt: chrono.pt.casual,
  ru: chrono.ru.casual,
  zh: chrono.zh.casual,
};

/** Dates of a question, in reading order. `folded` has the same offsets as `text`. */
export function dateMentions(
  text: string,
  folded: string,
  language: string,
  today: Day,
): readonly DateMention[] {
  const found: { start: number; end: number; span: DateSpan }[] = [];
  const free = (start: number, end: number) =>
    !found.some((one) => start < one.end && one.start < end);
  for (const match of text.matchAll(/(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?![\d-])/g)) {
    const span = parseSpan(match[0]);
    if (span) found.push({ start: match.index, end: match.index + match[0].length, span });
  }
  if (language === 'en') found.push(...lastMonths(folded, today));
  if (/\d|yesterday|last|this|past|previous|ago/i.test(text)) {
    const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
    for (const result of (parsers[language] ?? chrono.en.casual).parse(text, reference)) {
      const span = spanOfResult(result, today);
      const end = result.index + result.text.length;
      if (span && free(result.index, end)) found.push({ start: result.index, end, span });
    }
  }
  found.push(...monthsIn(folded, language).filter((one) => free(one.start, one.end)));
  for (const match of text.matchAll(/(?<![\p{N}.,-])(?:19|20)\d{2}(?![\p{N}-]|s\b)年?/gu)) {
    const end = match.index + match[0].length;
    const span = parseSpan(match[0].slice(0, 4));
    if (span && free(match.index, end)) found.push({ start: match.index, end, span });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, span }) => {
      const after = relationAfter(folded, end);
      const before = relationBefore(folded, start);
      return after
        ? { start: before.from, end: after.to, span, relation: after.relation }
        : { start: before.from, end, span, relation: before.relation };
    });
}

const anniversaries =
  /\b(?:on |at |by )?(?:the |its )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(\d{1,2})(?:st|nd|rd|th)) (?:anniversary|birthday)(?: of (?:the |its )?launch)?\b/;
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** "on its first anniversary". */
function anniversary(folded: string): LaunchMention | null {
  const match = anniversaries.exec(folded);
  if (!match) return null;
  const years = match[2] ? Number(match[2]) : ordinals.indexOf(match[1] ?? '') + 1;
  return { start: match.index, end: match.index + match[0].length, years };
}

/** The first "N years after launch" of a question. */
export function launchMention(folded: string): LaunchMention | null {
  const match =
    /\b(\d{1,2}|one|a|two|three|four|five|six|seven|eight|nine|ten) years? (?:after|since|on from|following|into)(?: (?:the|its|it))?(?: (?:was|had been))? ?(?:launch(?:ed)?|opening|opened|start(?:ed)?|being (?:launched|opened)|signing)?\b/.exec(
      folded,
    );
  if (!match) return anniversary(folded);
  const years = numbers[match[1] ?? ''] ?? Number(match[1]);
  return { start: match.index, end: match.index + match[0].length, years };
}
