/**
 * Turns text into vectors whose dot product is their cosine similarity. The vector of a text
 * depends on that text and on `checksum` alone, never on what it is embedded together with, so a
 * stored vector may stand in for computing it again.
 */
export interface Embedder {
  /** Stored in the manifest of a snapshot, such as "minilm-l6-v2-int8": another id, other vectors. */
  readonly id: string;
  /** Numbers in a vector. */
  readonly dimensions: number;
  /** sha256 over the weights and everything else that shapes a vector, hexadecimal. */
  readonly checksum: string;
  /** Tokens that are read at once, special ones included; longer texts are embedded in parts. */
  readonly maxTokens: number;
  /**
   * Tokens of a text, special ones included, to compare with `maxTokens` when passages are cut.
   * Synchronous, about 2 µs a token. Adapters of remote models may estimate, never too low.
   */
  countTokens(text: string): number;
  /**
   * One vector of unit length a text, in order. A text of more than `maxTokens` is embedded in
   * parts whose vectors are averaged, so nothing is cut silently. Runs outside the event loop.
   *
   * Rejects with the signal's reason once it is aborted; with `AccordError` `model-missing` or
   * `model-damaged` when the model cannot be used, `cancelled` when the embedder is closed.
   */
  embedPassages(
    texts: readonly string[],
    options?: {
      readonly signal?: AbortSignal;
      /** Told how many texts are done, ever more of them, up to `texts.length`. */
      readonly onProgress?: (done: number) => void;
      /**
       * Someone waits for the answer: these texts go before others that are queued.
       * @default false
       */
      readonly urgent?: boolean;
    },
  ): Promise<readonly Float32Array[]>;
  /** As `embedPassages`, for one question; does not wait for queued passages. */
  embedQuestion(text: string): Promise<Float32Array>;
  /** Frees threads and native memory; what still runs is rejected. May be called twice. */
  close(): Promise<void>;
}
