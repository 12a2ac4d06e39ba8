export interface LexicalDocument {
  readonly index: number;
  readonly title: string;
  readonly text: string;
  /** What the document is a part of. @default it stands alone */
  readonly article?: string;
  /** `index` in the earlier index, of a document with this very title and text. */
  readonly earlier?: number;
}

export interface LexicalHit {
  /** `index` of the document. */
  readonly index: number;
  /** BM25; comparable within one query only. */
  readonly score: number;
}

export interface LexicalScore {
  readonly index: number;
  /** BM25 of the document; 0 when it has no word of the query. */
  readonly words: number;
  /** BM25 of the whole article that it is a part of. */
  readonly article: number;
}

export interface LexicalIndex {
  readonly size: number;
  /** The `k` best documents, best first; of equal ones that with the lower index. */
  search(query: string, k: number): Promise<readonly LexicalHit[]>;
  /** Scores of given documents, in their order: those that other signals found are weighed too. */
  scores(query: string, indexes: readonly number[]): Promise<readonly LexicalScore[]>;
  /** Stemmed terms of a text without stop words, as the index sees them; used to weigh overlap. */
  terms(text: string): readonly string[];
  /** Inverse document frequency of a stemmed term; the highest value for one that never occurs. */
  idf(term: string): number;
  /** Bytes that `LexicalIndexFactory.load` reads back to an equal index. */
  serialise(): Uint8Array;
}

export interface LexicalIndexFactory {
  /** Kept in the manifest: an index is only loaded by the factory that built it. */
  readonly name: string;
  /** Lets the event loop run meanwhile; rejects with the signal's reason once it is aborted. */
  build(
    documents: readonly LexicalDocument[],
    options?: {
      readonly signal?: AbortSignal;
      /** Serialised index that `earlier` speaks of; spares reading those documents again. */
      readonly earlier?: Uint8Array;
    },
  ): Promise<LexicalIndex>;
  /**
   * Lets the event loop run meanwhile. Rejects with `damaged-snapshot` for bytes that another factory
   * wrote, or that changed since.
   */
  load(serialised: Uint8Array): Promise<LexicalIndex>;
  /**
   * Puts a serialised index, copied from elsewhere, where this factory's indexes are searched; call
   * it before the snapshot with it is written. Does nothing where that is memory, or for what `load`
   * refuses.
   */
  keep(serialised: Uint8Array): Promise<void>;
}
