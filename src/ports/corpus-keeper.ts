/** Description of an article that an admin hands in. */
export interface NewArticle {
  /** Name of the file as uploaded; its extension tells the format. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly title: string | null;
  readonly url: string | null;
  /** EDTF; of a roster the day on which it was read. */
  readonly published: string | null;
  /** Id of the accord whose folder it goes to; null: the top of the corpus. */
  readonly accord: string | null;
}

/** Puts files into the corpus folder and takes them out, whole or not at all. */
export interface CorpusKeeper {
  /**
   * Stores the file under a free name and gives its path inside the corpus. A `.csv` becomes the
   * accord's roster, in place of the former one; given its day, what is said of the former goes.
   * Throws `bad-file`, saying what is wrong with it,
   * or `cannot-write`.
   */
  add(article: NewArticle): Promise<{ readonly path: string; readonly replaced: boolean }>;
  /** Removes an article. Throws `not-found` for what is no file of the corpus, or `cannot-write`. */
  remove(path: string): Promise<void>;
  /** Undoes an `add` or a `remove` of this process that turned out wrong. */
  undo(path: string): Promise<void>;
  /** Paths of the articles and rosters, sorted. */
  list(): Promise<readonly string[]>;
}
