import { type DateSpan, parseSpan } from '../../domain/partial-date.js';
import { foldKeepingLength } from '../../language/question/fold.js';

const languages = ['en', 'fr', 'de', 'es', 'it', 'pt'];

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of languages) {
    for (const length of language === 'en' ? (['long', 'short'] as const) : (['long'] as const)) {
      const format = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        names.set(foldKeepingLength(format.format(Date.UTC(2000, month - 1, 1))), month);
      }
    }
  }
  return names;
}

const months = monthNames();
const month = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
const ordinal = '(?:st|nd|rd|th|er|\\.|º)?';

/** ISO dates · 12 November 2018 · November 12, 2018 · 12 de noviembre de 2018 · Nov. 2018 · 2018. */
const written = new RegExp(
  `(?<iso>\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b)|(?:\\b(?<before>\\d{1,2})${ordinal} (?:de |of )?)?\\b(?<month>${month})\\b\\.?(?: (?<after>\\d{1,2})${ordinal})?,? (?:de |of )?(?<yearOf>(?:19|20)\\d{2})\\b|\\b(?<year>(?:19|20)\\d{2})\\b`,
  'gu',
);

function dateOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { iso, year, yearOf, before, after, month: name = '' } = groups;
  const parts = [months.get(name) ?? 0, ...(before || after ? [Number(before ?? after)] : [])];
  return iso ?? year ?? [yearOf, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

const opens = /\b(?:since|after|depuis|seit|desde|dal)(?: the)? $/;
const closes = /\b(?:before|until|till|by|up to|avant|jusqu'en|vor|bis|antes de)(?: the)? $/;
const between = /\b(?:between|from|entre|zwischen|de) $/;
const joins = /^ ?(?:and|to|until|till|et|und|y|e|a|bis|-) ?$/;

/**
 * Dates of a question in reading order, as the spans that it asks about: "between 2018 and 2020",
 * "12 November 2018"; "since March 2021" asks about that month and all that follow. Ends that do not exist, such as 31 June, give none.
 */
export function datesOf(question: string): readonly DateSpan[] {
  const folded = foldKeepingLength(question);
  const found = [...folded.matchAll(written)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    date: dateOf(match.groups ?? {}),
  }));
  const texts: string[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const [one, next] = [found[at], found[at + 1]];
    if (!one) continue;
    const before = folded.slice(0, one.start);
    if (next && between.test(before) && joins.test(folded.slice(one.end, next.start))) {
      texts.push(`${one.date}/${next.date}`);
      at += 1;
    } else if (opens.test(before)) texts.push(one.date, `${one.date}/..`);
    else if (closes.test(before)) texts.push(one.date, `../${one.date}`);
    else texts.push(one.date);
  }
  return texts.flatMap((text) => parseSpan(text) ?? []);
}

const msPerDay = 86_400_000;

/** Days that a span covers; infinitely many with an open end. */
function daysOf({ earliest, latest }: DateSpan): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY;
  return (Date.parse(latest) - Date.parse(earliest)) / msPerDay + 1;
}

function within(inner: DateSpan, outer: DateSpan): boolean {
  const starts = outer.earliest === null || (inner.earliest ?? '') >= outer.earliest;
  return starts && (outer.latest === null || (inner.latest ?? '~') <= outer.latest);
}

/** What an article of the day, month or year that a question names is worth. */
function worthOf(days: number): number {
  if (days <= 1) return 3;
  if (days <= 31) return 1;
  return days <= 366 ? 0.3 : 0.15;
}

/** What news of the week after a day that the question names is worth. */
const weekAfter = 0.5;

function soonAfter(asked: DateSpan, published: DateSpan): boolean {
  if (asked.latest === null || published.earliest === null || daysOf(asked) > 1) return false;
  const days = (Date.parse(published.earliest) - Date.parse(asked.latest)) / msPerDay;
  return daysOf(published) === 1 && days > 0 && days <= 7;
}

/**
 * Bonus for an article published when the question says: the narrower the dates of both, the more.
 * 0 where nothing agrees. `published` is EDTF, null when undated.
 */
export function datedBonus(dates: readonly DateSpan[], published: string | null): number {
  const span = published === null ? null : parseSpan(published);
  if (!span) return 0;
  const bonuses = dates.map((asked) => {
    if (soonAfter(asked, span)) return weekAfter;
    if (!within(span, asked) && !within(asked, span)) return 0;
    return worthOf(Math.max(daysOf(asked), daysOf(span)));
  });
  return Math.max(0, ...bonuses);
}
