import { AccordError } from './errors.js';
import type { VectorMatrix } from './snapshot.js';

/** Vectors are of unit length up to this much; half-precision models round by about 0.001. */
const tolerance = 0.01;

/**
 * Refuses a matrix whose shape and values disagree, or with a row that is not of unit length (so
 * NaN, infinite and zero rows too). Costs one pass. Throws `model-damaged`.
 */
export function checkMatrix({ dimensions, count, values }: VectorMatrix): void {
  if (values.length !== count * dimensions) {
    throw new AccordError(
      'model-damaged',
      `${count} vectors of ${dimensions} dimensions need ${count * dimensions} numbers, not ${values.length}. Run \`accord ingest\` to build them again.`,
      { facts: { dimensions, count, numbers: values.length } },
    );
  }
  for (let row = 0; row < count; row += 1) {
    let squares = 0;
    for (let at = row * dimensions; at < (row + 1) * dimensions; at += 1) {
      const value = values[at] ?? Number.NaN;
      squares += value * value;
    }
    if (!(Math.abs(Math.sqrt(squares) - 1) <= tolerance)) {
      throw new AccordError(
        'model-damaged',
        `Vector ${row} is not of unit length (${Math.sqrt(squares)}). Check the embedding model with \`accord doctor\`, then run \`accord ingest\`.`,
        { facts: { row, length: Math.sqrt(squares) } },
      );
    }
  }
}

/**
 * Refuses a question's vector of other dimensions than the index (`embedder-mismatch`) or with a
 * number that is not finite (`model-damaged`).
 */
export function checkQuery(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new AccordError(
      'embedder-mismatch',
      `The question's vector has ${vector.length} dimensions, the index ${dimensions}. Run \`accord ingest\` with the embedder that answers questions.`,
      { facts: { dimensions, given: vector.length } },
    );
  }
  if (!vector.every(Number.isFinite)) {
    throw new AccordError(
      'model-damaged',
      "The question's vector holds a value that is not a number. Check the embedding model with `accord doctor`.",
    );
  }
}
