/**
 * Which documents hold which terms, in flat arrays: five bytes a posting. Documents stand in rows,
 * those of one article side by side.
 */
export interface Postings {
  /** Number of each term, counted from 0. */
  readonly terms: ReadonlyMap<string, number>;
  /** Where the postings of a term begin; one more entry marks the end of the last. */
  readonly starts: Uint32Array;
  /** Rows that hold the term, rising. */
  readonly rows: Uint32Array;
  /** How often, up to 255. */
  readonly times: Uint8Array;
  /** `index` of the document in each row. */
  readonly ids: Uint32Array;
  /** Terms in each row. */
  readonly lengths: Uint32Array;
  /** Number of the article of each row, rising. */
  readonly articles: Uint32Array;
}
