import type { SnapshotContent, SnapshotManifest } from '../domain/snapshot.js';

export interface OpenedSnapshot {
  readonly manifest: SnapshotManifest;
  readonly content: SnapshotContent;
  /** Serialised lexical index. */
  readonly lexical: string;
  /** Folder with the vector store's files, verified by checksum. */
  readonly folder: string;
}

export interface SnapshotDraft {
  readonly manifest: Omit<SnapshotManifest, 'id' | 'createdAt' | 'format' | 'files' | 'counts'>;
  readonly content: SnapshotContent;
  readonly lexical: string;
  /** Writes the vector store's files into the folder and names them. */
  readonly buildVectors: (folder: string) => Promise<readonly string[]>;
}

/** Immutable, versioned builds; one of them is current. */
export interface SnapshotStore {
  /** Id of the current snapshot; null before the first ingest. */
  current(): Promise<string | null>;
  /** Manifests, newest first. Damaged ones are left out. */
  list(): Promise<readonly SnapshotManifest[]>;
  /** Opens after verifying every checksum. Throws `damaged-snapshot` or `not-found`. */
  open(id: string): Promise<OpenedSnapshot>;
  /** Writes aside, verifies by reading back, then makes it visible whole. Not yet current. */
  write(draft: SnapshotDraft): Promise<SnapshotManifest>;
  /** Switches atomically. Throws `not-found`. */
  setCurrent(id: string): Promise<void>;
}
