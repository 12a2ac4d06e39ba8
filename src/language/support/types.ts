import type { NameIndex } from '../names.js';

/** What a sentence may rest on. */
export interface Source {
  readonly text: string;
  readonly title: string;
  /** EDTF; null when undated. */
  readonly published: string | null;
}

export interface SupportContext {
  readonly names: NameIndex;
  /** Blocs and regions, where they stand in an index of their own. */
  readonly groups?: NameIndex;
  /** "Russian", by the id of the state. */
  readonly demonyms?: NameIndex;
}

export type FaultKind =
  | 'name'
  | 'number'
  | 'date'
  | 'negation'
  | 'quote'
  | 'link'
  | 'mention'
  | 'modality'
  | 'quantifier'
  | 'verb'
  | 'role'
  | 'content'
  | 'citation';

/** What the sources do not carry, with the words of the sentence that say it. */
export interface Fault {
  readonly kind: FaultKind;
  readonly text: string;
}

export interface Finding {
  readonly carried: boolean;
  /** Empty exactly when the sentence is carried. */
  readonly faults: readonly Fault[];
}
