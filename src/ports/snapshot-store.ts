import type { SnapshotContent, SnapshotManifest } from '../domain/snapshot.js';

export interface OpenedSnapshot {
  readonly manifest: SnapshotManifest;
  readonly content: SnapshotContent;
  /** Serialised lexical index. */
  readonly lexical: Uint8Array;
  /** Folder with the vector store's files, verified by checksum. */
  readonly folder: string;
}

export interface SnapshotDraft {
  readonly manifest: Omit<SnapshotManifest, 'id' | 'createdAt' | 'format' | 'files' | 'counts'>;
  readonly content: SnapshotContent;
  readonly lexical: Uint8Array;
  /** Of a snapshot copied from another store, which keeps both. @default a new one of this moment */
  readonly identity?: Pick<SnapshotManifest, 'id' | 'createdAt'>;
  /** Writes the vector store's files into the folder, checks them, and names them. */
  readonly buildVectors: (folder: string) => Promise<readonly string[]>;
}

/** Immutable, versioned builds; one of them is current. */
export interface SnapshotStore {
  /** Id of the current snapshot; null before the first ingest. Throws `damaged-snapshot`. */
  current(): Promise<string | null>;
  /** Manifests of those that are complete, newest first. Checksums are left to `open`. */
  list(): Promise<readonly SnapshotManifest[]>;
  /** Opens after verifying every checksum. Throws `damaged-snapshot` or `not-found`. */
  open(id: string): Promise<OpenedSnapshot>;
  /**
   * Runs `work` as the only writer, in any process; `write` and `setCurrent` inside it need no
   * turn of their own, outside they take one. Throws `locked`, naming the owner, or
   * `cannot-write`.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Writes aside, verifies by reading back, then makes it visible whole; not yet current. Old
   * snapshots go, the current one never. Throws `cannot-write` or `locked`.
   */
  write(draft: SnapshotDraft): Promise<SnapshotManifest>;
  /** Switches atomically. Throws `not-found`, `damaged-snapshot`, `cannot-write` or `locked`. */
  setCurrent(id: string): Promise<void>;
}
