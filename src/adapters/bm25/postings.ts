import type { Postings } from '../../domain/postings.js';

/** The postings of one row: its terms, and how often it holds each. */
interface Row {
  readonly terms: Uint32Array;
  readonly times: Uint8Array;
}

/** Turns postings round: what each row holds. Costs one pass. */
function rowsOf({ starts, rows, times, ids }: Postings): (row: number) => Row {
  const ends = new Uint32Array(ids.length);
  for (const row of rows) ends[row] = (ends[row] ?? 0) + 1;
  for (let row = 1; row < ids.length; row += 1) ends[row] = (ends[row] ?? 0) + (ends[row - 1] ?? 0);
  const next = new Uint32Array(ids.length);
  for (let row = 1; row < ids.length; row += 1) next[row] = ends[row - 1] ?? 0;
  const begins = next.slice();
  const flat = { terms: new Uint32Array(rows.length), times: new Uint8Array(rows.length) };
  for (let term = 0; term + 1 < starts.length; term += 1) {
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const row = rows[at] ?? 0;
      const place = next[row] ?? 0;
      next[row] = place + 1;
      flat.terms[place] = term;
      flat.times[place] = times[at] ?? 0;
    }
  }
  return (row) => ({
    terms: flat.terms.subarray(begins[row], ends[row]),
    times: flat.times.subarray(begins[row], ends[row]),
  });
}

/** Gathers documents row by row. */
export function createPostingsBuilder() {
  const terms = new Map<string, number>();
  const rows: number[][] = [];
  const times: number[][] = [];
  const ids: number[] = [];
  const lengths: number[] = [];
  const articles: number[] = [];
  const numberOf = (word: string): number => {
    const known = terms.get(word);
    if (known !== undefined) return known;
    const number = terms.size;
    terms.set(word, number);
    rows.push([]);
    times.push([]);
    return number;
  };
  const hold = (term: number, count: number): void => {
    rows[term]?.push(ids.length);
    times[term]?.push(Math.min(255, count));
  };
  const close = (id: number, article: number, length: number): void => {
    ids.push(id);
    lengths.push(length);
    articles.push(article);
  };
  return {
    /** Adds documents of other postings by their row there. Costs one pass over those once. */
    from(other: Postings): (id: number, article: number, row: number) => void {
      const words = [...other.terms.keys()];
      const numbers = new Int32Array(words.length).fill(-1);
      const heldBy = rowsOf(other);
      return (id, article, row) => {
        const held = heldBy(row);
        for (const [at, term] of held.terms.entries()) {
          if (numbers[term] === -1) numbers[term] = numberOf(words[term] ?? '');
          hold(numbers[term] ?? 0, held.times[at] ?? 0);
        }
        close(id, article, other.lengths[row] ?? 0);
      };
    },
    /** Articles in rising order. */
    add(id: number, article: number, words: readonly string[]): void {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) hold(numberOf(word), count);
      close(id, article, words.length);
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
