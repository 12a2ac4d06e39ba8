import { type Group, type Piece, together } from '../annotation/pieces.js';
import { lightWords } from '../annotation/vocabulary.js';
import { codeAt, type Deed, groupAt, isOblique } from './sentence.js';

export interface Subject {
  readonly group: Group;
  /** Place of the group; -1 when it was spoken of before the sentence. */
  readonly place: number;
  /** "neither A nor B", "none of the states". */
  readonly negated: boolean;
  /** What a verb that governs the act says: "is about to join others in signing". */
  readonly deed?: Deed | null;
}

const appositive =
  /^(?:the|a|an|home|host|hosts|which|who|whose|one|along|alongside|together|despite|after|before|citing|following|under|led|unlike|though|although|where|itself|themselves|however|meanwhile|too|both|all|then|now|already|not|long|like|joined|including|seen|among|another|its|their|his|in|for|with|by|on|as|also|at|of|part|until|once|still|neither|two|three|four|five|based|known|[a-z]{3,}ed|D|N|P|F|A|X|I)$/;

/** The list before "of the Five Eyes": "only Canada and the UK of the Five Eyes". */
function bounded(pieces: readonly Piece[], place: number): Subject | null {
  const outer = groupAt(pieces, place);
  const inner = groupAt(pieces, place - 1);
  if (!outer?.onlyOf || !inner || inner.members.length === 0) return null;
  const only = /^(?:only|just)$/.test(codeAt(pieces, place - 2));
  const group = only ? together(inner, { ...outer, open: false }) : inner;
  return { group, place: place - 1, negated: false };
}

export function subjectAt(
  pieces: readonly Piece[],
  place: number,
  oblique = false,
): Subject | null {
  const limited = bounded(pieces, place);
  if (limited) return limited;
  const group = groupAt(pieces, place);
  if (!group || codeAt(pieces, place + 1) === "'s") return null;
  const before = codeAt(pieces, place - 1);
  if (/^(?:bar|barring|except|excepting|excluding|save|minus)$/.test(before)) return null;
  const none = /^(?:neither|none|nor|no|not|few)$/;
  let of = place - 1;
  while (
    of > place - 5 &&
    /^(?:the|its|these|those|all|other|\d+|two|three|four|five|six|seven|eight|nine|ten|[a-z]+(?:al|an|ic))$/.test(
      codeAt(pieces, of),
    )
  )
    of -= 1;
  const negated =
    none.test(before) ||
    (codeAt(pieces, of) === 'of' && /^(?:none|neither)$/.test(codeAt(pieces, of - 1)));
  if (!negated && !oblique && isOblique(pieces, place)) return null;
  return { group, place, negated };
}

/** The only group between two marks: "– rival China and semi-rival Russia –". */
function soleGroup(pieces: readonly Piece[], from: number, to: number): number {
  let found = -1;
  for (let at = from; at < to; at += 1) {
    if (groupAt(pieces, at) && found < 0) found = at;
    else if (
      !lightWords.has(codeAt(pieces, at)) &&
      !/^(?:rival|semi-rival|former)$/.test(codeAt(pieces, at))
    )
      return -1;
  }
  return found;
}

/** Place of the group before an interruption that ends with the mark at `mark`; -1 without one. */
export function overAppositive(pieces: readonly Piece[], mark: number): number {
  for (let back = mark - 1; back > 0 && mark - back < 34; back -= 1) {
    const code = codeAt(pieces, back);
    if (/^[;:]$/.test(code)) return -1;
    if (code !== ',' && !/^(?:—|–|--|\(|-)$/.test(code)) continue;
    const sole = soleGroup(pieces, back + 1, mark);
    const named = (groupAt(pieces, sole)?.members.length ?? 0) > 0;
    if (sole >= 0 && code !== ',' && (named || !groupAt(pieces, back - 1))) return sole;
    if (!groupAt(pieces, back - 1)) continue;
    if (appositive.test(codeAt(pieces, back + 1)) || groupAt(pieces, back + 1)) return back - 1;
  }
  return -1;
}

/** "states that took part in the talks have not signed": the noun of a relative clause. */
export function overRelative(pieces: readonly Piece[], place: number): Subject | null {
  for (let back = place; back > 0 && place - back < 12; back -= 1) {
    const code = codeAt(pieces, back);
    if (/^(?:that|which|who)$/.test(code)) return subjectAt(pieces, back - 1, true);
    if (/^[,;:]$/.test(code) || code === 'P') return null;
  }
  return null;
}

/** "The 21 nations during a meeting in Paris signed": the group before a phrase of place or time. */
export function overPhrase(pieces: readonly Piece[], place: number): Subject | null {
  for (let back = place; back > 0 && place - back < 10; back -= 1) {
    const code = codeAt(pieces, back);
    if (/^[,;:.]$/.test(code) || groupAt(pieces, back)) return null;
    if (/^(?:during|at|in|after|following|on|of|from)$/.test(code) && groupAt(pieces, back - 1)) {
      return subjectAt(pieces, back - 1);
    }
  }
  return null;
}

/** "70 governments, bodies and research institutes signed": the list before a last unknown noun. */
export function overLast(pieces: readonly Piece[], place: number): Subject | null {
  let back = place;
  while (back > place - 4 && /^\p{L}/u.test(codeAt(pieces, back)) && !groupAt(pieces, back)) {
    if (codeAt(pieces, back) === 'and') break;
    back -= 1;
  }
  if (codeAt(pieces, back) !== 'and' || back === place) return null;
  const last = codeAt(pieces, back - 1) === ',' ? back - 2 : back - 1;
  if (codeAt(pieces, last) !== 'N') return null;
  let first = last;
  for (let at = last - 1; at > last - 6 && at >= 0; at -= 1) {
    if (codeAt(pieces, at) === 'N' && codeAt(pieces, at + 1) === ',') first = at;
  }
  return subjectAt(pieces, first);
}
