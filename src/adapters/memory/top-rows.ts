import type { VectorHit } from '../../ports/vector-store.js';

/** Keeps the best `k` of the rows that it is offered. */
export interface TopRows {
  /** Offer rows in rising order: of equal scores the earlier row stays ahead. */
  offer(index: number, score: number): void;
  /** Best first. */
  hits(): readonly VectorHit[];
}

/**
 * A sorted array of `k` places. Nearly every row fails the one comparison with the worst kept
 * score; one that passes costs a binary search and a `copyWithin`.
 */
export function createTopRows(k: number): TopRows {
  const scores = new Float64Array(k);
  const rows = new Uint32Array(k);
  let size = 0;
  let worst = Number.NEGATIVE_INFINITY;

  const placeOf = (score: number): number => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[middle] ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    offer(index, score) {
      if (size === k && score <= worst) return;
      const place = placeOf(score);
      if (place === k) return;
      scores.copyWithin(place + 1, place, size);
      rows.copyWithin(place + 1, place, size);
      scores[place] = score;
      rows[place] = index;
      if (size < k) size += 1;
      worst = scores[size - 1] ?? worst;
    },
    hits: () =>
      Array.from({ length: size }, (_, place) => ({
        index: rows[place] ?? 0,
        score: scores[place] ?? 0,
      })),
  };
}
