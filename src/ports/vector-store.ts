import type { VectorMatrix } from '../domain/snapshot.js';

export interface VectorHit {
  /** Row of the matrix. */
  readonly index: number;
  /** Cosine similarity, -1 to 1. */
  readonly score: number;
}

/** An opened index; searching never changes it. */
export interface VectorIndex {
  readonly size: number;
  /** The `k` nearest rows, best first; fewer when the index is smaller. */
  search(vector: Float32Array, k: number): Promise<readonly VectorHit[]>;
  /** Exact cosines of given rows, in their order: those that other signals found are weighed too. */
  similarities(vector: Float32Array, rows: readonly number[]): readonly number[];
  /** Frees native memory. Searching afterwards throws. */
  close(): Promise<void>;
}

/** What this store built before with the same parameters, to build upon. */
export interface EarlierVectors {
  /** Folder with its files, verified by checksum. */
  readonly folder: string;
  /** How many rows it has. */
  readonly count: number;
  /** For each row its equal in the earlier matrix, -1 where there is none; none occurs twice. */
  readonly rows: Int32Array;
}

export interface VectorStore {
  /** Kept in the manifest with `parameters`: an index is only opened by the store that built it. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Builds index files inside `folder` off the event loop, checks them, and names them. */
  build(
    folder: string,
    vectors: VectorMatrix,
    options?: { readonly signal?: AbortSignal; readonly earlier?: EarlierVectors },
  ): Promise<readonly string[]>;
  /** Opens what `build` wrote. Call it only on files whose checksums were verified. */
  open(folder: string, vectors: VectorMatrix): Promise<VectorIndex>;
}
