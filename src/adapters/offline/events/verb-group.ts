import type { Piece } from '../annotation/pieces.js';
import { codeAt, type Deed, isMark } from './sentence.js';
import { readGerund, readInfinitive } from './verb-governors.js';
import { deedOf, stateAt, type VerbState } from './verb-state.js';
import { adverbs, auxiliaries, copulas, hearsay, inert } from './verb-words.js';
import type { Verb } from './verbs.js';

/** The words before a verb that say how it is meant. */
export interface VerbGroup {
  /** Place of its first word; the subject stands to the left. */
  readonly start: number;
  /** What the group says; null when nobody did, refused or intends anything. */
  readonly deed: Deed | null;
  readonly passive: boolean;
  readonly doubtful: boolean;
  /** Place of a group that owns the noun: "Britain's refusal to sign". */
  readonly owner: number | null;
  /** It follows "and" or "but" and shares its subject with the verb before. */
  readonly coordinated: boolean;
  /** "the latest country to sign": a noun phrase after a form of "be" or a comma. */
  readonly predicate: boolean;
}

const conjunction = /^(?:and|but|or|nor)$/;

/** Reads one more word to the left. `end`: the subject's place; `void`: the verb says nothing. */
function readWord(pieces: readonly Piece[], state: VerbState, verb: Verb): 'on' | 'end' | 'void' {
  const place = state.at - 1;
  const code = codeAt(pieces, place);
  if (pieces[place]?.item?.kind === 'date') {
    state.at -= /^(?:on|in|by|since|during|at)$/.test(codeAt(pieces, place - 1)) ? 2 : 1;
    return 'on';
  }
  if (code === 'to') {
    state.at -= 1;
    state.infinitive = true;
    return readInfinitive(pieces, state) ? 'on' : 'void';
  }
  const imagined = state.predicate && codeAt(pieces, place - 1) !== 'it';
  if (code === 'would' && (state.perfect || imagined)) return 'void';
  if (verb.act !== 'any' && isUnable(code, state)) {
    state.deed = 'absent';
    state.negated = false;
    state.at -= 1;
    return 'on';
  }
  if (/^(?:not|never)$/.test(code)) state.negated = !state.negated;
  else if (/^(?:will|shall|'ll|would)$/.test(code)) state.future = true;
  else if (copulas.test(code)) {
    state.copula ||= !state.infinitive;
    state.linking ||= state.infinitive;
  } else if (code === "'s" && state.copula && codeAt(pieces, place - 1) === 'it') {
    state.perfect = true;
  } else if (auxiliaries.test(code)) state.perfect ||= code === 'have';
  else if (adverbs.test(code)) state.doubtful ||= hearsay.test(code);
  else if (inert.test(code)) return 'void';
  else if (
    code !== ',' ||
    !/^(?:so|however|meanwhile|too|though)$/.test(codeAt(pieces, place - 1)) ||
    /^(?:do|does|did|done|doing)$/.test(codeAt(pieces, place - 2))
  ) {
    return 'end';
  }
  state.at -= 1;
  return 'on';
}

/** "cannot sign", "could not join": it has not; that it can tells nothing. */
function isUnable(code: string, state: VerbState): boolean {
  if (state.deed !== null || state.perfect || state.infinitive) return false;
  return code === 'cannot' || (/^(?:can|could)$/.test(code) && state.negated);
}

/** A noun phrase such as "the latest country to" needs "was", "as" or a comma before it. */
function lacksVerb(pieces: readonly Piece[], state: VerbState): boolean {
  const before = codeAt(pieces, state.at - 1);
  if (before === 'P' && codeAt(pieces, state.at - 2) === 'with') return false;
  return state.predicate && !state.linking && !/^(?:,|as|remains|remained)$/.test(before);
}

/** "signing" without a verb before it belongs to whoever a comma or "in" ties it to. */
function isLoose(pieces: readonly Piece[], state: VerbState, governed: boolean): boolean {
  if (governed || state.copula || state.linking) return false;
  const before = codeAt(pieces, state.at - 1);
  const beside =
    /^(?:with|following)$/.test(codeAt(pieces, state.at - 2)) ||
    (codeAt(pieces, state.at - 2) === 'of' && codeAt(pieces, state.at - 3) === 'heels');
  return !isMark(before) && before !== 'in' && before !== 'N' && !(before === 'P' && beside);
}

/** Reads the words before a verb, right to left. Null when the verb says nothing of anybody. */
export function verbGroupBefore(
  pieces: readonly Piece[],
  place: number,
  verb: Verb,
): VerbGroup | null {
  const state = stateAt(place);
  const governed = verb.form === 'ing' && readGerund(pieces, state);
  for (let steps = 0; steps < 24 && state.at > 0; steps += 1) {
    const read = readWord(pieces, state, verb);
    if (read === 'void') return null;
    if (read === 'end') break;
  }
  const before = codeAt(pieces, state.at - 1);
  const coordinated =
    conjunction.test(before) || (before === ',' && conjunction.test(codeAt(pieces, state.at - 2)));
  if (lacksVerb(pieces, state)) return null;
  if (verb.form === 'ing' && !coordinated && isLoose(pieces, state, governed)) return null;
  return {
    start: state.at,
    deed: deedOf(state),
    passive: state.copula && verb.form === 'past' && !state.predicate,
    doubtful: state.doubtful,
    owner: state.owner,
    coordinated,
    predicate: state.predicate,
  };
}
