import { eng } from 'stopword';
import stem from 'wink-porter2-stemmer';
import { fold } from './fold.js';
import { compoundsOf, piecesOf, wordsOf } from './words.js';

/** Raise it when terms change: an index of other terms must be built again. */
export const termsVersion = 2;

/** What the package's list lacks of the words that questions are made of. */
const added = 'us do does done doing when why whose whom will shall its itself so no nor'.split(
  ' ',
);
const stopWords: ReadonlySet<string> = new Set([...eng, ...added]);

/** "US" and "WHO" are names, "us" and "who" are not, unless the whole text is in capitals. */
const acronym = /^\p{Lu}{2,5}$/u;
const isShouted = (text: string, words: readonly string[]) =>
  words.length > 3 && !/\p{Ll}/u.test(text);

/** Longer runs of letters are no words, and the time of stemming grows with their square. */
const stemmed = /^[a-z]{1,64}$/;

function termOf(word: string): string {
  const folded = fold(word);
  return stemmed.test(folded) ? stem(folded) : folded;
}

/** Words remembered with their term; stemming is most of the cost of reading a text. */
const remembered = 50_000;

/** Both give terms in reading order, repetitions kept. */
export interface TermReader {
  /** Folded, stemmed words without stop words. */
  terms(text: string): readonly string[];
  /**
   * What is indexed and searched for: the terms, hyphenated words once more in one, and words of
   * letters and digits once more apart.
   */
  indexed(text: string): readonly string[];
}

/** It remembers up to 50,000 words. */
export function createTermReader(): TermReader {
  const known = new Map<string, string>();
  const lookUp = (word: string): string => {
    const term = known.get(word) ?? termOf(word);
    if (known.size < remembered) known.set(word, term);
    return term;
  };
  const terms = (text: string) => {
    const words = wordsOf(text);
    const shouted = isShouted(text, words);
    return words
      .filter((word) => !stopWords.has(word.toLowerCase()) || (!shouted && acronym.test(word)))
      .map(lookUp)
      .filter((term) => term !== '');
  };
  const further = (text: string) => [...compoundsOf(text), ...piecesOf(text)].map(lookUp);
  return { terms, indexed: (text) => [...terms(text), ...further(text)] };
}
