import { slugOf } from '../../../domain/participant.js';
import { codeAt } from '../events/sentence.js';
import { asGroup, type Group, isCapitalised, type Member, type Piece } from './pieces.js';
import { lightWords, listLinks } from './vocabulary.js';

export interface Link {
  /** Place of the next name. */
  readonly next: number;
  readonly conjunction: boolean;
}

const wordLinks: readonly (readonly string[])[] = [
  ['as', 'well', 'as'],
  ['along', 'with'],
  ['together', 'with'],
  ['plus'],
];
const lightPrefix = /^(?:ex|rival|semi|former|co)(?:-|$)/;

/** "Mexico; Chile; Brazil; and Peru": a semicolon that parts names, not clauses. */
function partsNames(pieces: readonly Piece[], place: number): boolean {
  const nameAt = (at: number): number => {
    let next = at;
    while (/^(?:and|the)$/.test(codeAt(pieces, next))) next += 1;
    return asGroup(pieces[next]) ? next : -1;
  };
  const next = codeAt(pieces, place) === ';' ? nameAt(place + 1) : -1;
  if (next < 0) return false;
  const back = codeAt(pieces, place - 2) === 'the' ? place - 3 : place - 2;
  return codeAt(pieces, back) === ';' || codeAt(pieces, next + 1) === ';';
}

/** Steps over "," "and", ", as well as", with a few small words before the next name. */
export function linkAt(pieces: readonly Piece[], place: number): Link | null {
  let at = place;
  let conjunction = false;
  const comma = /^[,/]$/.test(codeAt(pieces, at)) || partsNames(pieces, at);
  if (comma) at += 1;
  const phrase = wordLinks.find((words) =>
    words.every((word, index) => codeAt(pieces, at + index) === word),
  );
  if (phrase) {
    at += phrase.length;
    conjunction = true;
  } else if (listLinks.has(codeAt(pieces, at))) {
    at += 1;
    conjunction = true;
  }
  if (!comma && !conjunction) return null;
  for (let small = 0; small < 3; small += 1) {
    const code = codeAt(pieces, at);
    if (pieces[at]?.item !== null || !(lightWords.has(code) || lightPrefix.test(code))) break;
    at += 1;
  }
  return { next: at, conjunction };
}

/** "Iran and Libya – both oil states – as well as Yemen": the link after an interruption. */
export function linkOver(pieces: readonly Piece[], place: number): Link | null {
  if (!/^(?:–|—|--)$/.test(codeAt(pieces, place))) return null;
  for (let at = place + 1; at < place + 20; at += 1) {
    if (asGroup(pieces[at])?.members.length) return null;
    if (!/^(?:–|—|--)$/.test(codeAt(pieces, at))) continue;
    const link = linkAt(pieces, at + 1);
    return link?.conjunction ? link : null;
  }
  return null;
}

/** Words of a remark that take a name out of what is told of the list around it. */
const contrary = /^(?:not|never|without|only|but|until)$/;

export interface Remark {
  readonly end: number;
  /** "(which signed but has not ratified)": the list is not surely about this name. */
  readonly contrary: boolean;
}

/** "Iran (which signed in 2016), Libya and Yemen": the brackets after a name inside a list. */
export function remarkAt(pieces: readonly Piece[], place: number): Remark | null {
  if (codeAt(pieces, place) !== '(') return null;
  const close = pieces.findIndex((piece, at) => at > place && piece.code === ')');
  if (close < 0 || close > place + 16) return null;
  const inside = pieces.slice(place + 1, close);
  if (inside.some((piece) => namedGroup(piece))) return null;
  return { end: close + 1, contrary: inside.some((piece) => contrary.test(piece.code)) };
}

/** The group of a piece that has names or a whole bloc. */
export function namedGroup(piece: Piece | undefined): Group | null {
  const group = asGroup(piece);
  return group && (group.members.length > 0 || group.blocs.length > 0) ? group : null;
}

export interface Stranger {
  readonly end: number;
  readonly member: Member;
}

function typeByName(name: string, before: string): Member['type'] {
  if (/\b(?:university|college|institute of technology|school)\b/i.test(name)) return 'academia';
  const civil = /\b(?:foundation|society|association|council|institute|alliance|chamber)\b/i;
  return before === 'ngo' || civil.test(name) ? 'civil-society' : 'company';
}

const closing =
  /^(?:,|and|or|&|\.|;|:|\)|have|has|are|were|signed|joined|among|also|endorsed|backed|as)$/;

/** A capitalised name that nobody knows, from `place` up to a link or a verb. */
export function strangerAt(pieces: readonly Piece[], place: number): Stranger | null {
  let end = place;
  const part = (at: number) =>
    isCapitalised(pieces[at]) ||
    (at === place && namedGroup(pieces[at]) !== null) ||
    (codeAt(pieces, at) === 'of' && isCapitalised(pieces[at + 1]));
  while (end < place + 5 && part(end)) end += 1;
  if (end === place || !(end >= pieces.length || closing.test(codeAt(pieces, end)))) return null;
  const name = pieces
    .slice(place, end)
    .map((piece) => piece.text)
    .join(' ');
  const id = slugOf(name);
  if (id === '') return null;
  return { end, member: { id, name, type: typeByName(name, codeAt(pieces, place - 1)) } };
}
