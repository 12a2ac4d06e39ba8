import type { EmbedderIdentity } from '../domain/snapshot.js';

/** Vectors of one embedder. */
export interface OpenedCache {
  /** The vector of a passage by its hash; null when there is none. */
  find(hash: string): Float32Array | null;
  /** Adds what was just made. Never rejects: a cache that cannot be written costs time, no more. */
  keep(made: readonly (readonly [hash: string, vector: Float32Array])[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps vectors while an ingest runs, so that one that is killed near its end does not begin
 * again. For the one writer of a snapshot store at a time.
 */
export interface VectorCache {
  /** With what is left of ingests that did not end; with nothing where that cannot be read. */
  open(embedder: EmbedderIdentity): Promise<OpenedCache>;
  /** Forgets everything: a snapshot holds it now. Never rejects. */
  clear(): Promise<void>;
}
