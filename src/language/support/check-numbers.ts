import type { Alignment } from './align.js';
import { type Item, keyAt, type NumberItem } from './items.js';
import type { Reading } from './read-source.js';
import { isStopWord } from './stems.js';
import { synonymsOf } from './synonyms.js';
import type { Fault } from './types.js';

type Near = ReadonlySet<string>;

/** Stems of content beside a number, up to the next number; more after it than before. */
function near(items: readonly Item[], number: Item): Near {
  const place = items.indexOf(number);
  const found = new Set<string>();
  for (const [step, reach] of [
    [1, 7],
    [-1, 4],
  ] as const) {
    for (let at = place + step; Math.abs(at - place) <= reach; at += step) {
      const item = items[at];
      if (!item || item.kind === 'number' || /^[;:,]$/.test(keyAt(items, at))) break;
      if (step < 0 && keyAt(items, at) === 'and') break;
      if (item.kind === 'word' && !isStopWord(item.key)) found.add(item.stem);
    }
  }
  return found;
}

/** What a number counts: the words of content right after it. */
function counted(items: readonly Item[], number: Item): readonly string[] {
  const place = items.indexOf(number);
  const found: string[] = [];
  for (let at = place + 1; at <= place + 3; at += 1) {
    const item = items[at];
    if (item?.kind !== 'word') break;
    if (/^(?:of|in|on|by|to|and|or|at|from|for|with)$/.test(item.key)) break;
    if (!isStopWord(item.key)) found.push(item.stem);
  }
  return found;
}

function holds(reading: Reading, stem: string): boolean {
  if (reading.stems.has(stem)) return true;
  for (const other of synonymsOf(stem)) if (reading.stems.has(other)) return true;
  return false;
}

const equal = (a: NumberItem, b: NumberItem) => a.value === b.value && a.form === b.form;

/** True where the number's neighbours are those of another number of the source sentence. */
function swapped(said: Near, own: Near, others: readonly Near[]): boolean {
  if (own.size === 0) return false;
  const elsewhere = [...said].filter(
    (word) => !own.has(word) && others.some((one) => one.has(word)),
  );
  const here = [...said].filter((word) => own.has(word) && !others.some((one) => one.has(word)));
  return elsewhere.length > 0 && here.length === 0;
}

/** How many names a sentence lists: "three companies: A, B and C" counts its own. */
export function ownCount(sentence: Reading): number {
  return sentence.names.filter((name) => !name.accord && !name.demonym).length;
}

/** Every number must stand in an aligned sentence, beside the words that it counts. */
export function checkNumbers(sentence: Reading, { best, around }: Alignment): readonly Fault[] {
  return sentence.numbers
    .filter((number) => {
      const holders = [...best, ...around].flatMap((source) =>
        source.numbers.filter((one) => equal(one, number)).map((one) => ({ source, one })),
      );
      if (holders.length === 0) {
        return !(number.form === 'count' && number.value === ownCount(sentence));
      }
      const nouns = counted(sentence.items, number);
      const said = near(sentence.items, number);
      return holders.every(({ source, one }) => {
        if (nouns.length > 0 && !nouns.some((noun) => holds(source, noun))) return true;
        const others = source.numbers.filter((each) => !equal(each, one));
        return swapped(
          said,
          near(source.items, one),
          others.map((each) => near(source.items, each)),
        );
      });
    })
    .map(({ text }): Fault => ({ kind: 'number', text }));
}
