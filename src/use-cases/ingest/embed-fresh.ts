import { embeddedText, type Passage } from '../../domain/passage.js';
import type { Embedder } from '../../ports/embedder.js';
import type { VectorCache } from '../../ports/vector-cache.js';

/** Passages embedded before their vectors are kept: what a crash can cost at most. */
const portion = { share: 0.005, least: 16, most: 256 };

export interface EmbedOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Where vectors are kept until a snapshot has them. @default nowhere */
  readonly cache?: VectorCache | undefined;
}

/**
 * Vectors of passages by hash, each of which occurs once. Those that an ingest made which did not
 * end are taken over. `embedded` counts the others.
 */
export async function embedFresh(
  passages: readonly Passage[],
  embedder: Embedder,
  { signal, onProgress, cache }: EmbedOptions,
): Promise<{ readonly vectors: ReadonlyMap<string, Float32Array>; readonly embedded: number }> {
  const vectors = new Map<string, Float32Array>();
  const { id, checksum, dimensions } = embedder;
  const kept = passages.length === 0 ? null : await cache?.open({ id, checksum, dimensions });
  try {
    for (const { hash } of passages) {
      const vector = kept?.find(hash);
      if (vector) vectors.set(hash, vector);
    }
    const rest = passages.filter(({ hash }) => !vectors.has(hash));
    const total = rest.length;
    onProgress?.(0, total);
    const share = Math.ceil(total * portion.share);
    const size = kept ? Math.min(portion.most, Math.max(portion.least, share)) : total;
    for (let done = 0; done < total; done += size) {
      const some = rest.slice(done, done + size);
      const made = await embedder.embedPassages(some.map(embeddedText), {
        ...(signal ? { signal } : {}),
        onProgress: (more) => onProgress?.(done + more, total),
      });
      const pairs = some.flatMap(({ hash }, at) => {
        const vector = made[at];
        return vector ? [[hash, vector] as const] : [];
      });
      for (const [hash, vector] of pairs) vectors.set(hash, vector);
      await kept?.keep(pairs);
    }
    return { vectors, embedded: total };
  } finally {
    await kept?.close();
  }
}
