import { createHash } from 'node:crypto';
import { AccordError } from '../domain/errors.js';
import type { SnapshotManifest } from '../domain/snapshot.js';
import type { SnapshotKeeping } from '../ports/snapshot-keeping.js';
import type { OpenedSnapshot, SnapshotStore } from '../ports/snapshot-store.js';
import type { VectorStore } from '../ports/vector-store.js';
import type { MigratedSnapshot, MigrationReport } from './migrate-store-report.js';

export interface SnapshotMigrationTools {
  readonly from: SnapshotStore;
  readonly to: SnapshotStore;
  /** Knows snapshots of the source too that are too damaged to be listed. @default there are none */
  readonly keeping?: Pick<SnapshotKeeping, 'verify'> | undefined;
  /** Builds the vectors' index anew, for an index belongs to its store; by number of passages. */
  readonly vectorStoreFor: (passages: number) => VectorStore;
  /**
   * Puts a serialised index of words where the target searches it, before the snapshot is written.
   * @default nowhere: it is loaded from the snapshot
   */
  readonly keepWords?: ((serialised: Uint8Array) => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface SnapshotPlan {
  readonly current: string | null;
  /** Oldest first. */
  readonly missing: readonly SnapshotManifest[];
  readonly there: readonly SnapshotManifest[];
  /** Names of those that are another one in the target. */
  readonly differing: readonly string[];
}

/**
 * sha256 over everything that answers come from; equal in two stores that hold the same snapshot. How
 * a store keeps it, its files and its index of vectors, is left out.
 */
function fingerprint({ manifest, content, lexical }: OpenedSnapshot): string {
  const hash = createHash('sha256');
  const { vectors, ...lists } = content;
  const { files: _, vectorStore: __, format: ___, ...identity } = manifest;
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

function unequal(id: string, what: string): AccordError {
  return new AccordError('cannot-write', `Snapshot ${id} ${what}`, { facts: { snapshot: id } });
}

async function copy(
  source: OpenedSnapshot,
  { to, vectorStoreFor, keepWords, signal }: SnapshotMigrationTools,
): Promise<string> {
  const { manifest, content, lexical } = source;
  const { parent, contentHash, embedder, lexicalIndex, madeBy, id, createdAt } = manifest;
  const store = vectorStoreFor(content.vectors.count);
  const vectorStore = { name: store.name, parameters: store.parameters };
  await keepWords?.(lexical);
  await to.write({
    manifest: { parent, contentHash, embedder, vectorStore, lexicalIndex, madeBy },
    identity: { id, createdAt },
    content,
    lexical,
    buildVectors: (folder) => store.build(folder, content.vectors, signal ? { signal } : {}),
  });
  const target = await to.open(id);
  // Throws when the index cannot be opened over the vectors that came back.
  await (await store.open(target.folder, target.content.vectors)).close();
  const print = fingerprint(source);
  if (fingerprint(target) === print) return print;
  throw unequal(
    id,
    'is not the same after it was copied. Nothing became current; check the disk or database, then copy again.',
  );
}

/** What there is to copy. Throws `damaged-snapshot` when the current one cannot be read. */
export async function planSnapshots(from: SnapshotStore, to: SnapshotStore): Promise<SnapshotPlan> {
  const current = await from.current();
  const manifests = (await from.list()).toReversed();
  if (current !== null && !manifests.some(({ id }) => id === current)) await from.open(current);
  const known = new Map((await to.list()).map((one) => [one.id, one.contentHash]));
  const there = manifests.filter(({ id }) => known.has(id));
  return {
    current,
    missing: manifests.filter(({ id }) => !known.has(id)),
    there,
    differing: there
      .filter(({ id, contentHash }) => known.get(id) !== contentHash)
      .map(({ id }) => `snapshot ${id}`),
  };
}

/** Null, with the reason told, for a damaged one that nobody needs; a damaged current one throws. */
async function readSound(
  id: string,
  { from }: SnapshotMigrationTools,
  leaveOut: ((reason: string) => void) | null,
): Promise<OpenedSnapshot | null> {
  try {
    return await from.open(id);
  } catch (error) {
    if (!leaveOut || !(error instanceof AccordError) || error.code !== 'damaged-snapshot') {
      throw error;
    }
    leaveOut(error.message);
    return null;
  }
}

type LeftOut = MigrationReport['snapshots']['leftOut'][number];

/** Those that the source does not even list, with what is wrong. */
async function unlisted(
  { missing, there }: SnapshotPlan,
  { keeping }: SnapshotMigrationTools,
): Promise<readonly LeftOut[]> {
  const listed = new Set([...missing, ...there].map(({ id }) => id));
  const { snapshots } = (await keeping?.verify()) ?? { snapshots: [] };
  return snapshots
    .filter(({ id, sound }) => !sound && !listed.has(id))
    .map(({ id, files }) => {
      const spoilt = files.find(({ reason }) => reason !== null);
      return { id, reason: spoilt ? `${spoilt.name} ${spoilt.reason}.` : 'It is damaged.' };
    });
}

/**
 * Copies what is missing, oldest first, each read back and compared, and compares what is there.
 * Nothing becomes current. Rejects with the signal's reason, while vectors are built too.
 */
export async function copySnapshots(
  plan: SnapshotPlan,
  tools: SnapshotMigrationTools,
): Promise<Pick<MigrationReport['snapshots'], 'copied' | 'there' | 'leftOut'>> {
  const { missing, there, current } = plan;
  const copied: MigratedSnapshot[] = [];
  const same: MigratedSnapshot[] = [];
  const leftOut: LeftOut[] = [...(await unlisted(plan, tools))];
  const total = missing.length + there.length;
  for (const [index, { id }] of [...there, ...missing].entries()) {
    tools.signal?.throwIfAborted();
    tools.onProgress?.(index, total);
    const leave = (reason: string) => leftOut.push({ id, reason });
    const source = await readSound(id, tools, id === current ? null : leave);
    if (!source) continue;
    if (index >= there.length) copied.push({ id, sha256: await copy(source, tools) });
    else if (fingerprint(await tools.to.open(id)) === fingerprint(source)) {
      same.push({ id, sha256: fingerprint(source) });
    } else {
      throw unequal(
        id,
        'is in the target already and is not the same. It was left as it is, and nothing became current.',
      );
    }
  }
  tools.onProgress?.(total, total);
  return { copied, there: same, leftOut };
}
