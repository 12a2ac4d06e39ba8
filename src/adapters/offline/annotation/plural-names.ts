import { codeAt } from '../events/sentence.js';
import { asGroup, type Group, type Piece, replaced, together } from './pieces.js';
import { lightWords } from './vocabulary.js';

export const marks = /^(?:,|-|–|—|--|\(|\))$/;
const dashes = /^(?:-|–|—|--|\()$/;
export const closers = /^(?:,|-|–|—|--|\))$/;
const smallWords = /^(?:major|those|players|like|rival|semi-rival|former|of)$/;

export function overSmallWords(pieces: readonly Piece[], place: number): number {
  let at = place;
  while (
    at < place + 4 &&
    pieces[at]?.item === null &&
    (lightWords.has(codeAt(pieces, at)) || smallWords.test(codeAt(pieces, at)))
  )
    at += 1;
  return at;
}

export function named(piece: Piece | undefined): Group | null {
  const group = asGroup(piece);
  return group && (group.members.length > 0 || group.blocs.length > 0) ? group : null;
}

export function related(host: Group, inside: Group, includes: boolean): Group {
  if (includes) return { ...together(host, { ...inside, open: true }), open: true };
  return { ...host, excluded: [...host.excluded, ...inside.members] };
}

/** "Dozens of firms, from Airbus to Siemens, have": a span of names. */
function spanned(pieces: readonly Piece[], place: number): Piece[] | null {
  const host = asGroup(pieces[place - 1]);
  if (!host?.open || codeAt(pieces, place) !== ',' || codeAt(pieces, place + 1) !== 'from')
    return null;
  const first = named(pieces[place + 2]);
  const last = named(pieces[place + 4]);
  if (!first || codeAt(pieces, place + 3) !== 'to' || !last) return null;
  const end = codeAt(pieces, place + 5) === ',' ? place + 6 : place + 5;
  return replaced(pieces, place - 1, end, related(host, together(first, last), true));
}

/** "participating countries Australia, Canada and Japan": a plural right before its names. */
function beside(pieces: readonly Piece[], place: number): Piece[] | null {
  const host = asGroup(pieces[place - 1]);
  const inside = asGroup(pieces[place]);
  if (codeAt(pieces, place - 1) !== 'N' || !host || !inside) return null;
  const definite = /^(?:the|those|these|all)\b/i.test(pieces[place - 1]?.text ?? '');
  if (inside.members.length < (definite ? 3 : 2) || codeAt(pieces, place + 1) === "'s") return null;
  return replaced(pieces, place - 1, place + 1, { ...related(host, inside, true), count: null });
}

/** "Two thirds of its members, Ireland and Poland among them, signed": named after the plural. */
function amongThem(pieces: readonly Piece[], place: number): Piece[] | null {
  const host = asGroup(pieces[place - 2]);
  const inside = asGroup(pieces[place]);
  const words = `${codeAt(pieces, place + 1)} ${codeAt(pieces, place + 2)}`;
  if (codeAt(pieces, place - 2) !== 'N' || !marks.test(codeAt(pieces, place - 1))) return null;
  if (!host || !inside?.members.length) return null;
  const length =
    words === 'among them' || words === 'amongst them'
      ? 3
      : codeAt(pieces, place + 1) === 'included'
        ? 2
        : 0;
  if (length === 0 || !closers.test(codeAt(pieces, place + length))) return null;
  return replaced(pieces, place - 2, place + length + 1, related(host, inside, true));
}

/** "Four nations – Samoa, Vanuatu and Gambia – have": names between dashes or in brackets. */
function enumerated(pieces: readonly Piece[], place: number): Piece[] | null {
  const host = asGroup(pieces[place - 1]);
  const before = codeAt(pieces, place - 1);
  if (!host?.open || !/^[NP]$/.test(before) || !dashes.test(codeAt(pieces, place))) return null;
  if (before === 'P' && codeAt(pieces, place) === '(') return null;
  const group = overSmallWords(pieces, place + 1);
  const inside = named(pieces[group]);
  if (!inside || !closers.test(codeAt(pieces, group + 1))) return null;
  return replaced(pieces, place - 1, group + 2, related(host, inside, true));
}

/** The plural right before `place`, or around it, with the names that stand beside it. */
export function withNames(pieces: readonly Piece[], place: number): Piece[] | null {
  return (
    beside(pieces, place) ??
    amongThem(pieces, place) ??
    enumerated(pieces, place) ??
    spanned(pieces, place)
  );
}
