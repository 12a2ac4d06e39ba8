import type { DateSpan } from '../../domain/partial-date.js';

interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface WordItem extends Placed {
  readonly kind: 'word';
  /** Lower case, no accents. */
  readonly key: string;
  readonly stem: string;
}

export interface NameItem extends Placed {
  readonly kind: 'name';
  /** Ids of the index, such as `USA`; `w:` and the folded words for a name that no index has. */
  readonly ids: readonly string[];
  readonly accord: boolean;
  /** "Russian", "African": tells of a state or region without naming one that acts. */
  readonly demonym: boolean;
  /** From the demonyms: "Russian", whoever is meant by it. */
  readonly national: boolean;
}

export interface DateItem extends Placed {
  readonly kind: 'date';
  /** Several for "25 and 26 October 2025". */
  readonly spans: readonly DateSpan[];
  /** `--10-12` or `--10` where no year is given; null else. */
  readonly yearless: string | null;
}

export interface NumberItem extends Placed {
  readonly kind: 'number';
  readonly value: number;
  readonly form: 'count' | 'ordinal' | 'percent';
}

export interface MarkItem extends Placed {
  readonly kind: 'mark';
}

/** A sentence as the checks see it, in reading order. */
export type Item = WordItem | NameItem | DateItem | NumberItem | MarkItem;

/** Key of the word at a place, or the mark itself; empty for anything else. */
export function keyAt(items: readonly Item[], place: number): string {
  const item = items[place];
  if (item?.kind === 'word') return item.key;
  return item?.kind === 'mark' ? item.text : '';
}
