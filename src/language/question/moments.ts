import * as chrono from 'chrono-node';
import {
  type DateSpan,
  type Day,
  dayOf,
  daysInMonth,
  parseSpan,
} from '../../domain/partial-date.js';

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

const relations: readonly (readonly [DateMention['relation'], RegExp])[] = [
  ['between', /(?:\bbetween|\bentre|\bzwischen|\bfrom)\s+$/],
  [
    'by',
    /(?:\b(?:as of|as at|by|until|till|up to|through|at)(?: the)?(?: (?:end|close|turn))?(?: of)?|\b(?:by|in) late|\bfin(?: de)?|\bbis(?: ende)?|\bende|截至|截止)\s*$/,
  ],
  [
    'before',
    /(?:\bbefore|\bprior to|\bearlier than|\bavant|\bvor|\bantes de|\bprima del|\bдо)\s*$/,
  ],
  [
    'after',
    /(?:\bafter|\blater than|\bfollowing|\bapres|\bnach|\bdespues de|\bdopo il|\bdepois de|\bпосле)\s*$/,
  ],
  [
    'since',
    /(?:\bsince(?: the (?:start|beginning) of)?|\bstarting in|\bdepuis|\bseit|\bdesde|\bdal|\bс|自)\s*$/,
  ],
  [
    'in',
    /(?:\b(?:in|on|at|during|of|en|im|am|nel|em|le|в|на)(?: (?:the|year|course of|anno|jahr|ano|ano de))*|在)\s*$/,
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

function spanOfResult(result: chrono.ParsedResult): DateSpan | null {
  const { start } = result;
  const year = start.get('year');
  const month = start.get('month');
  const day = start.get('day');
  if (year === null || month === null || day === null) return null;
  const relative = /ago|yesterday|today|last|this|now/i.test(result.text);
  if (!start.isCertain('year') && !relative) return null;
  if (start.isCertain('day') || relative) {
    const only = dayOf(year, month, day);
    return only ? { earliest: only, latest: only } : null;
  }
  const earliest = dayOf(year, month, 1);
  const latest = dayOf(year, month, daysInMonth(year, month));
  return earliest && latest ? { earliest, latest } : null;
}

function parserOf(language: string): {
  parse(text: string, reference: Date): chrono.ParsedResult[];
} {
  switch (language) {
    case 'fr':
      return chrono.fr.strict;
    case 'de':
      return chrono.de.strict;
    case 'es':
      return chrono.es.strict;
    case 'pt':
      return chrono.pt.strict;
    case 'ru':
      return chrono.ru.strict;
    case 'ja':
      return chrono.ja.strict;
    case 'zh':
      return chrono.zh.strict;
    default:
      return chrono.en.strict;
  }
}

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
  if (/\d|yesterday|today|last|ago/i.test(text)) {
    for (const result of parserOf(language).parse(text, new Date(`${today}T12:00:00Z`))) {
      const span = spanOfResult(result);
      const end = result.index + result.text.length;
      if (span && free(result.index, end)) found.push({ start: result.index, end, span });
    }
  }
  for (const match of text.matchAll(/(?<![\p{N}.,-])(?:19|20)\d{2}(?![\p{N}-])年?/gu)) {
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

/** The first "N years after launch" of a question. */
export function launchMention(folded: string): LaunchMention | null {
  const match =
    /\b(\d{1,2}|one|a|two|three|four|five|six|seven|eight|nine|ten) years? (?:after|since|on from|following|into)(?: (?:the|its|it))?(?: (?:was|had been))? ?(?:launch(?:ed)?|opening|opened|start(?:ed)?|being (?:launched|opened)|signing)?\b/.exec(
      folded,
    );
  if (!match) return null;
  const years = numbers[match[1] ?? ''] ?? Number(match[1]);
  return { start: match.index, end: match.index + match[0].length, years };
}
