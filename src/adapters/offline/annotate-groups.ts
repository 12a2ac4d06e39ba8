import type { Discourse } from './discourse.js';
import {
  asGroup,
  type Group,
  groupOf,
  isCapitalised,
  type Member,
  type Piece,
  replaced,
} from './pieces.js';
import { legislatures, numberOf, offices, prepositions, seats, takers } from './vocabulary.js';

export type MemberById = (id: string) => Member | null;

const notBefore = /^(?:in|at|to|from|near|of|outside|around|the|visit|visited)$/;

/** "Moscow", "Downing Street", "the Trump administration": seats that stand for a state. */
export function withSeats(pieces: readonly Piece[], memberOf: MemberById): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const piece = result[place];
    if (!piece || piece.item !== null || !isCapitalised(piece)) continue;
    const two = `${piece.code} ${result[place + 1]?.code ?? ''}`;
    const length = seats[two] ? 2 : seats[piece.code] ? 1 : 0;
    if (length === 0) continue;
    const office = /administration|house|department|street|kremlin|whitehall|palace/.test(two);
    const before = result[place - 1]?.code ?? '';
    const after = result[place + length]?.code ?? '';
    if (
      !office &&
      (notBefore.test(before) || /^(?:declaration|convention|treaty|state)$/.test(after))
    )
      continue;
    const member = memberOf(seats[two] ?? seats[piece.code] ?? '');
    if (!member) continue;
    const from = before === 'the' ? place - 1 : place;
    result = replaced(result, from, place + length, groupOf([member]));
  }
  return result;
}

const stops =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|and\/or|that|which|who|said|says|signed|joined|to|not|,|;|:|\(|\))$/;

/** End of the name of a person that begins at `place`; `place` itself when none does. */
function personEnd(pieces: readonly Piece[], place: number): number {
  let end = place;
  while (end < place + 5 && isCapitalised(pieces[end]) && !stops.test(pieces[end]?.code ?? ''))
    end += 1;
  return end;
}

/**
 * "the French government", "Spain's science minister, Diana Morant,", "US Vice President JD
 * Vance": the office acts for the state. Remembers the person by surname.
 */
export function withOffices(
  pieces: readonly Piece[],
  discourse: Discourse,
  nationality: (word: string) => Member | null,
): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const piece = result[place];
    if (!piece) continue;
    const group = asGroup(piece);
    const member =
      group?.members.length === 1
        ? group.members[0]
        : isCapitalised(piece)
          ? nationality(piece.code)
          : null;
    if (!member || member.type !== 'state') continue;
    let office = place + 1;
    while (office < place + 7) {
      const next = result[office];
      if (!next || next.item !== null || offices.has(next.code)) break;
      if (stops.test(next.code) || (prepositions.has(next.code) && next.code !== 'of')) break;
      office += 1;
    }
    const noun = result[office];
    if (!noun || noun.item !== null || !offices.has(noun.code)) continue;
    let last = office;
    while (offices.has(result[last + 1]?.code ?? '') && result[last + 1]?.item === null) last += 1;
    let end = last + 1;
    if (
      /^(?:for|of)$/.test(result[end]?.code ?? '') &&
      /minister|secretary|envoy|representative/.test(result[last]?.code ?? '')
    ) {
      let after = end + 1;
      while (
        after < end + 6 &&
        result[after]?.item === null &&
        /^\p{L}/u.test(result[after]?.code ?? '') &&
        !stops.test(result[after]?.code ?? '')
      )
        after += 1;
      if (result[after]?.code === ',' || after > end + 1) end = after;
    }
    const comma = result[end]?.code === ',' ? 1 : 0;
    const person = personEnd(result, end + comma);
    if (person > end + comma) {
      const surname = result[person - 1]?.code;
      if (surname) discourse.people.set(surname, member.id);
      if (comma === 0) end = person;
      else if (result[person]?.code === ',') end = person + 1;
    }
    const from = result[place - 1]?.code === 'the' ? place - 1 : place;
    const legislature = legislatures.has(result[last]?.code ?? '');
    result = replaced(result, from, end, groupOf([member], { legislature }));
    place = from;
  }
  return result;
}

/** Surnames of people whose office was told before: "Macron urged". */
export function withPeople(
  pieces: readonly Piece[],
  discourse: Discourse,
  memberOf: MemberById,
): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const piece = result[place];
    const id = piece && isCapitalised(piece) ? discourse.people.get(piece.code) : undefined;
    const member = id === undefined ? null : memberOf(id);
    if (member) result = replaced(result, place, place + 1, groupOf([member]));
  }
  return result;
}

const quantifiers =
  /^(?:all|several|many|most|some|other|others|more|numerous|various|dozens|hundreds|few|certain|every|any|these|those|leading|nuclear|major|both)$/;
const hedges = new Map([
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
  ['only', 'only'],
]);

function hedgeBefore(pieces: readonly Piece[], place: number): string | null {
  return hedges.get(pieces[place - 1]?.code ?? '') ?? null;
}

/** "51 countries", "thirteen of its members", "several states": plurals without names. */
export function withPlurals(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const noun = result[place];
    if (!noun || noun.item !== null || !takers.has(noun.code)) continue;
    let from = place;
    let value: number | null = null;
    for (let back = place - 1; back >= Math.max(0, place - 7); back -= 1) {
      const piece = result[back];
      if (!piece || (piece.item !== null && !asGroup(piece)) || /^[^\p{L}\p{N}]/u.test(piece.code))
        break;
      const number = piece.item === null ? numberOf(piece.code) : null;
      if (number !== null && !(number > 1900 && number < 2100)) {
        value = number;
        from = back;
        break;
      }
      if (quantifiers.test(piece.code)) from = back;
      else if (stops.test(piece.code) || (prepositions.has(piece.code) && piece.code !== 'of'))
        break;
    }
    if (from === place) {
      const previous = result[place - 1]?.code ?? '';
      if (
        /^(?:its|their|his|her|the|both|these|those)$/.test(previous) &&
        !/^(?:that|which|who|such|like|including)$/.test(result[place + 1]?.code ?? '')
      )
        continue;
    }
    const qualifier = hedgeBefore(result, from);
    const count = value === null || value < 2 ? null : { value, qualifier, unit: noun.text };
    let start = from;
    while (
      /^(?:more|than|at|least|over|about|around|some|nearly|almost|roughly|approximately|the|a|number|of)$/.test(
        result[start - 1]?.code ?? '',
      ) &&
      start > from - 3
    )
      start -= 1;
    if (/^(?:of)$/.test(result[start]?.code ?? '')) start += 1;
    result = replaced(result, start, place + 1, groupOf([], { open: true, count }));
    place = start;
  }
  return result;
}

export function isOpen(group: Group): boolean {
  return group.open;
}
