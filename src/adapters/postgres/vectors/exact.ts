import type { VectorMatrix } from '../../../domain/snapshot.js';
import type { VectorHit } from '../../../ports/vector-store.js';

/** Scalar product of a row with the question. */
export function cosineOf(
  { dimensions, values }: VectorMatrix,
  row: number,
  question: Float32Array,
) {
  const start = row * dimensions;
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (values[start + at] ?? 0) * (question[at] ?? 0);
  return sum;
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
