import { codeAt } from '../events/sentence.js';
import { linkAt, linkOver, namedGroup, remarkAt, type Stranger, strangerAt } from './list-links.js';
import {
  asGroup,
  type Group,
  groupOf,
  isCapitalised,
  type Piece,
  replaced,
  together,
} from './pieces.js';
import { lightWords } from './vocabulary.js';

function isBody(group: Group): boolean {
  return group.members.some((member) => member.type !== 'state');
}

interface Chain {
  readonly end: number;
  readonly group: Group;
  readonly items: number;
  readonly conjunction: boolean;
}

interface Step {
  readonly end: number;
  readonly group: Group;
}

/** The name at a place of a list; an unknown body counts, an unknown state is stepped over. */
function stepAt(pieces: readonly Piece[], place: number, bodies: boolean): Step | null {
  const known = namedGroup(pieces[place]);
  const longer = known !== null && isCapitalised(pieces[place + 1]);
  if (known && !longer) return { end: place + 1, group: known };
  const stranger = strangerAt(pieces, place);
  if (!stranger) return known ? { end: place + 1, group: known } : null;
  if (bodies) return { end: stranger.end, group: groupOf([stranger.member]) };
  const goesOn = linkAt(pieces, stranger.end);
  return goesOn && namedGroup(pieces[goesOn.next])
    ? { end: stranger.end, group: groupOf([]) }
    : null;
}

function without(group: Group, gone: Group): Group {
  const ids = new Set(gone.members.map((member) => member.id));
  return { ...group, members: group.members.filter((member) => !ids.has(member.id)) };
}

/** "many EU member states" inside a list: a plural that names follow. */
function pluralAt(pieces: readonly Piece[], place: number): Step | null {
  let open = place;
  while (open < place + 2 && /^(?:many|most|several|some|other|\d+)$/.test(codeAt(pieces, open)))
    open += 1;
  const group = asGroup(pieces[open]);
  if (codeAt(pieces, open) !== 'N' || !group) return null;
  const next = linkAt(pieces, open + 1);
  return codeAt(pieces, open + 1) === ',' && next && namedGroup(pieces[next.next])
    ? { end: open + 1, group: { ...group, count: null, onlyOf: null } }
    : null;
}

function chainFrom(pieces: readonly Piece[], place: number, first: Group, bodies: boolean): Chain {
  let chain: Chain = { end: place + 1, group: first, items: 1, conjunction: false };
  let last = first;
  for (;;) {
    const remark = remarkAt(pieces, chain.end);
    const end = remark?.end ?? chain.end;
    const link = linkAt(pieces, end) ?? linkOver(pieces, end);
    const step = link ? (stepAt(pieces, link.next, bodies) ?? pluralAt(pieces, link.next)) : null;
    if (!link || !step || codeAt(pieces, step.end) === "'s") return chain;
    const kept = remark?.contrary ? without(chain.group, last) : chain.group;
    last = step.group;
    chain = {
      end: step.end,
      group: together(kept, step.group),
      items: chain.items + 1,
      conjunction: chain.conjunction || link.conjunction,
    };
  }
}

/** A list that opens with a name nobody knows: "Foo, Microsoft and Bar". */
function openingStranger(pieces: readonly Piece[], place: number): Stranger | null {
  if (pieces[place]?.item !== null || lightWords.has(codeAt(pieces, place))) return null;
  const opens = /^(?:like|including|includes?|are|as|:|by|companies|firms|giants|-|–|—)$/;
  if (!opens.test(codeAt(pieces, place - 1))) return null;
  const stranger = strangerAt(pieces, place);
  const link = stranger ? linkAt(pieces, stranger.end) : null;
  const next = link ? namedGroup(pieces[link.next]) : null;
  return stranger && next && isBody(next) ? stranger : null;
}

/** Takes out brackets after a name that add a word or two: "(UK)", "(founder)", "(CETS No. 185)". */
function clearBrackets(pieces: readonly Piece[]): Piece[] {
  const result = [...pieces];
  for (let place = 1; place < result.length - 1; place += 1) {
    const accord = codeAt(result, place - 1) === 'A';
    if (codeAt(result, place) !== '(' || !(accord || namedGroup(result[place - 1]))) continue;
    const close = result.findIndex(
      (piece, at) => at > place && at < place + 5 && piece.code === ')',
    );
    const inside = close < 0 ? [] : result.slice(place + 1, close);
    const short =
      inside.length > 0 && (inside.length === 1 || !inside.some((piece) => namedGroup(piece)));
    if (short) result.splice(place, close - place + 1);
  }
  return result;
}

/** End of "and other holdouts", "and other critics of it" after names; `place` without one. */
function othersAt(pieces: readonly Piece[], place: number): number {
  const at = codeAt(pieces, place) === ',' ? place + 1 : place;
  const among = codeAt(pieces, at) === 'among' && codeAt(pieces, at + 1) === 'N';
  if (among && /^others$/i.test(pieces[at + 1]?.text ?? '')) return at + 2;
  if (codeAt(pieces, at) !== 'and' || codeAt(pieces, at + 1) !== 'other') return place;
  for (let noun = at + 2; noun < at + 5; noun += 1) {
    const piece = pieces[noun];
    if (piece?.item !== null || !/^[a-z-]{4,}$/.test(piece.text)) return place;
    const next = codeAt(pieces, noun + 1);
    if (/s$/.test(piece.code) && !/^[a-z-]+s$/.test(next)) return noun + 1;
  }
  return place;
}

/** Joins names that stand in a list into one group: "the US, Russia and China". */
export function withLists(pieces: readonly Piece[]): Piece[] {
  let result = clearBrackets(pieces);
  for (let place = 0; place < result.length; place += 1) {
    const stranger = openingStranger(result, place);
    if (stranger) result = replaced(result, place, stranger.end, groupOf([stranger.member]));
    const first = namedGroup(result[place]);
    if (!first || codeAt(result, place + 1) === "'s") continue;
    const later = result.slice(place + 1).flatMap((piece) => namedGroup(piece) ?? []);
    const chain = chainFrom(result, place, first, [first, ...later].some(isBody));
    const before = codeAt(result, place - 1);
    const loose = chain.items === 2 && !chain.conjunction;
    const apart = /^(?:in|at|from|to|for|with|unlike|despite|after|before)$/.test(before);
    const others = othersAt(result, chain.end);
    if ((chain.items < 2 && others === chain.end) || (loose && apart)) continue;
    const from = /^(?:both|the)$/.test(before) ? place - 1 : place;
    const group = others > chain.end ? { ...chain.group, open: true } : chain.group;
    result = replaced(result, from, others, group);
    place = from;
  }
  return result;
}

/** "The UK and US governments": the plural is what the names before it are. */
export function withGovernments(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, place) => {
    const named = asGroup(pieces[place - 1])?.members.every((member) => member.type === 'state');
    const open = asGroup(piece)?.open === true && asGroup(piece)?.members.length === 0;
    return !(open && named && /^(?:governments|leaders|delegations)$/i.test(piece.text));
  });
}

/** "and 18 other EU member states": place of the plural behind a few words; `place` otherwise. */
function overAdjectives(pieces: readonly Piece[], place: number): number {
  let at = place;
  while (
    at < place + 3 &&
    pieces[at]?.item === null &&
    /^(?:other|\d+|[a-z-]{4,})$/.test(codeAt(pieces, at))
  )
    at += 1;
  const adjectives = pieces.slice(place, at).map((piece) => piece.code);
  const plain = !adjectives.some((code) =>
    /^(?:have|were|will|that|which|with|from|[a-z]+(?:ed|ing))$/.test(code),
  );
  return at > place && plain && codeAt(pieces, at) === 'N' ? at : place;
}

/** "17 governments and the EU": names beside an unnamed plural, whose number is not the whole. */
export function withMixedLists(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const first = /^[PN]$/.test(codeAt(result, place)) ? asGroup(result[place]) : null;
    const link = first ? linkAt(result, place + 1) : null;
    const at = link?.conjunction ? overAdjectives(result, link.next) : -1;
    const next = asGroup(result[at]);
    if (!first || !next || codeAt(result, at + 1) === "'s") continue;
    const partial = first.members.length > 0 && next.members.length === 0;
    const group = together(first, partial ? { ...next, count: null } : next);
    result = replaced(result, place, at + 1, group);
    place -= 1;
  }
  return result;
}
