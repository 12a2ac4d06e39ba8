import { codeAt } from '../events/sentence.js';
import { groupOf, isCapitalised, type Piece, replaced } from './pieces.js';
import { numberOf, prepositions, singularTakers, takers } from './vocabulary.js';

const quantifiers =
  /^(?:all|several|many|most|some|other|others|more|numerous|various|dozens|hundreds|few|certain|every|any|leading|nuclear|major)$/;
const auxiliaries =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|that|which|who|said|says|signed|joined|to|not|and|but)$/;
const hedges: ReadonlyMap<string, string> = new Map([
  ['over', 'over'],
  ['about', 'about'],
  ['around', 'around'],
  ['some', 'some'],
  ['nearly', 'nearly'],
  ['almost', 'almost'],
  ['roughly', 'roughly'],
  ['approximately', 'approximately'],
  ['than', 'more than'],
  ['least', 'at least'],
]);
const lead =
  /^(?:more|than|at|least|over|about|around|some|nearly|almost|roughly|approximately|the|a|number|of|only|just|whole|bunch|host|slew|raft|handful|array)$/;
const pronounLike = /^(?:its|their|his|her|the|both|these|those|two|three|four)$/;

interface Quantity {
  readonly from: number;
  /** Null where the number counts only a part: "thirteen of its members", "seven more states". */
  readonly value: number | null;
}

function quantityBefore(pieces: readonly Piece[], noun: number): Quantity {
  let from = noun;
  for (let back = noun - 1; back >= Math.max(0, noun - 7); back -= 1) {
    const piece = pieces[back];
    const { code } = piece ?? { code: '' };
    if (!piece || (piece.item && piece.item.kind !== 'group') || /^[^\p{L}\p{N}]/u.test(code))
      break;
    const number = piece.item === null ? numberOf(code) : null;
    if (number !== null && !(number > 1900 && number < 2100)) {
      const whole = numberOf(codeAt(pieces, back - 2));
      if (codeAt(pieces, back - 1) === 'of' && whole !== null)
        return { from: back - 2, value: whole };
      const partial = /^(?:of|more|other|further|additional|new)$/.test(codeAt(pieces, back + 1));
      return { from: back, value: partial ? null : number };
    }
    if (quantifiers.test(code)) from = back;
    else if (auxiliaries.test(code) || (prepositions.has(code) && code !== 'of')) break;
  }
  return { from, value: null };
}

/** "both countries", "its members": spoken of before, unless a relative clause makes them new. */
function spokenOfBefore(pieces: readonly Piece[], noun: number, from: number): boolean {
  if (from !== noun && !(from === noun - 1 && /^(?:two|three|four)$/.test(codeAt(pieces, from))))
    return false;
  const before = from === noun ? codeAt(pieces, noun - 1) : codeAt(pieces, from - 1);
  if (!pronounLike.test(before) || pieces.at(-1)?.code === ':') return false;
  return !/^(?:that|which|who|such|like|including|[a-z]+ing|—|–|-|\()$/.test(
    codeAt(pieces, noun + 1),
  );
}

/** "tech giants Microsoft and Google": the word belongs to the names. */
function isNamedNext(pieces: readonly Piece[], noun: number): boolean {
  const next = pieces[noun + 1];
  return next?.item?.kind === 'group' || isCapitalised(next);
}

/** "every country", "each remaining member state": all of them, by a singular noun. */
function isEach(pieces: readonly Piece[], noun: number): boolean {
  if (!singularTakers.has(codeAt(pieces, noun)) || singularTakers.has(codeAt(pieces, noun + 1)))
    return false;
  let at = noun - 1;
  while (
    at > noun - 4 &&
    /^(?:[a-z]+(?:al|an|ar|ic|ing|er|ed)|member|single|other)$/.test(codeAt(pieces, at))
  )
    at -= 1;
  return /^(?:every|each|no)$/.test(codeAt(pieces, at));
}

/** "51 countries", "thirteen of its members", "several states": plurals without names. */
export function withPlurals(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const noun = result[place];
    if (!noun || noun.item !== null) continue;
    if (!takers.has(noun.code) && !isEach(result, place)) continue;
    if (noun.code === 'giants' && isNamedNext(result, place)) continue;
    const { from, value } = quantityBefore(result, place);
    if (spokenOfBefore(result, place, from)) continue;
    const qualifier = hedges.get(codeAt(result, from - 1)) ?? null;
    const count = value === null || value < 2 ? null : { value, qualifier, unit: noun.text };
    let start = from;
    while (start > from - 4 && lead.test(codeAt(result, start - 1))) start -= 1;
    if (codeAt(result, start) === 'of' && start < from) start += 1;
    result = replaced(result, start, place + 1, groupOf([], { open: true, count }));
    place = start;
  }
  return result;
}
