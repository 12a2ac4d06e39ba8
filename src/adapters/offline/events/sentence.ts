import {
  type AccordMention,
  asAccord,
  asGroup,
  type Group,
  type Piece,
} from '../annotation/pieces.js';
import { offices, prepositions } from '../annotation/vocabulary.js';

/** What a participant did by the words of one sentence. */
export type Deed = 'did' | 'declined' | 'undecided' | 'announced' | 'absent';

/** The kind of step that the words name. */
export type Act =
  | 'sign'
  | 'ratify'
  | 'accept'
  | 'approve'
  | 'accede'
  | 'support'
  | 'join'
  | 'party'
  | 'leave'
  | 'reject'
  | 'launch'
  | 'promote'
  | 'adopt'
  | 'any';

/** One statement about one group and one accord. */
export interface SentenceEvent {
  /** Place of the word that carries it. */
  readonly place: number;
  readonly group: Group;
  readonly accord: string;
  readonly act: Act;
  readonly deed: Deed;
  /** Reported, inferred or vague. */
  readonly doubtful: boolean;
  /** Names no participant by itself: kept for its count and for names that follow. */
  readonly negated: boolean;
  /** Told of a time before another past one: "had not signed". */
  readonly past?: boolean;
  /** Place of the act that it takes up with its date: "as did Chad". */
  readonly like?: number;
}

export function codeAt(pieces: readonly Piece[], place: number): string {
  return pieces[place]?.code ?? '';
}

/** True when the codes from `place` on are these words. */
export function wordsAt(pieces: readonly Piece[], place: number, words: string): boolean {
  return words.split(' ').every((word, index) => codeAt(pieces, place + index) === word);
}

export function isMark(code: string): boolean {
  return /^(?:[,;:.!?()]|-|–|—|--|…)$/.test(code);
}

const actsFor =
  /^(?:agencies|governments?|likes|representatives?|leaders?|presidents?|ministers?|envoys?|none|all|both|most|total|kingdom|republic|N)$/;

/** True for a group that is inside a phrase such as "in Spain" or "with the US". */
export function isOblique(pieces: readonly Piece[], place: number): boolean {
  let at = place - 1;
  while (/^(?:the|both|all|host)$/.test(codeAt(pieces, at))) at -= 1;
  const before = codeAt(pieces, at);
  const holder = codeAt(pieces, at - 1);
  if (before === 'to' && holder === 'addition') return false;
  if (/^(?:of|in|from)$/.test(before) && (offices.has(holder) || actsFor.test(holder)))
    return before === 'in' && holder === 'N';
  return prepositions.has(before) && !/^(?:after|before|since|until)$/.test(before);
}

export function groupAt(pieces: readonly Piece[], place: number): Group | null {
  return codeAt(pieces, place) === 'I' || codeAt(pieces, place) === 'X'
    ? null
    : asGroup(pieces[place]);
}

export function mentionsBefore(pieces: readonly Piece[], place: number): readonly AccordMention[] {
  return pieces.slice(0, place).flatMap((piece) => asAccord(piece) ?? []);
}

/** Place of the last strong boundary before `place`: a semicolon, a dash, ", but", ", while". */
export function clauseStart(pieces: readonly Piece[], place: number): number {
  for (let back = place - 1; back >= 0; back -= 1) {
    const code = codeAt(pieces, back);
    if (/^(?:[;:]|—|–|--)$/.test(code)) return back + 1;
    if (
      /^(?:but|while|whereas|although|though|because|when|after|before|since|as|if|unless)$/.test(
        code,
      ) &&
      codeAt(pieces, back - 1) === ','
    )
      return back + 1;
  }
  return 0;
}
