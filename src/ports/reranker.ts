/**
 * Reads a question and a text together and says how well the text answers it: dearer than vectors
 * and words, so it is asked about the best candidates only. A score depends on that question and
 * that text alone.
 */
export interface Reranker {
  /** Names the model in logs and figures, such as "cross-encoder-ms-marco". */
  readonly id: string;
  /**
   * One finite score a text, in order; the higher, the better the text answers. Comparable within
   * one question only. Runs outside the event loop.
   *
   * Rejects with the signal's reason once it is aborted; with `AccordError` `model-missing` or
   * `model-damaged` when the model cannot be used, `cancelled` when the reranker is closed.
   */
  rerank(
    question: string,
    texts: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly number[]>;
  /** Frees threads and native memory; what still runs is rejected. May be called twice. */
  close(): Promise<void>;
}
