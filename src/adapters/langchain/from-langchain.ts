import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { AccordError } from '../../domain/errors.js';
import type { Embedder } from '../../ports/embedder.js';
import { direction, mean } from './directions.js';
import { partsThatFit } from './parts.js';
import { untilAborted } from './until-aborted.js';

/** What LangChain does not tell about an embedding model. */
export interface EmbeddingFacts {
  /** Model and everything else that shapes its vectors, such as "openai-text-embedding-3-small". */
  readonly id: string;
  readonly dimensions: number;
  /** Tokens that the model reads at once. */
  readonly maxTokens: number;
  /** Names the weights where they are known. @default the id */
  readonly checksum?: string;
  /** Never too low. @default one a byte of UTF-8, which is what no common tokenizer exceeds */
  readonly countTokens?: (text: string) => number;
  /** Texts a call; abortion and progress are as fine as that. @default 64 */
  readonly batchSize?: number;
}

/**
 * Any LangChain embeddings as an embedder. Vectors are brought to unit length; texts of more than
 * `maxTokens` go as parts whose vectors are averaged. Retries are LangChain's. Rejects with
 * `embedder-mismatch` for vectors of other dimensions than the facts say, `model-damaged` for
 * missing ones or such without a direction.
 */
export function fromLangChain(embeddings: EmbeddingsInterface, facts: EmbeddingFacts): Embedder {
  const { id, dimensions, maxTokens, checksum = id, batchSize = 64 } = facts;
  const countTokens = facts.countTokens ?? mostTokens;
  const closing = new AbortController();

  const fits = (part: string) => countTokens(part) <= maxTokens;

  /** One vector a text out of one vector a part. */
  function joined(parts: readonly (readonly number[] | undefined)[]): Float32Array {
    return direction(mean(parts.map((part) => direction(part, facts))), facts);
  }

  async function embedBatch(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const parts = texts.map((text) => partsThatFit(text, fits));
    const found = await embeddings.embedDocuments(parts.flat());
    let taken = 0;
    return parts.map(({ length }) => {
      taken += length;
      return joined(Array.from({ length }, (_, at) => found[taken - length + at]));
    });
  }

  return {
    id,
    dimensions,
    checksum,
    maxTokens,
    countTokens,
    async embedPassages(texts, { signal, onProgress } = {}) {
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batchSize) {
        const batch = texts.slice(from, from + batchSize);
        vectors.push(...(await untilAborted(stop, () => embedBatch(batch))));
        onProgress?.(vectors.length);
      }
      stop.throwIfAborted();
      return vectors;
    },
    async embedQuestion(text) {
      const parts = partsThatFit(text, fits);
      const ask = () => Promise.all(parts.map((part) => embeddings.embedQuery(part)));
      return joined(await untilAborted(closing.signal, ask));
    },
    async close() {
      closing.abort(new AccordError('cancelled', 'The embedder is closed; create another.'));
    },
  };
}

const utf8 = new TextEncoder();

function mostTokens(text: string): number {
  return utf8.encode(text).length + 2;
}
