/** Settings of an HNSW graph; see the hnswlib documentation on algorithm parameters. */
export interface HnswParameters {
  /** Links of a row: 5 to 48. More: better recall, larger file. */
  readonly M: number;
  /** Candidates weighed while building: 100 to 500. More: better graph, slower build. */
  readonly efConstruction: number;
  /** Candidates weighed while searching, at least 128. More: better recall, slower search. */
  readonly ef: number;
}

export const defaults: HnswParameters = { M: 16, efConstruction: 200, ef: 320 };

/** Inner product: one minus the cosine, for unit vectors. */
export const space = 'ip';
