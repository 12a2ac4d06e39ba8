/** Settings of pgvector's HNSW index; see its documentation on index and query options. */
export interface PgvectorParameters {
  /** Links of a row: 5 to 48. More: better recall, larger index. */
  readonly M: number;
  /** Candidates weighed while building: 100 to 500, at least 2 M. */
  readonly efConstruction: number;
  /** Candidates weighed while searching, 40 to 1000. More: better recall, slower search. */
  readonly ef: number;
  /** Sets of up to so many rows have no index and are searched exactly. */
  readonly exactUpTo: number;
}

export const defaults: PgvectorParameters = {
  M: 16,
  efConstruction: 200,
  ef: 320,
  exactUpTo: 2000,
};

/** pgvector weighs no more candidates than this; whoever wants more of them compares every row. */
export const most = 1000;
