import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import type { SnapshotDraft } from '../../../ports/snapshot-store.js';
import { encodeContent } from './content-files.js';
import {
  type FileEntry,
  measure,
  sha256,
  syncFile,
  syncFolder,
  writeDurably,
} from './durable-files.js';
import { unwritten } from './failures.js';
import { fileNames, type Layout, newId, snapshotFormat, unfinished } from './layout.js';
import { encodeManifest } from './manifest-file.js';

/** Writes a file and reads it back. */
async function writeVerified(folder: string, name: string, bytes: Uint8Array): Promise<FileEntry> {
  const path = join(folder, name);
  await writeDurably(path, bytes);
  const found = await measure(path);
  if (found.bytes !== bytes.length || found.sha256 !== sha256(bytes)) {
    throw unwritten(path);
  }
  return { name, ...found };
}

const ownNames: ReadonlySet<string> = new Set(Object.values(fileNames));

/** Names and measures what the vector store wrote and checked. */
async function adopt(folder: string, name: string): Promise<FileEntry> {
  if (basename(name) !== name || ownNames.has(name) || name.startsWith('.')) {
    throw new Error(`A vector store may not call a file ${name}.`);
  }
  await syncFile(join(folder, name));
  return { name, ...(await measure(join(folder, name))) };
}

async function fill(folder: string, id: string, now: Date, draft: SnapshotDraft) {
  const { articles, passages, claims, accords } = draft.content;
  const files: FileEntry[] = [];
  for (const [name, bytes] of await encodeContent(draft.content, draft.lexical)) {
    files.push(await writeVerified(folder, name, bytes));
  }
  for (const name of await draft.buildVectors(folder)) files.push(await adopt(folder, name));
  const manifest: SnapshotManifest = {
    ...draft.manifest,
    format: snapshotFormat,
    id,
    createdAt: draft.identity?.createdAt ?? now.toISOString(),
    counts: {
      articles: articles.length,
      passages: passages.length,
      claims: claims.length,
      accords: accords.length,
    },
    files,
  };
  await writeVerified(folder, fileNames.manifest, encodeManifest(manifest));
  return manifest;
}

/** Fills a folder aside, the manifest last, and renames it whole. Call it under the lock only. */
export async function writeSnapshot(
  layout: Layout,
  now: Date,
  draft: SnapshotDraft,
): Promise<SnapshotManifest> {
  const id = draft.identity?.id ?? newId(now);
  const aside = join(layout.snapshots, `${unfinished}${id}`);
  await mkdir(aside, { recursive: true });
  try {
    const manifest = await fill(aside, id, now, draft);
    await syncFolder(aside);
    await rename(aside, layout.folder(id));
    await syncFolder(layout.snapshots);
    await syncFolder(layout.data);
    return manifest;
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}
