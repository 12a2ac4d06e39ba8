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

/** Characters looked at for one piece: far more than any embedder takes. */
const sight = 8000;

/**
 * Length of the longest beginning of `text` that `accepts`, cut after a clause when that keeps at
 * least a third, otherwise after a word, within a word only when the word alone is too long.
 * Never 0: a character that is not accepted alone is returned all the same. Reads at most `sight`
 * characters, so that a text without sentences costs no more than its length.
 */
export function longestBeginning(text: string, accepts: (beginning: string) => boolean): number {
  const seen = text.slice(0, sight);
  const words = [...seen.matchAll(word)].map((match) => match.index + match[0].length);
  if (seen.length < text.length && words.length > 1) words.pop();
  const last = lastHolding(words.length, (index) => accepts(seen.slice(0, words[index])));
  if (last === -1) {
    const ends = characterEnds(seen.slice(0, words[0]));
    const cut = lastHolding(ends.length, (index) => accepts(seen.slice(0, ends[index])));
    return ends[Math.max(cut, 0)] ?? seen.length;
  }
  if (last === words.length - 1 && seen.length === text.length) return text.length;
  for (let index = last; index > last / 3; index -= 1) {
    const end = words[index] ?? seen.length;
    if (clauseEnd.test(seen.slice(Math.max(end - 2, 0), end)) && /\s/.test(text[end] ?? ' '))
      return end;
  }
  return words[last] ?? seen.length;
}
