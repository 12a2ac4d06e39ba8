import { isCommonWord } from '../common-words.js';
import type { Facts } from './facts.js';
import type { Tag } from './lexicon.js';

const acts: readonly Tag[] = [
  'join',
  'consent',
  'member',
  'withdrew',
  'declined',
  'outside',
  'not',
];

/** States of fiction, which everyday words are taken to include. */
const fictional =
  /^(?:atlantis|elbonia|freedonia|genovia|latveria|narnia|panem|ruritania|sokovia|wakanda)$/;

/** Written as a name is: a capital, or, in a text without any, a word that is not everyday English. */
function looksLikeName(word: string, casual: boolean): boolean {
  if (/^\p{Lu}/u.test(word)) return true;
  return casual && word.length > 3 && (!isCommonWord(word) || fictional.test(word));
}

/** A single unexplained stretch where a participant's name would stand; null otherwise. */
export function unknownName({ scan: read, has }: Facts): string | null {
  const [first] = read.leftovers;
  const last = read.leftovers.at(-1);
  if (!first || !last || read.leftovers.length > 5 || has('who', 'count')) return null;
  const inside = (one: { start: number; end: number }) =>
    one.start >= first.start && one.end <= last.end;
  if (read.tags.some((tag) => inside(tag) && !['filler', 'and'].includes(tag.tag))) return null;
  const casual = !/\p{Lu}/u.test(read.text.slice(1));
  const spaced = read.language !== 'zh' && read.language !== 'ja' && read.language !== 'ar';
  if (spaced && !looksLikeName(read.text.slice(first.start, first.end), casual)) return null;
  const aux = read.tags.find((tag) => ['aux', 'perfect'].includes(tag.tag));
  const verb = read.tags.find((tag) => acts.includes(tag.tag) && tag.start >= last.end);
  const asks =
    aux !== undefined &&
    aux.end <= first.start &&
    /^\W*(?:the )?$/.test(read.folded.slice(aux.end, first.start));
  return asks && verb ? read.text.slice(first.start, last.end) : null;
}
