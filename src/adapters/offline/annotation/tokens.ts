/** A word, number or mark of a sentence. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  /** Offsets into the sentence, end excluded. */
  readonly start: number;
  readonly end: number;
}

const pattern =
  /\p{L}+n[’']t\b|(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?|[\p{L}\p{M}\p{N}]+(?:[-‑][\p{L}\p{M}\p{N}]+)*|[’'](?:s|re|ve|ll|d)\b|--|[^\s]/giu;
const quotes = /^["“”„«»‘’'`*_]$/u;
const stems: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/**
 * Words and marks in order, quotation marks left out. "didn't" gives "did" and "not", "Peru's"
 * gives "Peru" and "'s".
 */
export function tokensOf(sentence: string): readonly Token[] {
  const tokens: Token[] = [];
  const push = (text: string, lower: string, start: number) => {
    tokens.push({ text, lower, start, end: start + text.length });
  };
  for (const match of sentence.matchAll(pattern)) {
    const [text] = match;
    if (quotes.test(text)) continue;
    const lower = text.toLowerCase().replace('’', "'").replace('‑', '-');
    if (/n't$/.test(lower)) {
      const stem = lower.slice(0, -3);
      push(text.slice(0, -3), stems[stem] ?? stem, match.index);
      push(text.slice(-3), 'not', match.index + text.length - 3);
    } else push(text, lower, match.index);
  }
  return tokens.filter((token, place) => token.text !== '.' || place === tokens.length - 1);
}
