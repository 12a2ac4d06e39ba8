import { closeSync, constants, fstatSync, openSync, readFile, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { accessReason } from './walk-folder.js';

export type Bytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 3 : 1)} MiB`;
}

/** Files above this are read aside; for smaller ones the way to a thread costs more than reading. */
const small = 256 * 1024;

function read(file: number, size: number): Promise<Uint8Array> | Uint8Array {
  return size > small ? promisify(readFile)(file) : readFileSync(file);
}

/** Opening a pipe waits for whoever writes to it, unless told not to. */
const withoutWaiting = constants.O_RDONLY | constants.O_NONBLOCK;

/** A file's bytes, unless it is over the limit, empty, no file, or not to be read. */
export async function readBytes(absolute: string, maxBytes: number): Promise<Bytes> {
  try {
    const file = openSync(absolute, withoutWaiting);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return { ok: false, reason: 'not a file' };
      if (stats.size > maxBytes) {
        const sizes = `${megabytes(stats.size)}, the limit is ${megabytes(maxBytes)}`;
        return { ok: false, reason: `over the size limit: ${sizes}` };
      }
      const bytes = await read(file, stats.size);
      return bytes.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, bytes };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { ok: false, reason: accessReason(error, absolute) };
  }
}
