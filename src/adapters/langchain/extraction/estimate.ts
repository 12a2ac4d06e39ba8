import type { Article } from '../../../domain/article.js';
import { partsOf } from './parts.js';

/** Per million tokens, in whatever currency the admin reckons. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

export interface Estimate {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where no prices are known. */
  readonly cost: number | null;
}

/** English has some four bytes a token, other languages fewer. */
const bytesPerToken = 3;
/** A claim takes about as many tokens as its sentence twice; most sentences bear none. */
const outputShare = 0.5;
const leastOutput = 40;

/** `overhead`: characters of the prompt without the article. */
export function estimateOf(
  articles: readonly Article[],
  { overhead, prices }: { readonly overhead: number; readonly prices: Prices | null },
): Estimate {
  const parts = articles.flatMap((article) => partsOf(article.text));
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  const requests = parts.length;
  const inputTokens = Math.ceil((bytes + requests * overhead) / bytesPerToken);
  const outputTokens = Math.ceil((bytes / bytesPerToken) * outputShare) + requests * leastOutput;
  const cost = prices
    ? (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000
    : null;
  return { requests, inputTokens, outputTokens, cost };
}
