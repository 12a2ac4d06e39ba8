import { readFile, writeFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';

/** Which row each label of a graph stands for; `gone` for those that are marked as deleted. */
export type Labels = Int32Array;

export const gone = -1;

const labelsFile = 'vectors.rows';

export function graphFile(graph: number): string {
  return `vectors-${graph}.hnsw`;
}

const swapped = endianness() === 'BE';

function inFileOrder(numbers: Int32Array): Buffer {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return swapped ? Buffer.from(bytes).swap32() : bytes;
}

/** Little-endian 32-bit numbers: how many graphs, how many labels each has, then all labels. */
export async function writeLabels(folder: string, graphs: readonly Labels[]): Promise<string> {
  const head = [graphs.length, ...graphs.map((labels) => labels.length)];
  const parts = [Int32Array.from(head), ...graphs].map(inFileOrder);
  await writeFile(join(folder, labelsFile), Buffer.concat(parts));
  return labelsFile;
}

/** Reads what `writeLabels` wrote. Throws when there is no such file or its sizes disagree. */
export async function readLabels(folder: string): Promise<readonly Labels[]> {
  const bytes = Uint8Array.from(await readFile(join(folder, labelsFile)));
  if (swapped) Buffer.from(bytes.buffer).swap32();
  const numbers = new Int32Array(bytes.buffer);
  const lengths = numbers.subarray(1, 1 + (numbers[0] ?? 0));
  const graphs: Labels[] = [];
  let at = 1 + lengths.length;
  for (const length of lengths) {
    graphs.push(numbers.slice(at, at + length));
    at += length;
  }
  if (at !== numbers.length) throw new Error(`${labelsFile} does not have the size that it tells`);
  return graphs;
}
