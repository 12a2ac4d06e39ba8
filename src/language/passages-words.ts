const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const clauseEnd = /(?:[,;:)\]”»—–]|[，、；：）])$/u;

/** Words between white space; each character counts in scripts that write without spaces. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** Largest index below `count` for which `holds`, taking it to hold up to some index; -1 if none. */
function lastHolding(count: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Ends of the code points of `text`. */
function characterEnds(text: string): number[] {
  let end = 0;
  return Array.from(text, (character) => {
    end += character.length;
    return end;
  });
}

/**
 * Length of the longest beginning of `text` that `accepts`, cut after a clause when that keeps at
 * least a third, otherwise after a word, within a word only when the word alone is too long.
 * Never 0: a character that is not accepted alone is returned all the same.
 */
export function longestBeginning(text: string, accepts: (beginning: string) => boolean): number {
  const words = [...text.matchAll(word)].map((match) => match.index + match[0].length);
  const last = lastHolding(words.length, (index) => accepts(text.slice(0, words[index])));
  if (last === -1) {
    const ends = characterEnds(text.slice(0, words[0]));
    const cut = lastHolding(ends.length, (index) => accepts(text.slice(0, ends[index])));
    return ends[Math.max(cut, 0)] ?? text.length;
  }
  if (last === words.length - 1) return text.length;
  for (let index = last; index > last / 3; index -= 1) {
    const end = words[index] ?? text.length;
    if (clauseEnd.test(text.slice(0, end)) && /^\s|^$/.test(text.slice(end, end + 1))) return end;
  }
  return words[last] ?? text.length;
}
