import { createHash } from 'node:crypto';
import { AccordError } from '../../domain/errors.js';
import type { Embedder } from '../../ports/embedder.js';
import { withAttempts } from './attempts.js';
import { batchesOf, mostTokens } from './batches.js';
import type { ModelConnection } from './connection.js';
import { direction, mean } from './directions.js';
import type { Asked } from './failures.js';
import { partsThatFit } from './parts.js';

export interface EmbedderSettings extends ModelConnection {
  /** Such as "text-embedding-3-small". */
  readonly model: string;
  /**
   * Numbers in a vector. OpenAI's text-embedding-3 models are asked for so many; of others it is
   * what they give. Null for what OpenAI's models give by themselves.
   */
  readonly dimensions: number | null;
  /** @default "ACCORD_MODEL" */
  readonly connectionVariables?: Asked['connectionVariables'];
  /** Tokens that the model reads at once. @default 8191 */
  readonly maxTokens?: number | undefined;
  /** Patience with a batch of passages, for which nobody waits. @default 10 minutes, 8 retries */
  readonly patient?: Pick<ModelConnection, 'timeoutMs' | 'silenceMs' | 'retries'>;
}

const native: Readonly<Record<string, number>> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
  'text-embedding-ada-002': 1536,
};

function dimensionsOf({ model, dimensions }: EmbedderSettings): number {
  const known = dimensions ?? native[model];
  if (known !== undefined) return known;
  throw new AccordError(
    'bad-config',
    `Nobody knows how many dimensions the vectors of ${model} have. Set ACCORD_EMBEDDING_DIMENSIONS.`,
    { facts: { variable: 'ACCORD_EMBEDDING_DIMENSIONS', model } },
  );
}

/**
 * Vectors by the API of OpenAI or of a server like it. Creating it asks nothing; throws `bad-config`
 * where the dimensions are not known. Besides what the port says, rejects with `model-unavailable`,
 * `model-busy`, `model-slow`, or `embedder-mismatch` for vectors of other dimensions. Tokens are
 * counted as bytes, which is never too low.
 */
export function createOpenAiEmbedder(settings: EmbedderSettings): Embedder {
  const { model, maxTokens = 8191, patient = {} } = settings;
  const dimensions = dimensionsOf(settings);
  const id = `openai/${model}@${dimensions}`;
  const asksFor = /^text-embedding-3-/.test(model) ? dimensions : null;
  const asked: Asked = { ...settings, modelVariable: 'ACCORD_EMBEDDING_MODEL' };
  const patiently: Asked = {
    ...asked,
    timeoutMs: patient.timeoutMs ?? 600_000,
    silenceMs: patient.silenceMs ?? 60_000,
    retries: patient.retries ?? 8,
  };
  const closing = new AbortController();
  const fits = (part: string) => mostTokens(part) <= maxTokens;

  async function vectorsOf(texts: readonly string[], who: Asked, signal: AbortSignal) {
    // Its libraries take a second to load, and most commands embed nothing.
    const { requestVectors } = await import('./checked-embeddings.js');
    const vectors: Float32Array[] = [];
    for (const batch of batchesOf(texts)) {
      const found = await withAttempts(who, signal, (attempt) =>
        // Empty texts are refused.
        requestVectors(
          who,
          asksFor,
          batch.map((text) => text || ' '),
          attempt.signal,
        ),
      );
      vectors.push(...found.map((vector) => direction(vector, { id, dimensions })));
    }
    return vectors;
  }

  /** Texts in parts that fit, and their vectors joined again. */
  async function embed(texts: readonly string[], who: Asked, signal: AbortSignal) {
    const parts = texts.map((text) => partsThatFit(text, fits));
    const found = await vectorsOf(parts.flat(), who, signal);
    let taken = 0;
    return parts.map(({ length }) => {
      taken += length;
      const own = found.slice(taken - length, taken);
      const [only] = own;
      return length === 1 && only ? only : direction(mean(own), { id, dimensions });
    });
  }

  return {
    id,
    dimensions,
    checksum: createHash('sha256').update(id).digest('hex'),
    maxTokens,
    countTokens: mostTokens,
    async embedPassages(texts, { signal, onProgress, urgent = false } = {}) {
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      stop.throwIfAborted();
      const vectors: Float32Array[] = [];
      for (const batch of batchesOf(texts)) {
        vectors.push(...(await embed(batch, urgent ? asked : patiently, stop)));
        onProgress?.(vectors.length);
        stop.throwIfAborted();
      }
      return vectors;
    },
    async embedQuestion(text) {
      const [vector] = await embed([text], asked, closing.signal);
      return vector ?? new Float32Array(dimensions);
    },
    async close() {
      closing.abort(new AccordError('cancelled', 'The embedder is closed; create another.'));
    },
  };
}
