import { open } from 'node:fs/promises';
import { accessReason } from './walk-folder.js';

export type Bytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 3 : 1)} MiB`;
}

/** A file's bytes, unless it is over the limit, empty, no file, or not to be read. */
export async function readBytes(absolute: string, maxBytes: number): Promise<Bytes> {
  try {
    const file = await open(absolute, 'r');
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return { ok: false, reason: 'not a file' };
      if (stats.size > maxBytes) {
        const sizes = `${megabytes(stats.size)}, the limit is ${megabytes(maxBytes)}`;
        return { ok: false, reason: `over the size limit: ${sizes}` };
      }
      const bytes = await file.readFile();
      return bytes.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, bytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, reason: accessReason(error) };
  }
}
