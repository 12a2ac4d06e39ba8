import type { Day } from '../../domain/partial-date.js';
import type { RegisterQuery } from '../../domain/register-query.js';
import type { NameIndex } from '../names.js';

/** What a question is read against. Indexes are built once for a snapshot. */
export interface QuestionContext {
  /** Participants and accords. */
  readonly names: NameIndex;
  /** Blocs and regions. */
  readonly groups: NameIndex;
  /** Adjectives of countries: "American", "French". */
  readonly demonyms: NameIndex;
  readonly today: Day;
  /** The accord meant when a question names none; null to ask back. */
  readonly defaultAccord: string | null;
}

/** How a question was understood. What cannot be read whole is left to passages, never half-read. */
export type Reading =
  | {
      readonly kind: 'register';
      readonly query: RegisterQuery;
      /** The accord was not named and is the default one. */
      readonly assumed: boolean;
    }
  | { readonly kind: 'passages'; readonly accords: readonly string[] }
  /** The question lacks something that only its asker knows. */
  | { readonly kind: 'clarify'; readonly need: 'country' | 'accord' }
  /** It asks for the future, which no source tells. */
  | { readonly kind: 'speculative'; readonly accords: readonly string[] }
  /** It asks what somebody ought to do, which is no fact. */
  | { readonly kind: 'opinion'; readonly accords: readonly string[] }
  /** It names an accord that the corpus does not know. */
  | { readonly kind: 'foreign-accord'; readonly name: string }
  | {
      readonly kind: 'unknown-participant';
      readonly name: string;
      readonly accords: readonly string[];
    };
