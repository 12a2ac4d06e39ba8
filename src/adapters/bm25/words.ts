/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const runs = new RegExp(`${unspaced.source}(?:${unspaced.source}|\\p{M})*|[^]`, 'gu');

/**
 * In this order: U.S. and e.g. · 1,191 and 1.5 · G-20 and COP-26 · any run of letters and digits;
 * each with a possessive or contraction behind it.
 */
const word =
  /(?:\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{N}])|\p{L}{1,4}-\p{N}+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+)(?:['’](?:s|t|d|m|re|ve|ll)(?![\p{L}\p{N}]))?/giu;

const thousands = /,(?=\p{N}{3}(?!\p{N}))/gu;
const contraction = /(?:n['’]t|['’].*)$/i;

/** `国家元首` → 国, 国家, 家, 家元, 元, 元首, 首: searchable by a character, better by a pair. */
function pairs(run: string): readonly string[] {
  const characters = [...run];
  return characters.flatMap((character, at) => {
    const next = characters[at + 1];
    return next === undefined ? [character] : [character, character + next];
  });
}

function split(token: string): readonly string[] {
  if (!unspaced.test(token)) return [token];
  const parts: string[] = [];
  let rest = '';
  for (const [piece] of token.matchAll(runs)) {
    if (unspaced.test(piece)) {
      if (rest !== '') parts.push(rest);
      rest = '';
      parts.push(...pairs(piece));
    } else rest += piece;
  }
  return rest === '' ? parts : [...parts, rest];
}

/**
 * Words of a text in reading order, as written: `The U.S. and G-20's 1,191 supporters` → The, US,
 * and, G20, 1191, supporters.
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [match] of text.matchAll(word)) {
    const bare = match.replace(contraction, '');
    if (/\p{N}/u.test(bare)) words.push(...split(bare.replace(thousands, '').replace('-', '')));
    else words.push(...split(bare.replaceAll('.', '')));
  }
  return words;
}

/** Hyphenated words in one, for texts that write them so: `multi-stakeholder` → multistakeholder. */
export function compoundsOf(text: string): readonly string[] {
  return [...text.matchAll(/\p{L}+(?:-\p{L}+)+/gu)].map(([match]) => match.replaceAll('-', ''));
}

/** Letters and digits of a word apart, for texts that space them: `COP26`, `COP-26` → COP, 26. */
export function piecesOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => /\p{L}/u.test(word) && /\p{N}/u.test(word) && /^[\p{L}\p{N}]+$/u.test(word))
    .flatMap((word) => word.match(/\p{L}+|\p{N}+/gu) ?? []);
}
