import { join } from 'node:path';
import type { OpenedSnapshot } from '../../../ports/snapshot-store.js';
import { decodeContent } from './content-files.js';
import { type FileEntry, measure, readExactly } from './durable-files.js';
import { damaged } from './failures.js';
import { fileNames, type Layout } from './layout.js';
import { takeLease } from './leases.js';
import { readComplete } from './manifest-file.js';

const loaded: ReadonlySet<string> = new Set(Object.values(fileNames));

/**
 * Reads every file once and verifies its checksum; those that the snapshot store knows stay in
 * memory, those of the vector store are only measured.
 */
async function readVerified(
  id: string,
  folder: string,
  entry: FileEntry,
): Promise<Uint8Array | null> {
  const path = join(folder, entry.name);
  const isLoaded = loaded.has(entry.name);
  const read = isLoaded ? await readExactly(path, entry.bytes) : null;
  const found = read ?? (await measure(path));
  if (found.sha256 !== entry.sha256)
    throw damaged(id, path, 'does not have the checksum it was written with');
  return read?.bytes ?? null;
}

async function openHeld(layout: Layout, id: string): Promise<OpenedSnapshot> {
  const manifest = await readComplete(layout, id);
  const folder = layout.folder(id);
  const files = new Map<string, Uint8Array>();
  try {
    for (const entry of manifest.files) {
      const bytes = await readVerified(id, folder, entry);
      if (bytes) files.set(entry.name, bytes);
    }
    return { manifest, folder, ...(await decodeContent(files, manifest.embedder.dimensions)) };
  } catch (error) {
    if (error instanceof Error && error.name === 'AccordError') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(id, folder, `cannot be read (${reason})`, error);
  }
}

/**
 * Throws `not-found` or `damaged-snapshot`, naming the file. No writer removes it meanwhile, where
 * this process may write that it reads.
 */
export async function openSnapshot(layout: Layout, id: string): Promise<OpenedSnapshot> {
  const release = await takeLease(layout, id);
  try {
    return await openHeld(layout, id);
  } finally {
    await release();
  }
}
