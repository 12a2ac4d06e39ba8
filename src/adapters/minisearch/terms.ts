import { eng } from 'stopword';
import stem from 'wink-porter2-stemmer';
import { fold } from './fold.js';
import { wordsOf } from './words.js';

/** Raise it when terms change: an index of other terms must be built again. */
export const termsVersion = 1;

/** What the package's list lacks of the words that questions are made of. */
const added = 'us do does done doing when why whose whom will shall its itself so no nor'.split(
  ' ',
);
const stopWords: ReadonlySet<string> = new Set([...eng, ...added]);

/** "US" and "WHO" are names, "us" and "who" are not, unless the whole text is in capitals. */
const acronym = /^\p{Lu}{2,5}$/u;
const isShouted = (text: string, words: readonly string[]) =>
  words.length > 3 && !/\p{Ll}/u.test(text);

function termOf(word: string): string {
  const folded = fold(word);
  return /^[a-z]+$/.test(folded) ? stem(folded) : folded;
}

/** Words remembered with their term; stemming is most of the cost of reading a text. */
const remembered = 50_000;

/**
 * Reader of folded, stemmed words of a text without stop words, in reading order, repetitions
 * kept. It remembers up to 50,000 words.
 */
export function createTermReader(): (text: string) => readonly string[] {
  const terms = new Map<string, string>();
  const lookUp = (word: string): string => {
    const known = terms.get(word);
    if (known !== undefined) return known;
    const term = termOf(word);
    if (terms.size < remembered) terms.set(word, term);
    return term;
  };
  return (text) => {
    const words = wordsOf(text);
    const shouted = isShouted(text, words);
    return words
      .filter((word) => !stopWords.has(word.toLowerCase()) || (!shouted && acronym.test(word)))
      .map(lookUp)
      .filter((term) => term !== '');
  };
}
