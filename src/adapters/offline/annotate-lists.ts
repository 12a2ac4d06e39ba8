import { slugOf } from '../../domain/participant.js';
import {
  asGroup,
  type Group,
  groupOf,
  isCapitalised,
  type Member,
  type Piece,
  replaced,
  together,
} from './pieces.js';
import { lightWords, listLinks } from './vocabulary.js';

interface Link {
  /** Place of the next name. */
  readonly next: number;
  readonly conjunction: boolean;
}

const wordLinks: readonly (readonly string[])[] = [
  ['as', 'well', 'as'],
  ['along', 'with'],
  ['together', 'with'],
  ['alongside'],
  ['plus'],
];

/** Steps over "," "and", ", as well as", with a few small words before the next name. */
function linkAt(pieces: readonly Piece[], place: number): Link | null {
  let at = place;
  let conjunction = false;
  let comma = false;
  if (/^[,/]$/.test(pieces[at]?.code ?? '')) {
    comma = true;
    at += 1;
  }
  const phrase = wordLinks.find((words) =>
    words.every((word, index) => pieces[at + index]?.code === word),
  );
  if (phrase) {
    at += phrase.length;
    conjunction = true;
  } else if (listLinks.has(pieces[at]?.code ?? '')) {
    at += 1;
    conjunction = true;
  }
  if (!comma && !conjunction) return null;
  let small = 0;
  while (small < 3 && pieces[at]?.item === null && lightWords.has(pieces[at]?.code ?? '')) {
    at += 1;
    small += 1;
  }
  return { next: at, conjunction };
}

function named(piece: Piece | undefined): Group | null {
  const group = asGroup(piece);
  return group && (group.members.length > 0 || group.blocs.length > 0) ? group : null;
}

function typeByName(name: string, before: string): Member['type'] {
  if (/\b(?:university|college|institute of technology|school)\b/i.test(name)) return 'academia';
  if (
    before === 'ngo' ||
    /\b(?:foundation|society|association|council|institute|alliance)\b/i.test(name)
  )
    return 'civil-society';
  return 'company';
}

/** A capitalised name that nobody knows, between two links of a list of bodies. */
function unknownAt(
  pieces: readonly Piece[],
  place: number,
): { readonly end: number; readonly member: Member } | null {
  let end = place;
  while (end < place + 4 && isCapitalised(pieces[end])) end += 1;
  const first = pieces[place];
  const last = pieces[end - 1];
  if (!first || !last || end === place) return null;
  const closes =
    end >= pieces.length ||
    /^(?:,|and|or|&|\.|;|:|\)|have|has|are|were|signed|joined|among)$/.test(
      pieces[end]?.code ?? '',
    );
  if (!closes) return null;
  const name = pieces
    .slice(place, end)
    .map((piece) => piece.text)
    .join(' ');
  const id = slugOf(name);
  if (id === '') return null;
  return { end, member: { id, name, type: typeByName(name, pieces[place - 1]?.code ?? '') } };
}

function isBody(group: Group): boolean {
  return group.members.some((member) => member.type !== 'state');
}

interface Chain {
  readonly end: number;
  readonly group: Group;
  readonly items: number;
  readonly conjunction: boolean;
}

function chainFrom(pieces: readonly Piece[], place: number, first: Group, bodies: boolean): Chain {
  let chain: Chain = { end: place + 1, group: first, items: 1, conjunction: false };
  for (;;) {
    const link = linkAt(pieces, chain.end);
    if (!link) return chain;
    const next = named(pieces[link.next]);
    const stranger = !next && bodies ? unknownAt(pieces, link.next) : null;
    const after = next ? link.next + 1 : (stranger?.end ?? 0);
    const owned = pieces[after]?.code === "'s";
    const group = next ?? (stranger ? groupOf([stranger.member]) : null);
    if (!group || owned) return chain;
    chain = {
      end: after,
      group: together(chain.group, group),
      items: chain.items + 1,
      conjunction: chain.conjunction || link.conjunction,
    };
  }
}

/** A list that opens with a name nobody knows: "Foo, Microsoft and Bar". */
function opensList(
  pieces: readonly Piece[],
  place: number,
): { readonly end: number; readonly member: Member } | null {
  if (pieces[place]?.item !== null || lightWords.has(pieces[place]?.code ?? '')) return null;
  const previous = pieces[place - 1]?.code ?? '';
  if (!/^(?:like|including|include|are|as|:|by|companies|firms|giants|-|–|—)$/.test(previous))
    return null;
  const stranger = unknownAt(pieces, place);
  const link = stranger ? linkAt(pieces, stranger.end) : null;
  const next = link ? named(pieces[link.next]) : null;
  return stranger && next && isBody(next) ? stranger : null;
}

function clearBrackets(pieces: readonly Piece[]): Piece[] {
  const result = [...pieces];
  for (let place = 1; place < result.length - 1; place += 1) {
    if (result[place]?.code !== '(' || !named(result[place - 1])) continue;
    const inside = result[place + 1];
    const short = inside && (named(inside) !== null || /^[A-Z]{2,5}$/.test(inside.text));
    if (short && result[place + 2]?.code === ')') result.splice(place, 3);
  }
  return result;
}

/** Joins names that stand in a list into one group: "the US, Russia and China". */
export function withLists(pieces: readonly Piece[]): Piece[] {
  let result = clearBrackets(pieces);
  for (let place = 0; place < result.length; place += 1) {
    const stranger = opensList(result, place);
    if (stranger) result = replaced(result, place, stranger.end, groupOf([stranger.member]));
    const first = named(result[place]);
    if (!first || result[place + 1]?.code === "'s") continue;
    const bodies =
      isBody(first) ||
      result.slice(place + 1).some((piece) => {
        const group = named(piece);
        return group !== null && isBody(group);
      });
    const chain = chainFrom(result, place, first, bodies);
    const before = result[place - 1]?.code ?? '';
    const loose = chain.items === 2 && !chain.conjunction;
    if (chain.items < 2 || (loose && /^(?:in|at|from|to|for|with)$/.test(before))) continue;
    const from = /^(?:both|neither|either|the)$/.test(before) ? place - 1 : place;
    if (before === 'neither' || before === 'either') {
      result = replaced(result, place, chain.end, chain.group);
    } else result = replaced(result, from, chain.end, chain.group);
  }
  return result;
}

/** "17 governments and the EU": names beside an unnamed plural. */
export function withMixedLists(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const first = asGroup(result[place]);
    const link = first ? linkAt(result, place + 1) : null;
    const next = link?.conjunction ? asGroup(result[link.next]) : null;
    if (!first || !link || !next || result[link.next + 1]?.code === "'s") continue;
    result = replaced(result, place, link.next + 1, together(first, next));
    place -= 1;
  }
  return result;
}
