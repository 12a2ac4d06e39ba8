import type { Accord } from './accord.js';
import type { Article } from './article.js';
import type { Bloc } from './bloc.js';
import type { Claim } from './claim.js';
import type { Participant } from './participant.js';
import type { Passage } from './passage.js';

/** A file of the corpus that was left out, and why. */
export interface CorpusFailure {
  readonly path: string;
  readonly reason: string;
}

/** Vectors of a snapshot, row by row: `values.length === count * dimensions`, unit length each. */
export interface VectorMatrix {
  readonly dimensions: number;
  readonly count: number;
  readonly values: Float32Array;
}

/** Who made the vectors; a snapshot of another embedder is never searched with this one. */
export interface EmbedderIdentity {
  readonly id: string;
  readonly dimensions: number;
  readonly checksum: string;
}

/** Everything that one ingest built, in memory. */
export interface SnapshotContent {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly vectors: VectorMatrix;
  readonly claims: readonly Claim[];
  readonly accords: readonly Accord[];
  readonly blocs: readonly Bloc[];
  /** Every participant that a claim, a bloc or the universe of states names. */
  readonly participants: readonly Participant[];
  readonly failed: readonly CorpusFailure[];
  readonly duplicates: readonly { readonly path: string; readonly of: string }[];
}

export interface SnapshotManifest {
  readonly format: number;
  readonly id: string;
  /** ISO 8601 instant. */
  readonly createdAt: string;
  readonly parent: string | null;
  /** sha256 over everything that went in; equal content hashes need no new snapshot. */
  readonly contentHash: string;
  readonly embedder: EmbedderIdentity;
  readonly vectorStore: {
    readonly name: string;
    readonly parameters: Readonly<Record<string, number>>;
  };
  readonly lexicalIndex: { readonly name: string };
  /**
   * Hashes of all that shapes claims, and passages, beside the article: where they are equal, those
   * of an unchanged article may be taken over.
   */
  readonly madeBy: { readonly claims: string; readonly passages: string };
  readonly counts: {
    readonly articles: number;
    readonly passages: number;
    readonly claims: number;
    readonly accords: number;
  };
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}
