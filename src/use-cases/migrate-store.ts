import { createHash } from 'node:crypto';
import { AccordError } from '../domain/errors.js';
import type { SnapshotManifest } from '../domain/snapshot.js';
import type { OpenedSnapshot, SnapshotStore } from '../ports/snapshot-store.js';
import type { VectorStore } from '../ports/vector-store.js';

export interface MigrationReport {
  /** Ids that were copied, and that were there already, oldest first. */
  readonly copied: readonly string[];
  readonly there: readonly string[];
  /** The one that is current in both now. */
  readonly current: string | null;
}

export interface MigrationTools {
  readonly from: SnapshotStore;
  readonly to: SnapshotStore;
  /** Builds the vectors' index anew, for an index belongs to its store; by number of passages. */
  readonly vectorStoreFor: (passages: number) => VectorStore;
  readonly onProgress?: (done: number, total: number) => void;
}

/** sha256 over everything that answers come from; equal in two stores that hold the same snapshot. */
function fingerprint({ manifest, content, lexical }: OpenedSnapshot): string {
  const hash = createHash('sha256');
  const { vectors, ...lists } = content;
  const { files: _files, vectorStore: _store, ...identity } = manifest;
  for (const value of [
    identity,
    ...Object.entries(lists).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]) {
    hash.update(`${JSON.stringify(value)}\n`);
  }
  const { buffer, byteOffset, byteLength } = vectors.values;
  hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.update(lexical).digest('hex');
}

async function copy(manifest: SnapshotManifest, tools: MigrationTools): Promise<void> {
  const source = await tools.from.open(manifest.id);
  const { parent, contentHash, embedder, lexicalIndex, madeBy, id, createdAt } = manifest;
  const { content, lexical } = source;
  const store = tools.vectorStoreFor(content.vectors.count);
  const vectorStore = { name: store.name, parameters: store.parameters };
  await tools.to.write({
    manifest: { parent, contentHash, embedder, vectorStore, lexicalIndex, madeBy },
    identity: { id, createdAt },
    content,
    lexical,
    buildVectors: (folder) => store.build(folder, content.vectors),
  });
  const target = await tools.to.open(id);
  // Throws when the index cannot be opened over the vectors that came back.
  await (await store.open(target.folder, target.content.vectors)).close();
  if (fingerprint(target) === fingerprint(source)) return;
  throw new AccordError(
    'cannot-write',
    `Snapshot ${id} is not the same after it was copied. Nothing became current; check the disk or database, then copy again.`,
    { facts: { snapshot: id } },
  );
}

/**
 * Copies every snapshot that the target lacks, oldest first, each read back and compared, then makes
 * the same one current. What is there already stays, so that it may be run again after a break.
 * Throws what reading or writing throws; the source is never changed.
 */
export async function migrateStore(tools: MigrationTools): Promise<MigrationReport> {
  const { from, to } = tools;
  return to.exclusively(async () => {
    const current = await from.current();
    const manifests = (await from.list()).toReversed();
    const known = new Map((await to.list()).map((one) => [one.id, one.contentHash]));
    const there = manifests.filter(({ id, contentHash }) => known.get(id) === contentHash);
    const missing = manifests.filter((one) => !there.includes(one));
    tools.onProgress?.(0, missing.length);
    for (const [index, manifest] of missing.entries()) {
      await copy(manifest, tools);
      tools.onProgress?.(index + 1, missing.length);
    }
    if (current !== null) await to.setCurrent(current);
    const ids = (list: readonly SnapshotManifest[]) => list.map(({ id }) => id);
    return { copied: ids(missing), there: ids(there), current };
  });
}
