import { open } from 'node:fs/promises';

export interface IndexHeader {
  readonly count: number;
  readonly dimensions: number;
}

/**
 * Reads what an index file says of itself, as `HierarchicalNSW::saveIndex` of hnswlib lays it out:
 * six 64-bit numbers (level offset, capacity, count, bytes a row, label offset, data offset). Null
 * when the file is too short. The library itself loads an index of other dimensions without a
 * word and then searches garbage.
 */
export async function readHeader(path: string): Promise<IndexHeader | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(48), 0, 48, 0);
    if (bytesRead < 48) return null;
    const numberAt = (place: number) => Number(buffer.readBigUInt64LE(place * 8));
    return { count: numberAt(2), dimensions: (numberAt(4) - numberAt(5)) / 4 };
  } finally {
    await file.close();
  }
}
