import type { ClaimExtractor } from '../../ports/claim-extractor.js';
import type { CorpusSource } from '../../ports/corpus-source.js';
import type { Embedder } from '../../ports/embedder.js';
import type { LexicalIndexFactory } from '../../ports/lexical-index.js';
import type { PaidExtractor } from '../../ports/paid-extractor.js';
import type { SnapshotStore } from '../../ports/snapshot-store.js';
import type { StatesDirectory } from '../../ports/states-directory.js';
import type { VectorCache } from '../../ports/vector-cache.js';
import type { VectorStore } from '../../ports/vector-store.js';
import type { Gathered } from '../gather.js';

/** What an ingest works with. */
export interface IngestTools {
  readonly corpus: CorpusSource;
  /** Definitions that are known without the corpus; null when the corpus is those definitions. */
  readonly reference: CorpusSource | null;
  readonly directory: StatesDirectory;
  readonly embedder: Embedder;
  readonly extractorFor: (content: Gathered) => ClaimExtractor;
  /** A model that reads articles besides. @default none */
  readonly paidExtractorFor?: (content: Gathered) => Promise<PaidExtractor>;
  readonly lexicalIndexes: LexicalIndexFactory;
  /** The store for so many passages. */
  readonly vectorStoreFor: (passages: number) => VectorStore;
  readonly snapshots: SnapshotStore;
  /** Keeps vectors of an ingest until its snapshot has them. @default none */
  readonly vectorCache?: VectorCache;
  readonly now: () => Date;
}
