/** A word of a text as names are compared: by key, with its place. */
export interface NameWord {
  /** Lower case, no accents; Cyrillic words of five letters and more by their stem. */
  readonly key: string;
  /** Further keys under which the word may stand in a name: without clitics, without an ending. */
  readonly variants: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when the character before belongs to the same run of an unspaced script. */
  readonly joined: boolean;
}

const han = '\\p{Script=Han}々〇';
const unspaced = `${han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}`;
const wordPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])\\.?|[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+\\+?|&`,
  'gu',
);
const unspacedPattern = new RegExp(`^[${unspaced}]$`, 'u');
const runPattern = /^[\p{Script=Katakana}ー]$/u;
const hangul = /^\p{Script=Hangul}$/u;

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
};
const plain = /^[a-z0-9]*$/;
const special = /[ßøđłıæœðþأإآٱىة]/g;

function fold(word: string): string {
  const lower = word.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .replace(special, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '');
}

const russianEnding =
  /(?:иями|ями|ами|иях|ях|ах|иеи|ого|его|ому|ему|ыми|ими|ем|ом|ам|ям|ов|ев|ым|им|ых|их|ею|ою|[аеиоуыьюя]+)$/u;

/** Cuts the case ending off a Russian or Ukrainian word; words of four letters keep theirs. */
function stem(key: string): string {
  if (key.length < 5 || !/^\p{Script=Cyrillic}+$/u.test(key)) return key;
  let rest = key.replace(russianEnding, '').replace(/[аеиоуыьюя]+$/u, '');
  if (rest.length < 3) rest = key;
  return `${rest}~`;
}

/** How a word is compared: `Türkiye` → `turkiye`, `U.S.` → `us`, `России` → `росс~`. */
function wordKey(word: string): string {
  if (word === '&') return 'and';
  return stem(fold(word.includes('.') ? word.replaceAll('.', '') : word));
}

function arabicVariants(key: string): readonly string[] {
  const found = new Set<string>();
  const bare = key.replace(/^لل/u, 'ال').replace(/^[وفبلك](?=\S{3})/u, '');
  for (const word of [key, bare]) {
    found.add(word);
    if (word.startsWith('ال') && word.length > 4) found.add(word.slice(2));
  }
  found.delete(key);
  return [...found];
}

function variantsOf(key: string): readonly string[] {
  if (/^[a-z]+$/.test(key)) {
    if (key === 'st') return ['saint'];
    if (key.length >= 6 && key.endsWith('s') && key !== 'americas') return [key.slice(0, -1)];
    return [];
  }
  return /^\p{Script=Arabic}/u.test(key) ? arabicVariants(key) : [];
}

/** The words of a text in order. Scripts without spaces give one word a character. */
export function nameWords(text: string): readonly NameWord[] {
  const words: NameWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const word = match[0];
    const last = words.at(-1);
    if (unspacedPattern.test(word)) {
      const sameRun =
        last?.end === start &&
        [runPattern, hangul].some((script) => script.test(word) && script.test(last.text));
      const end = start + word.length;
      words.push({
        key: word.normalize('NFC'),
        variants: [],
        text: word,
        start,
        end,
        joined: sameRun,
      });
      continue;
    }
    const key = wordKey(word);
    if (key === '' || key === '~') continue;
    words.push({
      key,
      variants: variantsOf(key),
      text: word,
      start,
      end: start + word.length,
      joined: false,
    });
  }
  return words;
}

/** True for names whose first (or last) character may not stand inside a run of its script. */
export function isRunScript(character: string): boolean {
  return runPattern.test(character);
}
