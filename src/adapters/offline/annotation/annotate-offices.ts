import { codeAt } from '../events/sentence.js';
import type { Discourse } from './discourse.js';
import {
  asGroup,
  type Group,
  groupOf,
  isCapitalised,
  type Member,
  type MemberById,
  type Piece,
  replaced,
} from './pieces.js';
import { legislatures, offices, prepositions, seats } from './vocabulary.js';

const notBefore = /^(?:in|at|to|from|near|of|outside|around|the|visit|visited)$/;
const seatNames =
  /^(?:declaration|convention|treaty|state|call|agreement|accord|accords|peace|summit|forum|statement|process|deal|climate|ai|pact|protocol|meeting|conference|talks|airport|post)$/;
const firstNames = /^(?:joe|donald|barack|george)$/;
const alwaysOffices = /administration|house|department|street|kremlin|whitehall|palace/;

/** "Moscow", "Downing Street", "the Trump administration": seats that stand for a state. */
export function withSeats(pieces: readonly Piece[], memberOf: MemberById): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const piece = result[place];
    if (!piece || !isCapitalised(piece)) continue;
    const two = `${piece.code} ${codeAt(result, place + 1)}`;
    const length = seats[two] ? 2 : seats[piece.code] ? 1 : 0;
    if (length === 0) continue;
    const before = codeAt(result, place - 1);
    const told = /^(?:in|from)$/.test(before) && offices.has(codeAt(result, place - 2));
    const listed =
      /^(?:and|or|,)$/.test(before) &&
      isCapitalised(result[place - 2]) &&
      !seats[codeAt(result, place - 2)];
    if (listed) continue;
    const named = seatNames.test(codeAt(result, place + length));
    if (
      !alwaysOffices.test(length === 2 ? two : piece.code) &&
      !told &&
      (notBefore.test(before) || named)
    )
      continue;
    const member = memberOf(seats[two] ?? seats[piece.code] ?? '');
    if (!member) continue;
    const first = firstNames.test(before) ? place - 1 : place;
    const from = codeAt(result, first - 1) === 'the' ? first - 1 : first;
    result = replaced(result, from, place + length, groupOf([member]));
    place = from;
  }
  return result;
}

const stops =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|that|which|who|said|says|signed|joined|to|not|on|also|,|;|:|\(|\))$/;
const complemented = /minister|ministers|secretary|envoy|representative|chief|head|president/;

/** End of the name of a person that begins at `place`; `place` itself when none does. */
function personEnd(pieces: readonly Piece[], place: number): number {
  let end = place;
  while (end < place + 5 && isCapitalised(pieces[end]) && !stops.test(codeAt(pieces, end)))
    end += 1;
  return end;
}

/** Place of the office that follows a state or a nationality: "the French foreign minister". */
function officeAfter(pieces: readonly Piece[], place: number): number | null {
  for (let at = place + 1; at < place + 7; at += 1) {
    const next = pieces[at];
    if (!next || next.item !== null) return null;
    if (offices.has(next.code)) return at;
    if (stops.test(next.code) || (prepositions.has(next.code) && next.code !== 'of')) return null;
  }
  return null;
}

/** Steps over "of Science and Innovation" after an office. */
function complementEnd(pieces: readonly Piece[], office: number): number {
  const end = office + 1;
  if (!/^(?:for|of)$/.test(codeAt(pieces, end)) || !complemented.test(codeAt(pieces, office)))
    return end;
  let after = end + 1;
  while (
    after < end + 6 &&
    pieces[after]?.item === null &&
    /^\p{L}/u.test(codeAt(pieces, after)) &&
    !stops.test(codeAt(pieces, after))
  ) {
    after += 1;
  }
  return after > end + 1 ? after : end;
}

/** Where the office with the name of its holder ends; the holder is remembered by surname. */
function holderEnd(
  pieces: readonly Piece[],
  end: number,
  id: string,
  discourse: Discourse,
): number {
  const comma = codeAt(pieces, end) === ',' ? 1 : 0;
  const person = personEnd(pieces, end + comma);
  if (person === end + comma) return end;
  if (comma === 1 && codeAt(pieces, person) !== ',') return end;
  discourse.people.set(codeAt(pieces, person - 1), id);
  return comma === 0 ? person : person + 1;
}

/** "President Emmanuel Macron of France": the state after the office and the name. */
function officeOf(
  pieces: readonly Piece[],
  place: number,
): { readonly from: number; readonly group: Group } | null {
  const group = asGroup(pieces[place]);
  if (group?.members.length !== 1 || codeAt(pieces, place - 1) !== 'of') return null;
  let from = place - 1;
  while (
    from > place - 6 &&
    isCapitalised(pieces[from - 1]) &&
    !offices.has(codeAt(pieces, from - 1))
  )
    from -= 1;
  while (offices.has(codeAt(pieces, from - 1)) && pieces[from - 1]?.item === null) from -= 1;
  if (!offices.has(codeAt(pieces, from))) return null;
  if (/^(?:the)$/.test(codeAt(pieces, from - 1))) from -= 1;
  return { from, group };
}

/**
 * "the French government", "Spain's science minister, Diana Morant,", "US Vice President JD
 * Vance", "President Macron of France": the office acts for the state.
 */
export function withOffices(
  pieces: readonly Piece[],
  discourse: Discourse,
  nationality: (word: string) => Member | null,
): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const held = officeOf(result, place);
    if (held) {
      result = replaced(result, held.from, place + 1, held.group);
      place = held.from;
      continue;
    }
    const piece = result[place];
    const group = asGroup(piece);
    const adjective = isCapitalised(piece) ? nationality(codeAt(result, place)) : null;
    const member = group ? (group.members.length === 1 ? group.members[0] : null) : adjective;
    if (member?.type !== 'state') continue;
    const office = officeAfter(result, place);
    if (office === null) continue;
    let last = office;
    while (offices.has(codeAt(result, last + 1)) && result[last + 1]?.item === null) last += 1;
    const end = holderEnd(result, complementEnd(result, last), member.id, discourse);
    const from = codeAt(result, place - 1) === 'the' ? place - 1 : place;
    const legislature = legislatures.has(codeAt(result, last));
    const other = group ? null : partner(result, place, nationality);
    const members = other ? [other, member] : [member];
    const first = other ? place - 2 : from;
    result = replaced(result, first, end, groupOf(members, { legislature }));
    place = first;
  }
  return result;
}

/** "Italian and Spanish ministers": the nationality before "and". */
function partner(
  pieces: readonly Piece[],
  place: number,
  nationality: (word: string) => Member | null,
): Member | null {
  if (codeAt(pieces, place - 1) !== 'and' || !isCapitalised(pieces[place - 2])) return null;
  return nationality(codeAt(pieces, place - 2));
}

/** Surnames of people whose office is known: "Macron urged". */
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
    if (!member) continue;
    const from = isCapitalised(result[place - 1]) && place > 1 ? place - 1 : place;
    result = replaced(result, from, place + 1, groupOf([member]));
    place = from;
  }
  return result;
}
