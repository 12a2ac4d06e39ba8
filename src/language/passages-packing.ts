import { piecesOf, type Unit } from './passages-units.js';

export interface PackingLimits {
  readonly maxWords: number;
  readonly overlapWords: number;
  /** Whether a text is short enough for a passage. Costly: called once or twice a passage. */
  readonly accepts: (text: string) => boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly heading: string | null;
}

/** Words that a passage aims at, so that the last one of a section is not a scrap. */
function aimOf(units: readonly Unit[], { maxWords, overlapWords }: PackingLimits): number {
  const total = units.reduce((sum, unit) => sum + unit.words, 0);
  if (total <= maxWords) return maxWords;
  const count = Math.ceil((total - overlapWords) / Math.max(maxWords - overlapWords, 1));
  return Math.ceil((total + (count - 1) * overlapWords) / count);
}

/** Where a passage starts that has to reach unit `next`: about `overlapWords` words before it. */
function stepBack(units: readonly Unit[], next: number, previous: number, overlap: number): number {
  let first = next;
  let words = 0;
  while (first - 1 > previous) {
    words += units[first - 1]?.words ?? 0;
    if (words > (first === next ? overlap * 1.5 : overlap)) break;
    first -= 1;
  }
  return first;
}

/** Index of the last unit that words allow, going on from `needed` while it nears the aim. */
function reach(
  units: readonly Unit[],
  first: number,
  needed: number,
  aim: number,
  most: number,
): number {
  let last = needed;
  let words = units.slice(first, needed + 1).reduce((sum, unit) => sum + unit.words, 0);
  for (let unit = units[last + 1]; unit; unit = units[last + 1]) {
    const more = words + unit.words;
    if (more > most || more - aim > aim - words) break;
    words = more;
    last += 1;
  }
  return last;
}

interface Grown {
  /** Index of the unit with which the span ends. */
  readonly last: number;
  readonly span: Span;
}

/** The longest span from unit `first` that reaches unit `needed`; null when none is accepted. */
function grow(
  text: string,
  units: readonly Unit[],
  from: { readonly first: number; readonly needed: number; readonly furthest: number },
  accepts: (text: string) => boolean,
): Grown | null {
  const opening = units[from.first];
  if (!opening) return null;
  const { heading } = opening;
  for (let last = from.furthest; last >= from.needed; last -= 1) {
    const end = units[last]?.end ?? opening.end;
    const starts = last === from.needed ? [opening.lead, opening.start] : [opening.lead];
    const start = starts.find((tried) => accepts(text.slice(tried, end)));
    if (start !== undefined) return { last, span: { start, end, heading } };
  }
  return null;
}

/**
 * Spans over all units of one section, in order. A unit that is not accepted alone is cut in
 * pieces; a single character that is not accepted is kept all the same.
 */
export function packUnits(
  text: string,
  section: readonly Unit[],
  limits: PackingLimits,
): readonly Span[] {
  const units = [...section];
  const aim = aimOf(units, limits);
  const spans: Span[] = [];
  let next = 0;
  let previous = -1;
  for (let unit = units[next]; unit; unit = units[next]) {
    const attempt = (first: number): Grown | null => {
      const furthest = reach(units, first, next, aim, limits.maxWords);
      return grow(text, units, { first, needed: next, furthest }, limits.accepts);
    };
    const back = next === 0 ? next : stepBack(units, next, previous, limits.overlapWords);
    let first = back;
    let grown = attempt(first);
    if (!grown && back < next) {
      first = next;
      grown = attempt(first);
    }
    if (!grown) {
      const pieces = piecesOf(text, unit, limits.accepts);
      if (pieces.length > 1) {
        units.splice(next, 1, ...pieces);
        continue;
      }
      grown = { last: next, span: { start: unit.start, end: unit.end, heading: unit.heading } };
    }
    spans.push(grown.span);
    previous = first;
    next = grown.last + 1;
  }
  return spans;
}
