import { createHash } from 'node:crypto';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import type { Session } from '../connection/connection.js';
import { type Row, textOf } from '../connection/connection.js';
import { damaged, notFound } from './failures.js';
import { isId, snapshotFormat } from './identity.js';

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest with a checksum of itself, since nothing else vouches for it. */
export function encodeManifest(manifest: SnapshotManifest): string {
  return JSON.stringify({ sha256: sha256(JSON.stringify(manifest)), manifest });
}

/** Null when it is not as it was written. */
export function decodeManifest(row: Row): SnapshotManifest | null {
  try {
    const { sha256: seal, manifest } = JSON.parse(textOf(row, 'manifest'));
    const whole = seal === sha256(JSON.stringify(manifest));
    return whole && manifest.format === snapshotFormat ? manifest : null;
  } catch {
    return null;
  }
}

/** Throws `not-found` or `damaged-snapshot`. */
export async function readManifest(session: Session, id: string): Promise<SnapshotManifest> {
  const rows = isId(id)
    ? await session.query('select manifest from accord.snapshots where id = $1', [id])
    : [];
  const [row] = rows;
  if (!row) throw notFound(id);
  const manifest = decodeManifest(row);
  if (manifest?.id !== id) throw damaged(id, 'its manifest', 'is not one that this version reads');
  return manifest;
}
