const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const others = [
  ['zwei', 'drei', 'vier', 'funf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwolf'],
  ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  ['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
];

/** A word that counts: what it adds, multiplies by, and whether it orders. */
export interface NumberWord {
  readonly value: number;
  readonly role: 'unit' | 'ten' | 'scale';
  readonly ordinal: boolean;
}

function build(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  for (const [value, word] of units.entries())
    words.set(word, { value, role: 'unit', ordinal: false });
  for (const [value, word] of ordinals.entries())
    words.set(word, { value, role: 'unit', ordinal: true });
  for (const [index, word] of tens.entries()) {
    const value = (index + 2) * 10;
    words.set(word, { value, role: 'ten', ordinal: false });
    words.set(word.replace(/y$/, 'ieth'), { value, role: 'ten', ordinal: true });
  }
  for (const [word, value] of [
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ] as const) {
    words.set(word, { value, role: 'scale', ordinal: false });
    words.set(`${word}th`, { value, role: 'scale', ordinal: true });
  }
  words.set('dozen', { value: 12, role: 'scale', ordinal: false });
  for (const list of others) {
    for (const [index, word] of list.entries()) {
      if (!words.has(word) && word !== 'once')
        words.set(word, { value: index + 2, role: 'unit', ordinal: false });
    }
  }
  return words;
}

const words = build();

/** What a folded word counts; undefined where it counts nothing. */
export function numberWord(key: string): NumberWord | undefined {
  return words.get(key);
}
