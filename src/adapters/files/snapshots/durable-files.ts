import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { systemCode } from './failures.js';

/** A file as the manifest knows it. */
export interface FileEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const portion = 1 << 20;

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes a new file and waits until it is on the disk. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until a file that someone else wrote is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the names in a folder are on the disk; systems that cannot do that do nothing. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL'].includes(systemCode(error) ?? '')) throw error;
  }
}

/** Size and checksum of a file, read in portions. */
export async function measure(path: string): Promise<Omit<FileEntry, 'name'>> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(portion);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, portion);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Checksums of small files, one after the other. */
export async function checksumsHere(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) found.push((await measure(path)).sha256);
  return found;
}

/**
 * The first `length` bytes of a file with their checksum, in memory of their own, so that typed
 * arrays of any kind fit on them without a copy; null when the file is shorter or longer. Read in
 * portions, so that hashing never holds the event loop for long. The checksum is null where
 * it is not asked for.
 */
export async function readExactly(
  path: string,
  length: number,
  { hashed }: { readonly hashed: boolean } = { hashed: true },
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string | null } | null> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size !== length) return null;
    const bytes = new Uint8Array(new ArrayBuffer(length));
    const hash = createHash('sha256');
    let at = 0;
    while (at < length) {
      const { bytesRead } = await file.read(bytes, at, Math.min(portion, length - at));
      if (bytesRead === 0) return null;
      if (hashed) hash.update(bytes.subarray(at, at + bytesRead));
      at += bytesRead;
    }
    return { bytes, sha256: hashed ? hash.digest('hex') : null };
  } finally {
    await file.close();
  }
}
