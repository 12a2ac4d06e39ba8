import { join } from 'node:path';
import { AccordError } from '../../../domain/errors.js';
import type { OpenedSnapshot } from '../../../ports/snapshot-store.js';
import { checksumsApart } from './checksums-apart.js';
import { decodeContent } from './content-files.js';
import { checksumsHere, type FileEntry, readExactly } from './durable-files.js';
import { damaged } from './failures.js';
import { fileNames, type Layout } from './layout.js';
import { takeLease } from './leases.js';
import { readComplete } from './manifest-file.js';

const loaded: ReadonlySet<string> = new Set(Object.values(fileNames));

/** Files of more bytes in all are hashed on another thread, which takes some 30 ms to start. */
const large = 16 << 20;
const areLarge = (entries: readonly FileEntry[]) =>
  entries.reduce((sum, entry) => sum + entry.bytes, 0) > large;

interface Opening {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly FileEntry[];
}

/** Those hashed beside the reading: of a small snapshot only the ones that are not loaded here. */
function verifiedApart({ files }: Opening): readonly FileEntry[] {
  return areLarge(files) ? files : files.filter(({ name }) => !loaded.has(name));
}

/** Reads a file that the snapshot store knows, and verifies its checksum unless that is done apart. */
async function readSound({ id, folder }: Opening, entry: FileEntry, apart: boolean) {
  const path = join(folder, entry.name);
  const read = await readExactly(path, entry.bytes, { hashed: !apart });
  if (!read || (!apart && read.sha256 !== entry.sha256)) throw changed(id, path);
  return read.bytes;
}

async function verify({ id, folder }: Opening, entries: readonly FileEntry[]): Promise<void> {
  const paths = entries.map(({ name }) => join(folder, name));
  const found = areLarge(entries) ? await checksumsApart(paths) : await checksumsHere(paths);
  for (const [at, path] of paths.entries()) {
    if (found[at] !== entries[at]?.sha256) throw changed(id, path);
  }
}

function changed(id: string, path: string): AccordError {
  return damaged(id, path, 'does not have the checksum it was written with');
}

async function openHeld(layout: Layout, id: string): Promise<OpenedSnapshot> {
  const manifest = await readComplete(layout, id);
  const folder = layout.folder(id);
  const opening = { id, folder, files: manifest.files };
  const apart = new Set(verifiedApart(opening));
  const load = async () => {
    const files = new Map<string, Uint8Array>();
    for (const entry of manifest.files) {
      if (!loaded.has(entry.name)) continue;
      files.set(entry.name, await readSound(opening, entry, apart.has(entry)));
    }
    return decodeContent(files, manifest.embedder.dimensions);
  };
  try {
    const [sound, content] = await Promise.allSettled([verify(opening, [...apart]), load()]);
    // A file that changed may not parse either, and only its checksum tells which one it is.
    if (sound.status === 'rejected') throw sound.reason;
    if (content.status === 'rejected') throw content.reason;
    return { manifest, folder, ...content.value };
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
