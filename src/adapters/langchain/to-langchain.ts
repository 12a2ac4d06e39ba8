import { Embeddings } from '@langchain/core/embeddings';
import type { Embedder } from '../../ports/embedder.js';

/** LangChain takes embeddings only as a subclass of its own. */
class EmbedderEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    // No retries: what fails on this machine fails again.
    super({ maxRetries: 0 });
    this.#embedder = embedder;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embedPassages(documents);
    return vectors.map((vector) => Array.from(vector));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return Array.from(await this.#embedder.embedQuestion(document));
  }
}

/** An embedder as LangChain embeddings, for its vector stores and retrievers. */
export function toLangChain(embedder: Embedder): Embeddings {
  return new EmbedderEmbeddings(embedder);
}
