import { Embeddings } from '@langchain/core/embeddings';

/** LangChain embeddings that count words: texts with common words are near. Not of unit length. */
export class WordEmbeddings extends Embeddings {
  readonly dimensions = 64;
  readonly calls: string[][] = [];

  constructor() {
    super({});
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    this.calls.push(documents);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return documents.map((document) => this.#count(document));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return this.#count(document);
  }

  #count(text: string): number[] {
    const counts: number[] = Array(this.dimensions).fill(0);
    counts[0] = 0.5;
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      const sum = [...word].reduce((total, letter) => total * 31 + (letter.codePointAt(0) ?? 0), 7);
      const at = 1 + (sum % (this.dimensions - 1));
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return counts;
  }
}
