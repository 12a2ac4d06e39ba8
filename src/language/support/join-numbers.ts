import type { Item, NumberItem } from './items.js';
import { numberWord } from './number-words.js';

function digits(text: string): { readonly value: number; readonly ordinal: boolean } | null {
  const match = /^(\p{N}[\p{N}.,’\u00a0\u202f]*)(st|nd|rd|th|º|ª)?$/u.exec(text);
  if (!match?.[1]) return null;
  const grouped = /^\d{1,3}(?:[.,’\u00a0\u202f]\d{3})+$/.test(match[1]);
  const plain = grouped ? match[1].replace(/\D/g, '') : match[1].replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? { value, ordinal: match[2] !== undefined } : null;
}

/** The number that begins at a place, in figures or words: "twenty-six", "30 million", "9th". */
function numberAt(
  items: readonly Item[],
  place: number,
): { readonly item: NumberItem; readonly next: number } | null {
  let total = 0;
  let group = 0;
  let seen: 'none' | 'unit' | 'ten' | 'scale' = 'none';
  let ordinal = false;
  let at = place;
  const first = items[place];
  for (; at < items.length && !ordinal; at += 1) {
    const item = items[at];
    if (item?.kind === 'mark' && item.text === '-' && seen === 'ten') continue;
    if (item?.kind !== 'word') break;
    const figure = digits(item.text);
    if (figure) {
      if (seen !== 'none') break;
      group = figure.value;
      ordinal = figure.ordinal;
      seen = 'unit';
      continue;
    }
    const word = numberWord(item.key);
    if (!word) {
      if (item.key === 'and' && seen === 'scale' && numberWord(keyOf(items[at + 1]))) continue;
      break;
    }
    if (word.role === 'scale') {
      const base = seen === 'none' ? 1 : group;
      if (word.value === 100) group = base * 100;
      else {
        total += base * word.value;
        group = 0;
      }
    } else {
      const fits = seen === 'none' || seen === 'scale' || (seen === 'ten' && word.role === 'unit');
      if (!fits) break;
      group += word.value;
    }
    seen = word.role;
    ordinal = word.ordinal;
  }
  if (seen === 'none' || !first) return null;
  while (items[at - 1]?.kind === 'mark') at -= 1;
  const last = items[at - 1] ?? first;
  const unit = keyOf(items[at]);
  const percent =
    /^(?:%|percent|prozent)$/.test(unit) || (unit === 'per' && keyOf(items[at + 1]) === 'cent');
  const form = ordinal ? 'ordinal' : percent ? 'percent' : 'count';
  const text = `${first.text}${at - place > 1 ? ` ${last.text}` : ''}`;
  const item: NumberItem = {
    kind: 'number',
    text,
    value: total + group,
    form,
    start: first.start,
    end: last.end,
  };
  return { item, next: percent ? at + (unit === 'per' ? 2 : 1) : at };
}

function keyOf(item: Item | undefined): string {
  return item?.kind === 'word' ? item.key : item?.kind === 'mark' ? item.text : '';
}

/** Puts the words and figures of each number into one item; "one" alone stays a word. */
export function joinNumbers(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (let place = 0; place < items.length; ) {
    const item = items[place];
    const found = numberAt(items, place);
    if (item && (!found || (keyOf(item) === 'one' && found.next === place + 1))) {
      joined.push(item);
      place += 1;
    } else if (found) {
      joined.push(found.item);
      place = found.next;
    } else place += 1;
  }
  return joined;
}
