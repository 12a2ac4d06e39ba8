import { join } from 'node:path';
import { AccordError } from '../../../domain/errors.js';
import type { OpenedSnapshot } from '../../../ports/snapshot-store.js';
import { decodeContent } from './content-files.js';
import { checksumOf, type FileEntry, readExactly } from './durable-files.js';
import { damaged } from './failures.js';
import { fileNames, type Layout } from './layout.js';
import { takeLease } from './leases.js';
import { readComplete } from './manifest-file.js';

const loaded: ReadonlySet<string> = new Set(Object.values(fileNames));

/** Reads a file that the snapshot store knows, and verifies its checksum. */
async function readVerified(id: string, folder: string, entry: FileEntry): Promise<Uint8Array> {
  const path = join(folder, entry.name);
  const read = await readExactly(path, entry.bytes);
  if (read?.sha256 !== entry.sha256) throw changed(id, path);
  return read.bytes;
}

/** Verifies the checksums of files that only the vector store reads. */
async function verify(id: string, folder: string, entries: readonly FileEntry[]): Promise<void> {
  for (const { name, bytes, sha256 } of entries) {
    const path = join(folder, name);
    if ((await checksumOf(path, bytes)) !== sha256) throw changed(id, path);
  }
}

function changed(id: string, path: string): AccordError {
  return damaged(id, path, 'does not have the checksum it was written with');
}

async function openHeld(layout: Layout, id: string): Promise<OpenedSnapshot> {
  const manifest = await readComplete(layout, id);
  const folder = layout.folder(id);
  const load = async () => {
    const files = new Map<string, Uint8Array>();
    for (const entry of manifest.files) {
      if (loaded.has(entry.name)) files.set(entry.name, await readVerified(id, folder, entry));
    }
    return decodeContent(files, manifest.embedder.dimensions);
  };
  try {
    const others = manifest.files.filter(({ name }) => !loaded.has(name));
    const [content] = await Promise.all([load(), verify(id, folder, others)]);
    return { manifest, folder, ...content };
  } catch (error) {
    if (error instanceof AccordError) throw error;
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
