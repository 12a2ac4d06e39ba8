import { pointsBack, takesUp } from './passages-bare.js';
import { splitSentences } from './sentences.js';

/** A sentence or an item of a list, with what a reader needs to understand it. */
export interface ReadingUnit {
  /** Offsets into the article's text, end excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'sentence' | 'item';
  /** Place of the unit that has to be read before this one; null when none. */
  readonly needs: number | null;
  /** True when it points back to something that stands nowhere near: it needs a title before it. */
  readonly lost: boolean;
  /** True when it only announces what follows, such as "The tasks are:". */
  readonly announces: boolean;
  /** Heading above it; null when none. */
  readonly heading: string | null;
  /** True when it directly follows the unit before, in one paragraph. */
  readonly follows: boolean;
}

/** Characters looked at on either side of a passage. */
const sight = 1500;
const marker = /^\s*(?:[-*•‣▪·–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+/u;
const table = /^\s*\|/;
const heading = /^#{1,6} +(.*\S)[ \t]*$/;

/** The passage with whole lines around it, so that what it leans on is seen. */
function regionOf(text: string, from: number, to: number): readonly [number, number] {
  const newline = text.indexOf('\n', Math.max(0, from - sight));
  const start = from <= sight ? 0 : newline === -1 || newline >= from ? from : newline + 1;
  const last = text.lastIndexOf('\n', to + sight);
  const end = text.length <= to + sight ? text.length : last < to ? to : last;
  return [start, end];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineOf(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, text: text.slice(start, end === -1 ? text.length : end) };
}

/** Last heading of a stretch of text; null when there is none. */
function headingIn(text: string): string | null {
  const titles = text.split('\n').flatMap((line) => heading.exec(line)?.[1] ?? []);
  return titles.at(-1) ?? null;
}

/** Place of the last unit before the list that `at` is an item of; null when a heading is nearer. */
function leadOf(units: readonly ReadingUnit[], between: readonly boolean[]): number | null {
  for (let place = units.length - 1; place >= 0; place -= 1) {
    if (between[place + 1] ?? false) return null;
    if (units[place]?.kind === 'sentence') return place;
  }
  return null;
}

/**
 * Sentences and list items of an article from one offset to another, and of the lines around them,
 * in reading order. Headings and tables are none.
 */
export function readingUnits(text: string, from: number, to: number): readonly ReadingUnit[] {
  const [start, end] = regionOf(text, from, to);
  const units: ReadingUnit[] = [];
  /** Whether a heading stands just before the unit of each place. */
  const headed: boolean[] = [];
  let title = headingIn(text.slice(Math.max(0, start - sight), start));
  let last = start;
  for (const range of splitSentences(text.slice(start, end))) {
    const at = start + range.start;
    const line = lineOf(text, at);
    const gap = text.slice(last, at);
    last = start + range.end;
    if (table.test(line.text)) continue;
    const above = headingIn(gap);
    title = above ?? title;
    headed.push(above !== null);
    const body = text.slice(at, last);
    const kind = marker.test(line.text) ? 'item' : 'sentence';
    const previous = units.at(-1);
    const reachable = previous !== undefined && above === null;
    const lead = kind === 'item' ? leadOf(units, headed) : null;
    const back = kind === 'sentence' && pointsBack(body);
    const follows = reachable && !/\n\s*\n/.test(gap);
    const taken = follows && kind === 'sentence' && takesUp(body, previous.text);
    const needs = kind === 'item' ? lead : (back && reachable) || taken ? units.length - 1 : null;
    units.push({
      start: at,
      end: last,
      text: body,
      kind,
      needs,
      lost: needs === null && (back || kind === 'item'),
      announces: /[:：]["”»]?$/u.test(body),
      heading: title,
      follows,
    });
  }
  return units;
}
