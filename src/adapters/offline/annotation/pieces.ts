import type { Bloc } from '../../../domain/bloc.js';
import type { DateSpan } from '../../../domain/partial-date.js';
import type { ParticipantType, Region } from '../../../domain/participant.js';
import { type Token, tokensOf } from './tokens.js';

/** A taker of part as claims name it. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly type: ParticipantType;
}

/** Participant by id; null for ids that nobody knows. */
export type MemberById = (id: string) => Member | null;

/** Where a text names blocs and regions. Offsets into the sentence. */
export interface PlaceName {
  readonly start: number;
  readonly end: number;
  readonly bloc: Bloc | null;
  readonly region: Region | null;
}

/** Participants that act together: a name, a list, "all EU members", "51 countries". */
export interface Group {
  readonly kind: 'group';
  readonly members: readonly Member[];
  /** Named as exceptions: "but not the United States". */
  readonly excluded: readonly Member[];
  /** Every member of the bloc; resolved when the date of the act is known. */
  readonly blocs: readonly Bloc[];
  readonly count: {
    readonly value: number;
    readonly qualifier: string | null;
    readonly unit: string;
  } | null;
  /** The group is, or ends in, a plural without names: "51 countries". */
  readonly open: boolean;
  /** "only A and B of the Five Eyes": the rest of the bloc did not. */
  readonly onlyOf: Bloc | null;
  readonly legislature: boolean;
}

/** Something signed: an accord of the corpus, or another one (`id` null). */
export interface AccordMention {
  readonly kind: 'accord';
  readonly id: string | null;
  /** By a name of its own rather than "the call". */
  readonly named: boolean;
  readonly noun: string | null;
  /** "an agreement which": may be the accord of the article, or any. */
  readonly vague?: boolean;
}

export interface DateMention {
  readonly kind: 'date';
  readonly span: DateSpan;
}

export type Item = Group | AccordMention | DateMention;

/** One step of a sentence: a word, or a stretch of words that was understood. */
export interface Piece {
  /** Lower-case word, or `P` (named participants), `N` (an open plural), `A`, `F`, `D`. */
  readonly code: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly item: Item | null;
}

export function piecesOf(sentence: string): Piece[] {
  return tokensOf(sentence).map((token: Token) => {
    return { code: token.lower, text: token.text, start: token.start, end: token.end, item: null };
  });
}

function codeOf(item: Item): string {
  if (item.kind === 'date') return 'D';
  if (item.kind === 'accord') return item.id === null ? 'F' : 'A';
  return item.open && item.members.length === 0 && item.blocs.length === 0 ? 'N' : 'P';
}

/** Puts one understood piece in the place of those from `from` until `to`. */
export function replaced(pieces: readonly Piece[], from: number, to: number, item: Item): Piece[] {
  const first = pieces[from];
  const last = pieces[to - 1];
  if (!first || !last) return [...pieces];
  const text = pieces
    .slice(from, to)
    .map((piece) => piece.text)
    .join(' ');
  const piece = { code: codeOf(item), text, start: first.start, end: last.end, item };
  return [...pieces.slice(0, from), piece, ...pieces.slice(to)];
}

export function groupOf(members: readonly Member[], more: Partial<Group> = {}): Group {
  return {
    kind: 'group',
    members,
    excluded: [],
    blocs: [],
    count: null,
    open: false,
    onlyOf: null,
    legislature: false,
    ...more,
  };
}

/** True for a word that begins with a capital. */
export function isCapitalised(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.item === null && /^\p{Lu}/u.test(piece.text);
}

export function asGroup(piece: Piece | undefined): Group | null {
  return piece?.item?.kind === 'group' ? piece.item : null;
}

export function asAccord(piece: Piece | undefined): AccordMention | null {
  return piece?.item?.kind === 'accord' ? piece.item : null;
}

/** Two groups as one, in order, each member once. */
export function together(a: Group, b: Group): Group {
  const ids = new Set(a.members.map((member) => member.id));
  return {
    ...a,
    members: [...a.members, ...b.members.filter((member) => !ids.has(member.id))],
    excluded: [...a.excluded, ...b.excluded],
    blocs: [...a.blocs, ...b.blocs],
    count: a.count ?? b.count,
    open: a.open || b.open,
    onlyOf: a.onlyOf ?? b.onlyOf,
  };
}
