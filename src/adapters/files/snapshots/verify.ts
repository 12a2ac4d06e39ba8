import { join } from 'node:path';
import { AccordError } from '../../../domain/errors.js';
import type { SnapshotVerdict, SnapshotVerdicts } from '../../../domain/reports.js';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import { readCurrent } from './current-file.js';
import { measure } from './durable-files.js';
import { fileNames, type Layout } from './layout.js';
import { readManifest } from './manifest-file.js';
import { idsOf } from './tidy.js';

function reasonOf(error: unknown): string {
  if (error instanceof AccordError) return String(error.facts['reason'] ?? error.message);
  return error instanceof Error ? error.message : String(error);
}

async function fileReason(
  path: string,
  entry: SnapshotManifest['files'][number],
): Promise<string | null> {
  try {
    const found = await measure(path);
    if (found.bytes !== entry.bytes) return `has ${found.bytes} bytes instead of ${entry.bytes}`;
    return found.sha256 === entry.sha256 ? null : 'does not have the checksum it was written with';
  } catch (error) {
    return `cannot be read (${reasonOf(error)})`;
  }
}

async function filesOf(layout: Layout, id: string): Promise<SnapshotVerdict['files']> {
  let manifest: SnapshotManifest;
  try {
    manifest = await readManifest(layout, id);
  } catch (error) {
    if (error instanceof AccordError && error.code === 'not-found') throw error;
    return [{ name: fileNames.manifest, reason: reasonOf(error) }];
  }
  const files = [{ name: fileNames.manifest as string, reason: null as string | null }];
  for (const entry of manifest.files) {
    const reason = await fileReason(join(layout.folder(id), entry.name), entry);
    files.push({ name: entry.name, reason });
  }
  return files;
}

/** Reads every file of one snapshot, or of all there are, damaged ones too. Throws `not-found`. */
export async function verifySnapshots(layout: Layout, id?: string): Promise<SnapshotVerdicts> {
  let pointer: string | null = null;
  const current = await readCurrent(layout).catch((error: unknown) => {
    pointer = error instanceof Error ? error.message : String(error);
    return null;
  });
  const snapshots: SnapshotVerdict[] = [];
  for (const one of id === undefined ? await idsOf(layout) : [id]) {
    const files = await filesOf(layout, one);
    const sound = files.every(({ reason }) => reason === null);
    snapshots.push({ id: one, current: one === current, sound, files });
  }
  if (current !== null && id === undefined && !snapshots.some((one) => one.current)) {
    pointer = `${layout.current} names ${current}, which is not there.`;
  }
  return { current, pointer, snapshots };
}
