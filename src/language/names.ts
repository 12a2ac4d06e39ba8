/** What a name in a text can stand for. */
export type NamedKind = 'participant' | 'accord' | 'bloc' | 'region';

/** A thing and everything it is called. */
export interface NamedEntry {
  readonly kind: NamedKind;
  readonly id: string;
  readonly names: readonly string[];
}

/** A stretch of text that names something. */
export interface NameMatch {
  readonly kind: NamedKind;
  /** More than one when the name is ambiguous, such as "Congo" or "Korea". */
  readonly ids: readonly string[];
  /** Offsets into the text, end excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** False when the match needed a correction of spelling. */
  readonly exact: boolean;
}

export interface NameIndex {
  /**
   * Names in reading order, longest first where they overlap, none overlapping. With `fuzzy`,
   * misspelt names match too (an edit or two, by length); short names never do.
   */
  find(text: string, options?: { readonly fuzzy?: boolean }): readonly NameMatch[];
  /** Best completions or corrections of what someone is typing, for autocomplete. */
  suggest(
    text: string,
    options: { readonly kind: NamedKind; readonly limit: number },
  ): readonly { readonly id: string; readonly name: string }[];
}
