import { Tokenizer } from '@huggingface/tokenizers';

/** A question and a text as one row of tokens, special ones included. */
export interface Pair {
  readonly tokens: readonly number[];
  /** 0 for the question, 1 for the text. */
  readonly types: readonly number[];
}

/** Cut to a share of its length, after a word where there is one. */
function shortened(text: string, share: number): string {
  const cut = text.slice(0, Math.floor(text.length * share));
  const space = cut.lastIndexOf(' ');
  return cut.slice(0, space > cut.length / 2 ? space : cut.length);
}

/**
 * Reads pairs of at most `maxTokens`. A question is cut to half of them, a text to what is left,
 * each at its end. `definition` is the content of a tokenizer.json; throws when it is none.
 */
export function createPairReader(definition: string, maxTokens: number) {
  const tokenizer = new Tokenizer(
    { ...JSON.parse(definition), truncation: null, padding: null },
    {},
  );
  // An empty text would be taken for none.
  const encode = (question: string, text: string) =>
    tokenizer.encode(question, { text_pair: text || ' ', return_token_type_ids: true });
  const fitted = (text: string, most: number, count: (text: string) => number): string => {
    let kept = text;
    for (let tokens = count(kept); tokens > most && kept !== ''; tokens = count(kept)) {
      kept = shortened(kept, Math.min(0.95, most / tokens));
    }
    return kept;
  };
  return (question: string, text: string): Pair => {
    const asked = fitted(question, maxTokens / 2, (kept) => encode(kept, '').ids.length);
    const read = fitted(text, maxTokens, (kept) => encode(asked, kept).ids.length);
    const { ids, token_type_ids: types } = encode(asked, read);
    return { tokens: ids, types: types ?? ids.map(() => 0) };
  };
}
