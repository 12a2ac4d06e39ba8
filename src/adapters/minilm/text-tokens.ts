import { setImmediate } from 'node:timers/promises';
import { Tokenizer } from '@huggingface/tokenizers';
import { type ModelFile, windowTokens } from './model.js';
import { readModelFile } from './model-file.js';

export interface TextTokens {
  /** Tokens of a text with the two special ones around it; 2 µs a token. */
  count(text: string): number;
  /**
   * A text as windows of at most 256 tokens, `[CLS]` and `[SEP]` included; one unless it is long.
   * Lets the event loop run between pieces of long texts.
   */
  windows(text: string): Promise<readonly Int32Array[]>;
}

const specialTokens = 2;
const pieceCharacters = 4000;

/** Reads and verifies the tokenizer (70 ms). Throws `model-missing` or `model-damaged`. */
export function loadTextTokens(file: ModelFile): TextTokens {
  const definition = JSON.parse(readModelFile(file).toString('utf8'));
  // The file asks to cut at 128 tokens and to fill up to them; the model reads 256.
  const tokenizer = new Tokenizer({ ...definition, truncation: null, padding: null }, {});
  const vocabulary = tokenizer.get_vocab();
  const continues = new Set<number>();
  for (const [token, id] of vocabulary) if (token.startsWith('##')) continues.add(id);
  const [start, end] = [
    tokenizer.token_to_id('[CLS]') ?? 101,
    tokenizer.token_to_id('[SEP]') ?? 102,
  ];
  const read = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;

  return {
    count(text) {
      let count = specialTokens;
      for (const piece of pieces(text)) count += read(piece).length;
      return count;
    },
    async windows(text) {
      const tokens: number[] = [];
      for (const piece of pieces(text)) {
        if (tokens.length > 0) await setImmediate();
        for (const token of read(piece)) tokens.push(token);
      }
      return cut(tokens, (token) => continues.has(token)).map((part) =>
        Int32Array.of(start, ...part, end),
      );
    },
  };
}

/**
 * Cuts a text before spaces into pieces that read the same apart as together. Only white space
 * that the tokenizer takes for such counts: it removes some that JavaScript's `\s` includes.
 */
function* pieces(text: string): Generator<string> {
  const space = /[ \t\r\n]/g;
  let from = 0;
  while (text.length - from > pieceCharacters) {
    space.lastIndex = from + pieceCharacters;
    const found = space.exec(text);
    if (!found) break;
    yield text.slice(from, found.index);
    from = found.index;
  }
  yield text.slice(from);
}

/**
 * Parts of about equal length that fit a window, none starting inside a word unless one word alone
 * overflows it. Equal lengths keep a short rest from weighing as much as a whole window.
 */
function cut(
  tokens: readonly number[],
  continuesWord: (token: number) => boolean,
): readonly (readonly number[])[] {
  const most = windowTokens - specialTokens;
  const parts: (readonly number[])[] = [];
  let from = 0;
  while (tokens.length - from > most) {
    const rest = tokens.length - from;
    const even = from + Math.ceil(rest / Math.ceil(rest / most));
    let to = even;
    while (to > from && continuesWord(tokens[to] ?? 0)) to -= 1;
    if (to === from) to = even;
    parts.push(tokens.slice(from, to));
    from = to;
  }
  return [...parts, tokens.slice(from)];
}
