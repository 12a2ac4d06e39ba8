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

/** Gathers documents row by row. */
export function createPostingsBuilder() {
  const terms = new Map<string, number>();
  const rows: number[][] = [];
  const times: number[][] = [];
  const ids: number[] = [];
  const lengths: number[] = [];
  const articles: number[] = [];
  return {
    /** Articles in rising order. */
    add(id: number, article: number, words: readonly string[]): void {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) {
        let term = terms.get(word);
        if (term === undefined) {
          term = terms.size;
          terms.set(word, term);
          rows.push([]);
          times.push([]);
        }
        rows[term]?.push(ids.length);
        times[term]?.push(Math.min(255, count));
      }
      ids.push(id);
      lengths.push(words.length);
      articles.push(article);
    },
    finish(): Postings {
      const starts = new Uint32Array(terms.size + 1);
      for (const [term, held] of rows.entries()) {
        starts[term + 1] = (starts[term] ?? 0) + held.length;
      }
      const total = starts[terms.size] ?? 0;
      const flat = { rows: new Uint32Array(total), times: new Uint8Array(total) };
      for (const [term, held] of rows.entries()) {
        flat.rows.set(held, starts[term] ?? 0);
        flat.times.set(times[term] ?? [], starts[term] ?? 0);
      }
      return {
        terms,
        starts,
        ...flat,
        ids: Uint32Array.from(ids),
        lengths: Uint32Array.from(lengths),
        articles: Uint32Array.from(articles),
      };
    },
  };
}
