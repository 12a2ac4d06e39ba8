import type { Alignment } from './align.js';
import { type Item, keyAt } from './items.js';
import type { Reading } from './read-source.js';
import type { Fault } from './types.js';

type Quantifier =
  | 'all'
  | 'most'
  | 'many'
  | 'some'
  | 'few'
  | 'only'
  | 'half'
  | 'least'
  | 'more'
  | 'fewer'
  | 'upto'
  | 'about'
  | 'exactly';

interface Found {
  readonly quantifier: Quantifier;
  /** First place after its words. */
  readonly after: number;
  readonly text: string;
}

const single: readonly (readonly [Quantifier, RegExp])[] = [
  ['all', /^(?:all|every|everyone|each|entire|alle|tous|toutes|todos|todas)$/],
  ['most', /^(?:most|majority|meisten)$/],
  ['many', /^(?:many|numerous|viele|muchos)$/],
  ['some', /^(?:some|several|einige|algunos)$/],
  ['few', /^(?:few)$/],
  ['only', /^(?:only|solely|sole|merely|exclusively)$/],
  ['half', /^(?:half|third|thirds|quarter|quarters)$/],
  ['exactly', /^(?:exactly|precisely)$/],
];

function beforeNumber(items: readonly Item[], place: number, key: string): Found | null {
  const next = keyAt(items, place + 1);
  const number = (at: number) => items[at]?.kind === 'number';
  const two = `${key} ${next}`;
  const pairs: readonly (readonly [Quantifier, RegExp])[] = [
    ['least', /^(?:at least|no fewer|no less)$/],
    ['upto', /^(?:up to|at most|no more)$/],
    ['more', /^more than$/],
    ['fewer', /^(?:fewer|less) than$/],
  ];
  for (const [quantifier, pattern] of pairs) {
    if (pattern.test(two)) return { quantifier, after: place + 2, text: two };
  }
  if (number(place + 1)) {
    if (/^(?:over|above|exceeding)$/.test(key))
      return { quantifier: 'more', after: place + 1, text: key };
    if (/^(?:under|below)$/.test(key)) return { quantifier: 'fewer', after: place + 1, text: key };
    if (/^(?:about|around|nearly|almost|roughly|approximately|circa|some)$/.test(key))
      return { quantifier: 'about', after: place + 1, text: key };
  }
  return null;
}

function quantifiersOf(items: readonly Item[]): readonly Found[] {
  const found: Found[] = [];
  for (const place of items.keys()) {
    const key = keyAt(items, place);
    if (key === '') continue;
    const bound = found.at(-1)?.after === place + 1 ? null : beforeNumber(items, place, key);
    if (bound) {
      found.push(bound);
      continue;
    }
    const entry = single.find(([, pattern]) => pattern.test(key));
    if (!entry) continue;
    if (/^(?:years?|months?|weeks?|days?|hours?)$/.test(keyAt(items, place + 1))) continue;
    if (
      entry[0] === 'most' &&
      items[place + 1]?.kind === 'word' &&
      /^(?:the|a)$/.test(keyAt(items, place - 1))
    )
      continue;
    found.push({ quantifier: entry[0], after: place + 1, text: key });
  }
  return found;
}

const bounds: ReadonlySet<Quantifier> = new Set(['least', 'more', 'fewer', 'upto', 'about']);
const parts: ReadonlySet<Quantifier> = new Set(['most', 'many', 'some', 'few', 'half']);

/** Bounds of a sentence's numbers, by value. */
function boundsOf(items: readonly Item[]): ReadonlyMap<number, Quantifier | null> {
  const found = new Map<number, Quantifier | null>();
  for (const item of items) if (item.kind === 'number') found.set(item.value, null);
  for (const { quantifier, after } of quantifiersOf(items)) {
    const item = items[after];
    if (item?.kind === 'number' && bounds.has(quantifier)) found.set(item.value, quantifier);
  }
  return found;
}

/** "some states" of a source said without the "some". */
function dropped(sentence: Reading, source: Reading): readonly string[] {
  return quantifiersOf(source.items).flatMap(({ quantifier, after, text }) => {
    if (!parts.has(quantifier)) return [];
    const noun = [source.items[after], source.items[after + 1], source.items[after + 2]].find(
      (item) => item?.kind === 'word' && !/^(?:of|the|other)$/.test(item.key),
    );
    if (noun?.kind !== 'word') return [];
    const bare = sentence.items.some((item, at) => {
      if (item.kind !== 'word' || item.stem !== noun.stem || !/s$/.test(item.key)) return false;
      const before = [1, 2, 3].map((step) => sentence.items[at - step]);
      return !before.some(
        (each) =>
          each?.kind === 'number' ||
          (each?.kind === 'word' && single.some(([, pattern]) => pattern.test(each.key))),
      );
    });
    return bare ? [text] : [];
  });
}

/** Quantifiers must be those of the aligned sentences; a bound goes with its number. */
export function checkQuantifiers(sentence: Reading, { best, around }: Alignment): readonly Fault[] {
  const faults: string[] = [];
  const all = [...best, ...around];
  const known = new Set(
    best.flatMap((one) => quantifiersOf(one.items).map((each) => each.quantifier)),
  );
  for (const { quantifier, after, text } of quantifiersOf(sentence.items)) {
    if (bounds.has(quantifier) && sentence.items[after]?.kind === 'number') continue;
    if (!known.has(quantifier)) faults.push(text);
  }
  for (const [value, bound] of boundsOf(sentence.items)) {
    const said = all.flatMap((one) => {
      const found = boundsOf(one.items);
      return found.has(value) ? [found.get(value) ?? null] : [];
    });
    const fits = said.some(
      (one) =>
        one === bound ||
        (bound === 'least' && one !== 'upto' && one !== 'fewer' && one !== 'about'),
    );
    if (said.length > 0 && !fits) faults.push(`${bound ?? ''} ${value}`.trim());
  }
  const first = best[0];
  if (first) faults.push(...dropped(sentence, first));
  return faults.map((text): Fault => ({ kind: 'quantifier', text }));
}
