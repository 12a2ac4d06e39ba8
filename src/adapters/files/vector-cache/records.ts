import { createHash } from 'node:crypto';
import { bytesOf, floatsOf } from '../../../domain/float-bytes.js';
import type { EmbedderIdentity } from '../../../domain/snapshot.js';

/**
 * A record: 32 bytes that stand for embedder and passage, the vector, and the first 8 bytes of a
 * sha256 over both. Without it a torn or spoilt record would be taken for a vector.
 */
const keyBytes = 32;
const sealBytes = 8;

export function recordBytes(dimensions: number): number {
  return keyBytes + dimensions * 4 + sealBytes;
}

/** The embedder is part of the key: records of another one are never found. */
export function keyOf({ id, checksum, dimensions }: EmbedderIdentity, hash: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([id, checksum, dimensions, hash]))
    .digest();
}

function sealOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, sealBytes);
}

export function encodeRecord(key: Uint8Array, vector: Float32Array): Buffer {
  const body = Buffer.concat([key, bytesOf(vector)]);
  return Buffer.concat([body, sealOf(body)]);
}

/** Key and vector of a whole record; null when it is not as it was written. */
export function decodeRecord(
  record: Uint8Array,
): { readonly key: string; readonly vector: Float32Array } | null {
  const body = record.subarray(0, record.length - sealBytes);
  if (!sealOf(body).equals(record.subarray(body.length))) return null;
  const key = Buffer.from(body.subarray(0, keyBytes)).toString('hex');
  return { key, vector: floatsOf(Uint8Array.from(body.subarray(keyBytes))) };
}
