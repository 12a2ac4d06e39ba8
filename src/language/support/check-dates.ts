import type { Alignment } from './align.js';
import { covers, within } from './date-cover.js';
import { type DateItem, type Item, keyAt } from './items.js';
import type { Reading, SourceReading } from './read-source.js';
import type { Fault } from './types.js';

type Relation = 'at' | 'by' | 'before' | 'after' | 'since' | 'until';

function relationAt(items: readonly Item[], date: DateItem): Relation {
  const place = items.indexOf(date);
  const before = keyAt(items, place - 1);
  if (/^(?:by|bis)$/.test(before)) return 'by';
  if (before === 'of' && keyAt(items, place - 2) === 'as') return 'by';
  if (/^(?:before|avant|vor|antes)$/.test(before)) return 'before';
  if (/^(?:after|nach|apres|despues)$/.test(before)) return 'after';
  if (/^(?:since|depuis|seit|desde)$/.test(before)) return 'since';
  if (/^(?:until|till)$/.test(before)) return 'until';
  return 'at';
}

const carriedBy: Readonly<Record<Relation, readonly Relation[]>> = {
  at: ['at', 'since', 'until'],
  by: ['by', 'at', 'until'],
  before: ['before'],
  after: ['after'],
  since: ['since', 'at', 'after'],
  until: ['until', 'at'],
};

/** The date of publication carries what is said as of it, and when the source came out. */
function asPublished(
  sentence: Reading,
  date: DateItem,
  sources: readonly SourceReading[],
): boolean {
  const place = sentence.items.indexOf(date);
  const dated =
    (keyAt(sentence.items, place - 1) === 'of' && keyAt(sentence.items, place - 2) === 'as') ||
    /\b(?:published|dated|reported|article|report)\b[^,;]{0,30}$/i.test(
      sentence.text.slice(0, date.start),
    );
  return (
    dated &&
    sources.some(({ published }) => published && date.spans.some((span) => within(published, span)))
  );
}

/**
 * A date must be one of an aligned sentence, or a wider one that holds it, and stand in the same
 * relation to what is told: "by 2019" is not "in 2019".
 */
export function checkDates(
  sentence: Reading,
  { best, around }: Alignment,
  sources: readonly SourceReading[],
): readonly Fault[] {
  const readings = [...best, ...around, ...sources.map((source) => source.title)];
  return sentence.dates
    .filter((date) => {
      const relation = relationAt(sentence.items, date);
      const found = readings.some((reading) =>
        reading.dates.some(
          (one) =>
            covers(date, one) && carriedBy[relation].includes(relationAt(reading.items, one)),
        ),
      );
      return !found && !asPublished(sentence, date, sources);
    })
    .map(({ text }): Fault => ({ kind: 'date', text }));
}

const relative =
  /\b(?:(?:last|this|next|past|previous|coming) (?:week|month|year|spring|summer|autumn|fall|winter|decade|century|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|tomorrow|tonight|(?:\w+ )?(?:days?|weeks?|months?|years?|decades?) (?:ago|later|earlier|before)|(?:the )?(?:19|20)\d0s|(?:early|mid|late)[ -](?:19|20)\d{2}|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/gi;

/** "next year", "two months later", "in the summer": only where a source has the same words. */
export function checkRelativeDates(
  sentence: Reading,
  sources: readonly SourceReading[],
): readonly Fault[] {
  const plain = (text: string) => text.toLowerCase().replace(/[ -]+/g, ' ');
  const wholes = sources.map((source) => plain(source.verbatim));
  return [...sentence.text.matchAll(relative)]
    .filter(([text]) => !wholes.some((whole) => whole.includes(plain(text))))
    .map(([text]): Fault => ({ kind: 'date', text }));
}
