import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import { sha256 } from './durable-files.js';
import { damaged, notFound, systemCode } from './failures.js';
import { fileNames, isId, type Layout, snapshotFormat } from './layout.js';

/** The manifest with a checksum of itself, since nothing else vouches for it. */
export function encodeManifest(manifest: SnapshotManifest): Uint8Array {
  const sealed = { sha256: sha256(JSON.stringify(manifest)), manifest };
  return new TextEncoder().encode(`${JSON.stringify(sealed, null, 2)}\n`);
}

function decode(text: string): SnapshotManifest | null {
  try {
    const { sha256: seal, manifest } = JSON.parse(text);
    return seal === sha256(JSON.stringify(manifest)) ? manifest : null;
  } catch {
    return null;
  }
}

/** Throws `not-found` for an id without a folder, `damaged-snapshot` for a manifest not as written. */
export async function readManifest(layout: Layout, id: string): Promise<SnapshotManifest> {
  if (!isId(id)) throw notFound(id);
  const path = join(layout.folder(id), fileNames.manifest);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const there = await stat(layout.folder(id)).catch(() => null);
    if (systemCode(error) === 'ENOENT' && !there) throw notFound(id);
    throw damaged(id, path, 'cannot be read', error);
  }
  const manifest = decode(text);
  if (!manifest) throw damaged(id, path, 'is not as it was written');
  if (manifest.format !== snapshotFormat) {
    throw damaged(
      id,
      path,
      `has format ${manifest.format}, and this version reads format ${snapshotFormat}`,
    );
  }
  if (manifest.id !== id) throw damaged(id, path, `belongs to snapshot ${manifest.id}`);
  return manifest;
}

/** Reads the manifest and checks that every file is there in its size; checksums cost `open`. */
export async function readComplete(layout: Layout, id: string): Promise<SnapshotManifest> {
  const manifest = await readManifest(layout, id);
  for (const file of manifest.files) {
    const path = join(layout.folder(id), file.name);
    const found = await stat(path).catch(() => null);
    if (!found) throw damaged(id, path, 'is missing');
    if (found.size !== file.bytes) {
      throw damaged(id, path, `has ${found.size} bytes instead of ${file.bytes}`);
    }
  }
  return manifest;
}
