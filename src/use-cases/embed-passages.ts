import { embeddedText, type Passage } from '../domain/passage.js';
import type { EmbedderIdentity, VectorMatrix } from '../domain/snapshot.js';
import type { Embedder } from '../ports/embedder.js';

/** Vectors that an earlier snapshot computed, by passage hash. */
export interface KnownVectors {
  readonly passages: readonly Passage[];
  readonly vectors: VectorMatrix;
}

export function sameEmbedder(a: EmbedderIdentity, b: EmbedderIdentity): boolean {
  return a.id === b.id && a.checksum === b.checksum && a.dimensions === b.dimensions;
}

/**
 * One row a passage. Passages whose hash is known take over their vector; only the others are
 * embedded, each text once.
 */
export async function embedPassages(
  passages: readonly Passage[],
  embedder: Embedder,
  known: KnownVectors | null,
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<{ readonly vectors: VectorMatrix; readonly embedded: number }> {
  const { dimensions } = embedder;
  const rows = new Map<string, Float32Array>();
  for (const passage of known?.passages ?? []) {
    const start = passage.index * dimensions;
    const row = known?.vectors.values.subarray(start, start + dimensions);
    if (row?.length === dimensions) rows.set(passage.hash, row);
  }
  const fresh = [
    ...new Map(
      passages.filter((one) => !rows.has(one.hash)).map((one) => [one.hash, one]),
    ).values(),
  ];
  options.onProgress?.(0, fresh.length);
  const made = await embedder.embedPassages(fresh.map(embeddedText), {
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (done) => options.onProgress?.(done, fresh.length),
  });
  for (const [index, passage] of fresh.entries()) {
    const vector = made[index];
    if (vector) rows.set(passage.hash, vector);
  }
  const values = new Float32Array(passages.length * dimensions);
  for (const passage of passages) {
    const row = rows.get(passage.hash);
    if (row) values.set(row, passage.index * dimensions);
  }
  return { vectors: { dimensions, count: passages.length, values }, embedded: fresh.length };
}
