import { availableParallelism } from 'node:os';
import { AccordError } from '../../domain/errors.js';
import type { Embedder } from '../../ports/embedder.js';
import { runInLanes } from './lanes.js';
import {
  type ModelFiles,
  modelChecksum,
  modelName,
  type Precision,
  shape,
  shippedFiles,
  windowTokens,
} from './model.js';
import { loadTextTokens, type TextTokens } from './text-tokens.js';
import { createWorkerPool } from './worker-pool.js';

export interface MiniLmOptions {
  /** Where the built graph is kept: 35 MB in int8, 66 MB in fp32. */
  readonly cacheFolder: string;
  /** @default 'int8' */
  readonly precision?: Precision | undefined;
  /**
   * Workers that embed at once, each with its own copy of the model (about 100 MB).
   * @default 2, or 1 on a single core
   */
  readonly threads?: number | undefined;
  /** Told what an admin should know, such as that the cache folder cannot be written. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  /** Other places of the model's files. @default those of the installed package */
  readonly files?: ModelFiles | undefined;
}

/** Requests in flight a worker: one being computed, one ready to follow it. */
const depth = 2;

/**
 * all-MiniLM-L6-v2 on this machine's processor, without a network. Costs nothing until first used.
 */
export function createMiniLmEmbedder({
  cacheFolder,
  precision = 'int8',
  threads = Math.min(2, availableParallelism()),
  onNotice = () => {},
  files = shippedFiles,
}: MiniLmOptions): Embedder {
  const pool = createWorkerPool({ files, precision, cacheFolder }, threads, onNotice);
  let loaded: TextTokens | undefined;
  let closed = false;

  function tokens(): TextTokens {
    loaded ??= loadTextTokens(files.tokenizer);
    return loaded;
  }

  async function embed(text: string, urgent: boolean): Promise<Float32Array> {
    const windows = await tokens().windows(text);
    if (closed) throw new AccordError('cancelled', 'The embedder is closed; create another.');
    return meanDirection(await Promise.all(windows.map((window) => pool.embed(window, urgent))));
  }

  return {
    id: modelName(precision),
    dimensions: shape.dimensions,
    checksum: modelChecksum(files, precision),
    maxTokens: windowTokens,
    countTokens: (text) => tokens().count(text),
    async embedPassages(texts, { signal, onProgress, urgent = false } = {}) {
      const vectors: Float32Array[] = Array.from(texts, () => new Float32Array());
      let done = 0;
      await runInLanes(
        texts.length,
        threads * depth,
        async (index) => {
          vectors[index] = await embed(texts[index] ?? '', urgent);
          if (signal?.aborted) return;
          done += 1;
          onProgress?.(done);
        },
        signal,
      );
      return vectors;
    },
    embedQuestion: (text) => embed(text, true),
    async close() {
      closed = true;
      await pool.stop();
    },
  };
}

/** The mean of unit vectors, of unit length itself. */
function meanDirection(vectors: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(shape.dimensions), ...others] = vectors;
  if (others.length === 0) return first;
  const sum = first.map((value, at) =>
    others.reduce((total, vector) => total + (vector[at] ?? 0), value),
  );
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
