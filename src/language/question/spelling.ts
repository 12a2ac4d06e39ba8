import { distance } from 'fastest-levenshtein';
import { isCommonWord } from '../common-words.js';
import type { Lexicon, Tag } from './lexicon.js';

/** English words one letter away from a word of questions, which they are no slip for. */
const ownWords = new Set(
  'sighed lifted stages stakes statues skates estates reused resigned parities backers stated'.split(
    ' ',
  ),
);

/** True when swapping two neighbouring letters of one word gives the other. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  if (at < 0 || at + 1 >= a.length) return false;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * The tag of the lexicon's word that a misspelt one stands for: two letters swapped, or one edit
 * after the first letter of a word of five letters or more. Null where no word, or words of different use, are as near.
 */
export function correctedTag(lexicon: Lexicon, word: string): Tag | null {
  if (!/^\p{L}{3,}$/u.test(word) || isCommonWord(word) || ownWords.has(word)) return null;
  const tags = new Set<Tag>();
  for (const [known, tag] of lexicon.words) {
    if (Math.abs(known.length - word.length) > 1 || known.length < 3) continue;
    if (swapped(word, known)) return tag;
    if (word[0] !== known[0] || word.length < 5 || known.length < 5) continue;
    if (distance(word, known) === 1) tags.add(tag);
  }
  const [only, ...others] = tags;
  return only !== undefined && others.length === 0 ? only : null;
}
