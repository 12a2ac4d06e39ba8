import type { Passage } from '../domain/passage.js';
import type { EmbedderIdentity, VectorMatrix } from '../domain/snapshot.js';
import type { Embedder } from '../ports/embedder.js';
import { type EmbedOptions, embedFresh } from './ingest/embed-fresh.js';

/** Vectors that an earlier snapshot computed, by passage hash. */
export interface KnownVectors {
  readonly passages: readonly Passage[];
  readonly vectors: VectorMatrix;
}

export function sameEmbedder(a: EmbedderIdentity, b: EmbedderIdentity): boolean {
  return a.id === b.id && a.checksum === b.checksum && a.dimensions === b.dimensions;
}

/** For each passage a known row with its hash, -1 where there is none; no row is given twice. */
function rowsIn(known: KnownVectors | null, passages: readonly Passage[]): Int32Array {
  const free = new Map<string, number[]>();
  for (const { hash, index } of known?.passages.toReversed() ?? []) {
    const rows = free.get(hash);
    if (rows) rows.push(index);
    else free.set(hash, [index]);
  }
  return Int32Array.from(passages, ({ hash }) => free.get(hash)?.pop() ?? -1);
}

/**
 * One row a passage. Passages whose hash is known take over their vector; only the others are
 * embedded, each text once, unless an ingest that did not end has done so. `rows` gives the known row of each, as `EarlierVectors` wants them.
 */
export async function embedPassages(
  passages: readonly Passage[],
  embedder: Embedder,
  known: KnownVectors | null,
  options: EmbedOptions,
): Promise<{
  readonly vectors: VectorMatrix;
  readonly embedded: number;
  readonly rows: Int32Array;
}> {
  const { dimensions } = embedder;
  const vectors = new Map<string, Float32Array>();
  for (const passage of known?.passages ?? []) {
    const start = passage.index * dimensions;
    const row = known?.vectors.values.subarray(start, start + dimensions);
    if (row?.length === dimensions) vectors.set(passage.hash, row);
  }
  const fresh = [
    ...new Map(
      passages.filter((one) => !vectors.has(one.hash)).map((one) => [one.hash, one]),
    ).values(),
  ];
  const made = await embedFresh(fresh, embedder, options);
  for (const [hash, vector] of made.vectors) vectors.set(hash, vector);
  const values = new Float32Array(passages.length * dimensions);
  for (const passage of passages) {
    const row = vectors.get(passage.hash);
    if (row) values.set(row, passage.index * dimensions);
  }
  return {
    vectors: { dimensions, count: passages.length, values },
    embedded: made.embedded,
    rows: rowsIn(known, passages),
  };
}
