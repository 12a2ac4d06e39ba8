import { dot } from '../../../domain/dot.js';
import type { VectorMatrix } from '../../../domain/snapshot.js';
import type { VectorHit } from '../../../ports/vector-store.js';

/** Scalar product of a row with the question. */
export function cosineOf(
  { dimensions, values }: VectorMatrix,
  row: number,
  question: Float32Array,
) {
  return dot(values, row * dimensions, question);
}

/** The nearest rows by comparing all in memory: what answers while the database is away. */
export function nearestInMemory(
  matrix: VectorMatrix,
  question: Float32Array,
  wanted: number,
): readonly VectorHit[] {
  const hits: VectorHit[] = [];
  for (let index = 0; index < matrix.count; index += 1) {
    hits.push({ index, score: cosineOf(matrix, index, question) });
  }
  return hits.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, wanted);
}
