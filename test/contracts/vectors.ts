import type { VectorMatrix } from '../../src/domain/snapshot.js';

/** Numbers from 0 to 1 that are the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Unit vectors around random centres, as embeddings of related texts lie. */
export function clusteredVectors(count: number, dimensions: number, seed = 1): VectorMatrix {
  const random = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = Array.from({ length: Math.ceil(count / 40) }, () =>
    Array.from({ length: dimensions }, normal),
  );
  const values = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    const centre = centres[Math.floor(random() * centres.length)] ?? [];
    const vector = centre.map((value) => value + 0.8 * normal());
    const length = Math.hypot(...vector);
    values.set(
      vector.map((value) => value / length),
      row * dimensions,
    );
  }
  return { dimensions, count, values };
}

/** The first `count` rows; the rest may serve as questions. */
export function firstRows({ dimensions, values }: VectorMatrix, count: number): VectorMatrix {
  return { dimensions, count, values: values.slice(0, count * dimensions) };
}

export function row({ dimensions, values }: VectorMatrix, index: number): Float32Array {
  return values.slice(index * dimensions, (index + 1) * dimensions);
}

/** The slow and obvious way to the `k` nearest rows. */
export function nearestRows(matrix: VectorMatrix, vector: Float32Array, k: number) {
  return Array.from({ length: matrix.count }, (_, index) => ({
    index,
    score: row(matrix, index).reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
  }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, k);
}
