const utf8 = new TextEncoder();

/** Tokens at most: one a byte of UTF-8 is what no common tokenizer exceeds. */
export function mostTokens(text: string): number {
  return utf8.encode(text).length + 2;
}

/** OpenAI takes 2048 texts and 300,000 tokens a request; small ones tell progress and lose little. */
const mostTexts = 256;
const mostTokensABatch = 200_000;

/** Consecutive texts that fit into one request each. */
export function batchesOf(texts: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const more = mostTokens(text);
    const last = batches.at(-1);
    if (last && last.length < mostTexts && tokens + more <= mostTokensABatch) {
      last.push(text);
      tokens += more;
    } else {
      batches.push([text]);
      tokens = more;
    }
  }
  return batches;
}
