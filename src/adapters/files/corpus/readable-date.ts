import { de, en, es, fr, it, nl, type ParsedResult, pt } from 'chrono-node';
import { dayOf, parseSpan } from '../../../domain/partial-date.js';

const locales = [en.GB, fr.strict, de.strict, es.strict, it.strict, pt.strict, nl.strict];

export interface FoundDate {
  /** EDTF: a day, or a month of a year. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

function edtf({ start }: ParsedResult): string | null {
  if (!start.isCertain('year') || !start.isCertain('month')) return null;
  const [year, month] = [start.get('year') ?? 0, start.get('month') ?? 0];
  if (start.isCertain('day')) return dayOf(year, month, start.get('day') ?? 0);
  return dayOf(year, month, 1)?.slice(0, 7) ?? null;
}

/** `25.11.2018` and `11/25/2018` can be read one way only, `11.12.2018` cannot: null. */
function numeric(first: number, second: number, year: number): string | null {
  if (first === second || second <= 12 === first <= 12) {
    return first === second ? dayOf(year, second, first) : null;
  }
  return second <= 12 ? dayOf(year, second, first) : dayOf(year, first, second);
}

const isoDate = /\b(\d{4})[-/.](\d{2})[-/.](\d{2})(?![\d-])(?:[T ]\d{2}:\d{2}\S*)?/;
const numericDate = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-]*\d)/;

/** Beginnings of the months' names in the languages read here; spares most lines the parsers. */
const month =
  /(?<!\p{L})(?:jan|j[aä]nn|gen|ene|feb|f[eé]v|mar|m[aä]r|maa|apr|avr|abr|ma[ijy]|mag|mei|jui?n|giu|jui?l|lug|aug|ao[uû]|ago|sep|set|o[ck]t|out|ott|nov|d[eéi][cz])/iu;

/** The first full date in a short text, in English, French, German, Spanish, Italian and others. */
export function findDate(text: string): FoundDate | null {
  const found = (index: number, length: number, date: string | null) =>
    date === null ? null : { date, start: index, end: index + length };
  const iso = isoDate.exec(text);
  if (iso)
    return found(iso.index, iso[0].length, dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const digits = numericDate.exec(text);
  if (digits) {
    const date = numeric(Number(digits[1]), Number(digits[3]), Number(digits[4]));
    return found(digits.index, digits[0].length, date);
  }
  if (!/\b\d{4}\b/.test(text) || !month.test(text)) return null;
  let coarse: FoundDate | null = null;
  for (const locale of locales) {
    for (const result of locale.parse(text)) {
      const date = result.end ? null : edtf(result);
      const found =
        date === null
          ? null
          : { date, start: result.index, end: result.index + result.text.length };
      if (found?.date.length === 10) return found;
      coarse ??= found;
    }
  }
  return coarse;
}

/**
 * A date as front matter or page metadata gives it: EDTF, an ISO 8601 instant (its day, as
 * written), or a date in words. Null when it is none, or may be read in two ways.
 */
export function readDate(value: string): string | null {
  const text = value.trim();
  if (parseSpan(text)) return text;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const found = findDate(text);
  if (!found) return null;
  const rest = text.slice(0, found.start) + text.slice(found.end);
  return /\p{L}{3}/u.test(
    rest.replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)\w*\b|\b[A-Z]{3,4}\b/gi, ''),
  )
    ? null
    : found.date;
}
