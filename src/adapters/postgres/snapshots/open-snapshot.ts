import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../../domain/article.js';
import { floatsOf } from '../../../domain/float-bytes.js';
import type { SnapshotContent, SnapshotManifest } from '../../../domain/snapshot.js';
import type { OpenedSnapshot } from '../../../ports/snapshot-store.js';
import type { Connection, Session } from '../connection/connection.js';
import { readBlob } from './blobs.js';
import { damaged } from './failures.js';
import { readManifest } from './manifest.js';
import { type Part, parts, passagesFrom } from './parts.js';
import { type FileEntry, readRecords } from './records.js';
import { blobNames } from './write-snapshot.js';

/** Parses in slices of about 3 ms, so that questions get their turn between pages of rows. */
async function readPart<T>(
  session: Session,
  { id, files }: SnapshotManifest,
  part: Part,
): Promise<readonly T[]> {
  const values: T[] = [];
  const found = await readRecords(session, id, part, (line) => values.push(JSON.parse(line)));
  const entry = files.find(({ name }) => name === part);
  if (found.sha256 !== entry?.sha256) {
    throw damaged(id, part, 'does not have the checksum it was written with');
  }
  return values;
}

async function readWhole(session: Session, id: string, entry: FileEntry): Promise<Uint8Array> {
  const bytes = await readBlob(session, id, entry);
  if (!bytes) throw damaged(id, entry.name, 'does not have the checksum it was written with');
  return bytes;
}

async function readContent(
  session: Session,
  manifest: SnapshotManifest,
  blobs: ReadonlyMap<string, Uint8Array>,
): Promise<SnapshotContent> {
  const read = <T>(part: Part) => readPart<T>(session, manifest, part);
  const articles = await read<Article>('articles');
  const passages = passagesFrom(await read('passages'), articles);
  const { dimensions } = manifest.embedder;
  const values = floatsOf(blobs.get(blobNames.vectors) ?? new Uint8Array());
  if (values.length !== passages.length * dimensions) {
    throw damaged(manifest.id, blobNames.vectors, `does not fit ${passages.length} passages`);
  }
  return {
    articles,
    passages,
    vectors: { dimensions, count: passages.length, values },
    claims: await read('claims'),
    accords: await read('accords'),
    blocs: await read('blocs'),
    participants: await read('participants'),
    failed: await read('failures'),
    duplicates: await read('duplicates'),
  };
}

/** Puts the vector store's files where it can open them, whole or not at all. */
async function placeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of files) {
    const aside = join(folder, `.${name}.${process.pid}`);
    await writeFile(aside, bytes);
    await rename(aside, join(folder, name));
  }
}

/**
 * Reads a snapshot from one state of the database and verifies every checksum. Throws `not-found` or
 * `damaged-snapshot`, naming the part.
 */
export function openSnapshot(
  connection: Connection,
  id: string,
  folder: string,
): Promise<OpenedSnapshot> {
  return connection.transaction(async (session) => {
    await session.query('set transaction isolation level repeatable read, read only');
    const manifest = await readManifest(session, id);
    const blobs = new Map<string, Uint8Array>();
    const isPart: ReadonlySet<string> = new Set(parts);
    for (const entry of manifest.files) {
      if (!isPart.has(entry.name)) blobs.set(entry.name, await readWhole(session, id, entry));
    }
    const content = await readContent(session, manifest, blobs);
    const lexical = blobs.get(blobNames.lexical) ?? new Uint8Array();
    for (const name of Object.values(blobNames)) blobs.delete(name);
    await placeFiles(join(folder, id), blobs);
    return { manifest, content, lexical, folder: join(folder, id) };
  });
}
