import type { Piece } from '../annotation/pieces.js';
import { singularTakers } from '../annotation/vocabulary.js';
import { codeAt, type Deed, groupAt, isMark, wordsAt } from './sentence.js';
import type { VerbState } from './verb-state.js';
import {
  auxiliaries,
  avoiding,
  failures,
  gerundRefusals,
  glad,
  intents,
  nouns,
  ordinals,
  predicateWords,
  rebuffs,
  refusals,
  requests,
  stances,
  supposed,
  voicing,
  weighing,
  wishes,
} from './verb-words.js';

/**
 * "the 52nd country in the world to", "the first small island state to": steps back over it; false
 * when it is something else. Once the noun has passed, any few words may stand before the ordinal.
 */
function overPredicate(pieces: readonly Piece[], state: VerbState): boolean {
  let ordinal = false;
  let noun = 0;
  for (let back = state.at - 1; back >= 0 && state.at - back < 15; back -= 1) {
    const code = codeAt(pieces, back);
    if (ordinals.test(code)) ordinal = true;
    else if (code === 'the' && ordinal) {
      state.at = codeAt(pieces, back - 1) === 'among' ? back - 1 : back;
      state.predicate = true;
      state.innerNegation = state.negated;
      return true;
    } else if (singularTakers.has(code) || /^[NP]$/.test(code)) noun = back;
    else if (code === 'the' || predicateWords.test(code)) continue;
    else if (noun === 0 || noun - back > 4 || isMark(code) || auxiliaries.test(code)) return false;
  }
  return false;
}

/** "the decision of the administration to join": the noun stands before its owner. */
function decisionOf(pieces: readonly Piece[], state: VerbState): boolean {
  let noun = state.at - 2;
  while (/^(?:the|both)$/.test(codeAt(pieces, noun))) noun -= 1;
  if (!/^(?:of|by)$/.test(codeAt(pieces, noun))) return false;
  if (codeAt(pieces, noun - 1) === 'taken') noun -= 1;
  const code = codeAt(pieces, noun - 1);
  if (!nouns.test(code)) return false;
  const refuses = code === 'refusal' || (code === 'decision' && state.negated);
  state.deed = refuses ? 'declined' : code === 'failure' ? 'absent' : 'announced';
  state.negated = false;
  state.owner = state.at - 1;
  state.at = noun - 1;
  return true;
}

function take(state: VerbState, deed: Deed, words: number): true {
  state.deed = deed;
  state.at -= words;
  return true;
}

/** "has no plans to", "expressed their desire to", "Britain's refusal to": who voices the noun. */
function voicedBy(pieces: readonly Piece[], state: VerbState): boolean {
  while (voicing.test(codeAt(pieces, state.at - 1))) {
    const none = codeAt(pieces, state.at - 1) === 'no' && state.deed === 'announced';
    if (none) state.deed = 'declined';
    state.at -= 1;
  }
  if (codeAt(pieces, state.at - 1) === "'s" && groupAt(pieces, state.at - 2)) {
    state.owner = state.at - 2;
    state.at -= 2;
    return true;
  }
  return !/^(?:of|by)$/.test(codeAt(pieces, state.at - 1));
}

/** "has resisted calls to sign": steps back to the verb that turns the request down. */
function rebuffed(pieces: readonly Piece[], state: VerbState): boolean {
  let back = state.at - 2;
  while (
    /^(?:an|a|the|all|its|their|down|any|repeated|such|several|official|formal|french|D)$/.test(
      codeAt(pieces, back),
    )
  )
    back -= 1;
  if (!rebuffs.test(codeAt(pieces, back))) return false;
  return take(state, 'declined', state.at - back);
}

/** "is not currently in a position to join": a refusal; that it is in one tells nothing. */
function unable(pieces: readonly Piece[], state: VerbState): boolean {
  if (!wordsAt(pieces, state.at - 3, 'in a position')) return false;
  let not = state.at - 4;
  while (/^(?:yet|now|currently|presently|still)$/.test(codeAt(pieces, not))) not -= 1;
  return codeAt(pieces, not) === 'not' && take(state, 'declined', state.at - not);
}

/** What may stand between "decided" and "not to". */
const meanwhile =
  /^(?:D|in|on|for|now|at|the|time|being|present|moment|instead|last|year|week|month|[a-z]+ly)$/;

/** "refused for years to": place after the verb that a phrase of time parts from "to". */
function overTime(pieces: readonly Piece[], state: VerbState): number {
  let at = state.at;
  while (
    at > state.at - 5 &&
    /^(?:for|years|months|decades|weeks|so|far|long|D|in|the|past|last|many|two|three|a|time|some|now)$/.test(
      codeAt(pieces, at - 1),
    )
  )
    at -= 1;
  return at < state.at ? at : 0;
}

function governing(code: string): Deed | null {
  if (refusals.test(code)) return 'declined';
  if (failures.test(code)) return 'absent';
  return intents.test(code) ? 'announced' : null;
}

/** Reads what governs "to sign"; false when nobody comes to sign by it. */
export function readInfinitive(pieces: readonly Piece[], state: VerbState): boolean {
  if (codeAt(pieces, state.at - 1) === 'not') {
    state.negated = !state.negated;
    state.at -= 1;
    const place = state.at;
    let stance = state.at - 1;
    while (stance > place - 6 && meanwhile.test(codeAt(pieces, stance))) stance -= 1;
    if (stances.test(codeAt(pieces, stance))) {
      state.negated = false;
      return take(state, 'declined', state.at - stance);
    }
  }
  const code = codeAt(pieces, state.at - 1);
  const still = code === 'still' && /^(?:has|have|is|are)$/.test(codeAt(pieces, state.at - 2));
  if (code === 'yet' || still) return take(state, 'undecided', 1);
  if (code === 'P') return decisionOf(pieces, state);
  if (glad.test(code) || (supposed.test(code) && state.perfect)) {
    state.doubtful ||= supposed.test(code);
    state.at -= 1;
    return true;
  }
  if (requests.test(code)) return rebuffed(pieces, state);
  if (code === 'position') return unable(pieces, state);
  let deed = governing(code);
  if (deed === null) {
    const far = overTime(pieces, state);
    deed = far > 0 && refusals.test(codeAt(pieces, far - 1)) ? 'declined' : null;
    if (deed !== null) state.at = far;
  }
  if (deed === null) return overPredicate(pieces, state);
  const refuses = deed === 'announced' && state.negated;
  if (refuses) state.negated = false;
  const word = codeAt(pieces, state.at - 1);
  take(state, refuses ? 'declined' : deed, 1);
  state.doubtful ||= wishes.test(word);
  return !nouns.test(word) || voicedBy(pieces, state);
}

/** Reads what governs "signing"; false when nothing known does. */
export function readGerund(pieces: readonly Piece[], state: VerbState): boolean {
  const code = codeAt(pieces, state.at - 1);
  const before = codeAt(pieces, state.at - 2);
  if (weighing.test(code)) return take(state, 'undecided', 1);
  if (avoiding.test(code)) return take(state, 'declined', 1);
  if (/^(?:of|for|on)$/.test(code) && nouns.test(before)) {
    take(state, before === 'refusal' ? 'declined' : 'announced', 2);
    return voicedBy(pieces, state);
  }
  const refuses = gerundRefusals.some(([last, first]) => last.test(code) && first.test(before));
  const third = /^(?:short|away|off)$/.test(before);
  return refuses && take(state, 'declined', third ? 3 : 2);
}
