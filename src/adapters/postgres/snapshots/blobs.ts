import { createHash } from 'node:crypto';
import type { Session } from '../connection/connection.js';
import type { FileEntry } from './records.js';

/** Bytes of a piece: below what a server takes at once, and little to hold twice. */
const piece = 4 << 20;

/** Writes bytes in pieces and measures them. */
export async function writeBlob(
  session: Session,
  snapshot: string,
  name: string,
  bytes: Uint8Array,
): Promise<FileEntry> {
  const hash = createHash('sha256');
  for (let number = 0; number * piece < bytes.length; number += 1) {
    const part = bytes.subarray(number * piece, (number + 1) * piece);
    hash.update(part);
    await session.query(
      'insert into accord.blobs (snapshot, name, number, bytes) values ($1, $2, $3, $4)',
      [snapshot, name, number, part],
    );
  }
  return { name, bytes: bytes.length, sha256: hash.digest('hex') };
}

/**
 * Bytes of a blob in memory of their own, so that typed arrays fit on them without a copy; null
 * when it is not as its entry in the manifest says.
 */
export async function readBlob(
  session: Session,
  snapshot: string,
  entry: FileEntry,
): Promise<Uint8Array | null> {
  const hash = createHash('sha256');
  const bytes = new Uint8Array(new ArrayBuffer(entry.bytes));
  let at = 0;
  for (let number = 0; number * piece < entry.bytes; number += 1) {
    const [row] = await session.query(
      'select bytes from accord.blobs where snapshot = $1 and name = $2 and number = $3',
      [snapshot, entry.name, number],
    );
    const part = row?.['bytes'];
    if (!(part instanceof Uint8Array) || at + part.length > entry.bytes) return null;
    hash.update(part);
    bytes.set(part, at);
    at += part.length;
  }
  return at === entry.bytes && hash.digest('hex') === entry.sha256 ? bytes : null;
}
