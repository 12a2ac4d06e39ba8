export type ArticleFormat = 'markdown' | 'text' | 'html' | 'pdf';

/** A document of the corpus, read and cleaned of page furniture. */
export interface Article {
  /** Path inside the corpus, `/` between folders. */
  readonly path: string;
  readonly title: string;
  readonly url: string | null;
  /** EDTF; null when undated. */
  readonly published: string | null;
  readonly updated: string | null;
  /** BCP 47; null when unknown. */
  readonly language: string | null;
  /** Id of the accord it is filed under, by front matter or folder; null for loose files. */
  readonly accord: string | null;
  /** Further sources that the article names. */
  readonly sources: readonly string[];
  readonly format: ArticleFormat;
  /** The text that passages and claims point into. Lines end with `\n`. */
  readonly text: string;
  /** sha256 of the text and of every field that reaches a passage or an answer. */
  readonly hash: string;
  /**
   * Stands for everything that the article was read from: where it is equal, reading the file again
   * gives this article. Absent where reading told of something wrong, which is told each time.
   */
  readonly origin?: string;
}
