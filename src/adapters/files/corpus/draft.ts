/** What a format's reader finds in a file, before furniture is dropped and gaps are filled. */
export interface Draft {
  /** From front matter or page metadata; null when the first line has to do. */
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** When the file was made; the date of publication where nothing better is found. */
  readonly created: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  /** Who wrote it, to tell the note on the author from the article. */
  readonly byline: string | null;
  readonly accord: string | null;
  readonly sources: readonly string[];
  /** Blocks parted by blank lines; headings are lines that begin with `#`, as in Markdown. */
  readonly text: string;
  /** Fields that could not be used; the article is kept without them. */
  readonly warnings: readonly string[];
}

/** A draft, or the reason why the file cannot be used. */
export type Reading =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly reason: string };

const bare: Draft = {
  title: null,
  url: null,
  published: null,
  created: null,
  updated: null,
  language: null,
  byline: null,
  accord: null,
  sources: [],
  text: '',
  warnings: [],
};

/** A reading with the fields given and the others empty. */
export function readingOf(fields: Partial<Draft>): Reading {
  return { ok: true, draft: { ...bare, ...fields } };
}

export function unreadable(reason: string): Reading {
  return { ok: false, reason };
}
