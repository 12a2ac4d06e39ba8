import type { Spending } from '../../../domain/model-reading.js';

/** Per million tokens, in whatever currency the admin reckons. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

/** English has some four bytes a token, other languages fewer. */
const bytesPerToken = 3;
/** A claim takes about as many tokens as its sentence twice; most sentences bear none. */
const outputShare = 0.5;
const leastOutput = 40;

/** What requests took, with its price; null where no prices are known. */
export function priced(taken: Omit<Spending, 'cost'>, prices: Prices | null): Spending {
  const { inputTokens, outputTokens } = taken;
  const cost = prices
    ? (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000
    : null;
  return { ...taken, cost };
}

/** What a request for each part will take. `overhead`: bytes of the prompt without the part. */
export function estimateOf(
  parts: readonly string[],
  { overhead, prices }: { readonly overhead: number; readonly prices: Prices | null },
): Spending {
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  const requests = parts.length;
  const inputTokens = Math.ceil((bytes + requests * overhead) / bytesPerToken);
  const outputTokens = Math.ceil((bytes / bytesPerToken) * outputShare) + requests * leastOutput;
  return priced({ requests, inputTokens, outputTokens }, prices);
}
