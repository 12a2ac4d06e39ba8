import { deu, eng, fra, ita, por, spa } from 'stopword';
import stemOf from 'wink-porter2-stemmer';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt';

const more =
  'us do does done doing why whose whom will shall its itself so per also both such no not among neither either nor became become becomes yet still while whereas although though however according where when as'.split(
    ' ',
  );
const stopWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map([
  ['en', new Set([...eng, ...more])],
  ['de', new Set(deu)],
  ['fr', new Set(fra)],
  ['es', new Set(spa)],
  ['it', new Set(ita)],
  ['pt', new Set(por)],
]);

/** Lower case without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** Longer runs of letters are no words, and the time of stemming grows with their square. */
const stemmed = /^[a-z]{1,64}$/;

/** Porter 2 stem of a folded word; words of other scripts stay. */
export function stem(key: string): string {
  return stemmed.test(key) ? stemOf(key) : key;
}

/** True for words too frequent to tell texts apart. */
export function isStopWord(key: string, language: Language = 'en'): boolean {
  return stopWords.get(language)?.has(key) ?? false;
}

/** The language whose frequent words a text has most of; English where none leads. */
export function languageOf(text: string): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: Language = 'en';
  let most = words.filter((word) => stopWords.get('en')?.has(word)).length;
  for (const [language, frequent] of stopWords) {
    const found = words.filter((word) => frequent.has(word)).length;
    if (found > most) [best, most] = [language, found];
  }
  return best;
}
