import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bytesOf } from '../../../domain/float-bytes.js';
import type { SnapshotManifest } from '../../../domain/snapshot.js';
import type { SnapshotDraft } from '../../../ports/snapshot-store.js';
import type { Connection, Session } from '../connection/connection.js';
import { attachSets } from '../vectors/vector-sets.js';
import { attachWords, setNameOf } from '../words/word-sets.js';
import { readBlob, writeBlob } from './blobs.js';
import { damaged } from './failures.js';
import { newId, snapshotFormat } from './identity.js';
import { encodeManifest } from './manifest.js';
import { parts, recordsOf } from './parts.js';
import { type FileEntry, readRecords, writeRecords } from './records.js';

export const blobNames = { vectors: 'vectors.f32', lexical: 'lexical.txt' } as const;

const ownNames: ReadonlySet<string> = new Set([...parts, ...Object.values(blobNames)]);

type Files = ReadonlyMap<string, Uint8Array>;

/** What the vector store builds, read into memory; its folder goes again. */
async function builtVectors(draft: SnapshotDraft): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-vectors-'));
  try {
    const files = new Map<string, Uint8Array>();
    for (const name of await draft.buildVectors(folder)) {
      if (basename(name) !== name || ownNames.has(name) || name.startsWith('.')) {
        throw new Error(`A vector store may not call a file ${name}.`);
      }
      files.set(name, await readFile(join(folder, name)));
    }
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads back what was written, before anybody else sees it. */
async function verify(session: Session, id: string, files: readonly FileEntry[]): Promise<void> {
  const isPart = new Map<string, (typeof parts)[number]>(parts.map((part) => [part, part]));
  for (const entry of files) {
    const part = isPart.get(entry.name);
    const sound = part
      ? (await readRecords(session, id, part, () => {})).sha256 === entry.sha256
      : (await readBlob(session, id, entry)) !== null;
    if (!sound) throw damaged(id, entry.name, 'does not read back as it was written');
  }
}

/** All or nothing: the snapshot is there once this has ended. Call it under the lock only. */
export async function writeSnapshot(
  connection: Connection,
  now: Date,
  draft: SnapshotDraft,
  stillHeld: () => void,
): Promise<SnapshotManifest> {
  const id = draft.identity?.id ?? newId(now);
  const createdAt = draft.identity?.createdAt ?? now.toISOString();
  const built = await builtVectors(draft);
  const { content, lexical } = draft;
  const blobs: Files = new Map([
    [blobNames.vectors, bytesOf(content.vectors.values)],
    [blobNames.lexical, lexical],
    ...built,
  ]);
  return connection.transaction(
    async (session) => {
      await session.query(
        "insert into accord.snapshots (id, created_at, manifest) values ($1, $2, '')",
        [id, createdAt],
      );
      const files: FileEntry[] = [];
      for (const part of parts) {
        files.push(await writeRecords(session, id, part, recordsOf(content, part)));
      }
      for (const [name, bytes] of blobs) files.push(await writeBlob(session, id, name, bytes));
      await verify(session, id, files);
      const { articles, passages, claims, accords } = content;
      const counts = {
        articles: articles.length,
        passages: passages.length,
        claims: claims.length,
        accords: accords.length,
      };
      const format = snapshotFormat;
      const manifest = { ...draft.manifest, format, id, createdAt, counts, files };
      await session.query('update accord.snapshots set manifest = $2 where id = $1', [
        id,
        encodeManifest(manifest),
      ]);
      await attachSets(session, id, built);
      await attachWords(session, id, await setNameOf(lexical));
      stillHeld();
      return manifest;
    },
    { once: true },
  );
}
