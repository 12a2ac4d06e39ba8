import { plainQuotes, type SourceReading } from './read-source.js';
import type { Fault } from './types.js';

const links =
  /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|\[[^\]\n]*\]\([^)\n]*\)?|\b(?:mailto|data|javascript|tel):\S+|[\w.+-]+@[\w-]+\.\w+|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|gg|co|info|dev|app|xyz|ru|cn|me|ly|link|site|online|biz|gov|edu|int|eu|uk|de|fr)(?![\w.-]*\w@)(?:\/\S*)?(?![\p{L}\p{N}])/giu;
const mentions =
  /<(?:@[!&]?|#|a?:\w+:|t:|id:|\/)[^>\n]*>?|(?<![\p{L}\p{N}.])@\w+|\*\*|__|~~|\|\||`|^\s*(?:#{1,3}|>{1,3}|-#)\s|(?<![\p{L}\p{N}]):[a-z][a-z0-9_]+:|(?!\n|\t)\p{Cc}|\p{Cf}|(?<!\S)[*_][^\s*_]/giu;

/** Links, and anything that Discord would turn into a mention or a format. Any is a fault. */
export function checkMarkup(sentence: string): readonly Fault[] {
  const linked = [...sentence.matchAll(links)].map(
    ({ 0: text }): Fault => ({ kind: 'link', text }),
  );
  const rest = sentence.replace(links, ' ');
  const mentioned = [...rest.matchAll(mentions)].map(
    ({ 0: text }): Fault => ({ kind: 'mention', text }),
  );
  return [...linked, ...mentioned];
}

const quoted =
  /"([^"]*)("|$)|“([^”“]*)(”|$)|„([^“”„]*)([“”]|$)|«([^»]*)(»|$)|(?<![\p{L}\p{N}])[‘']([^‘\n]*?)([’'])(?![\p{L}\p{N}])/gu;

/** Whatever stands in quotation marks must stand in a source, word for word. */
export function checkQuotes(sentence: string, sources: readonly SourceReading[]): readonly Fault[] {
  const faults: Fault[] = [];
  for (const match of sentence.matchAll(quoted)) {
    const groups = match.slice(1);
    const place = groups.findIndex((group) => group !== undefined);
    const inner = plainQuotes(groups[place] ?? '').trim();
    const closed = groups[place + 1] !== '';
    const bare = inner.replace(/[.,;]$/, '');
    const found = bare !== '' && sources.some((source) => holds(source.verbatim, bare));
    if (!closed || !found) faults.push({ kind: 'quote', text: match[0] });
  }
  return faults;
}

/** True when the words stand in the text as words of their own. */
function holds(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + words.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
