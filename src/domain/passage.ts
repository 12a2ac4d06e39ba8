/** A retrievable piece of an article: whole sentences, up to about 200 words. */
export interface Passage {
  /** Row in the snapshot's vectors, counted from 0. */
  readonly index: number;
  readonly article: string;
  /** Offsets into the article's text, end excluded: `text === article.text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Title and date of the article, put before the text when it is embedded. */
  readonly context: string;
  /** Heading under which it stands; null when none. */
  readonly heading: string | null;
  /** sha256 of context and text: equal hashes have equal vectors. */
  readonly hash: string;
}

/** What is embedded: the context, then the text. */
export function embeddedText(passage: Pick<Passage, 'context' | 'text'>): string {
  return passage.context === '' ? passage.text : `${passage.context}\n${passage.text}`;
}
