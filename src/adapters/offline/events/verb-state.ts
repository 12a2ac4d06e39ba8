import type { Deed } from './sentence.js';

/** What has been read of a verb group, from right to left. */
export interface VerbState {
  /** Place of the leftmost word read; the next one stands before it. */
  at: number;
  negated: boolean;
  future: boolean;
  perfect: boolean;
  /** A form of "be" right with the verb, as in "was signed". */
  copula: boolean;
  /** An infinitive has been read: a form of "be" before it makes no passive. */
  infinitive: boolean;
  /** A form of "be" before an infinitive: "was the first to sign". */
  linking: boolean;
  doubtful: boolean;
  /** Set by a governor: "refused to", "is considering". */
  deed: Deed | null;
  /** Place of the group that owns a noun: "Britain's refusal to". */
  owner: number | null;
  /** Whether "to" after a predicate noun was negated: "the only one not to sign". */
  innerNegation: boolean;
  /** It went over "the latest country to". */
  predicate: boolean;
}

export function stateAt(place: number): VerbState {
  return {
    at: place,
    negated: false,
    future: false,
    perfect: false,
    copula: false,
    infinitive: false,
    linking: false,
    doubtful: false,
    deed: null,
    owner: null,
    innerNegation: false,
    predicate: false,
  };
}

/** What the words come to; a refusal that is denied comes to nothing. */
export function deedOf(state: VerbState): Deed | null {
  const { deed, negated, future, predicate } = state;
  if (predicate && negated !== state.innerNegation && deed === null) return null;
  if (deed === 'announced') return negated ? 'declined' : deed;
  if (deed !== null) return negated ? null : deed;
  if (future) return negated ? 'declined' : 'announced';
  return negated ? 'absent' : 'did';
}
