import { AccordError } from '../../domain/errors.js';

/** The vector of unit length that points where `numbers` does. Throws as `fromLangChain` says. */
export function direction(
  numbers: readonly number[] | undefined,
  { id, dimensions }: { readonly id: string; readonly dimensions: number },
): Float32Array {
  if (numbers && numbers.length !== dimensions) {
    throw new AccordError(
      'embedder-mismatch',
      `The embedder ${id} returned ${numbers.length} dimensions instead of ${dimensions}. Set ACCORD_EMBEDDING_DIMENSIONS to ${numbers.length}, then run \`accord ingest\`.`,
      { facts: { id, dimensions, found: numbers.length } },
    );
  }
  const length = Math.hypot(...(numbers ?? []));
  if (!numbers || !(length > 0 && Number.isFinite(length))) {
    throw new AccordError(
      'model-damaged',
      `The embedder ${id} returned no usable vector. Check its configuration and its provider.`,
      { facts: { id, length } },
    );
  }
  return Float32Array.from(numbers, (number) => number / length);
}

/** The mean of vectors, one a part of a text; not yet of unit length. */
export function mean(parts: readonly Float32Array[]): readonly number[] {
  const [first = new Float32Array()] = parts;
  return Array.from(
    first,
    (_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0) / parts.length,
  );
}
