import { type Group, type Piece, together } from '../annotation/pieces.js';
import { listedAfter } from './agents.js';
import { codeAt, groupAt, isMark, type SentenceEvent, wordsAt } from './sentence.js';
import { verbAt } from './verbs.js';

export const auxiliary = /^(?:did|do|does|has|have|had|was|were|is|are|would|will)$/;

/** The clause ends here, so that the word before stands without an object. */
export function ends(pieces: readonly Piece[], place: number): boolean {
  const code = codeAt(pieces, place);
  return (
    place >= pieces.length ||
    isMark(code) ||
    /^(?:and|but|while|because|despite|in|on|at|D|nor)$/.test(code)
  );
}

/** "signed by A, followed by B in May": who came next. */
export function nextInLine(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
): SentenceEvent | null {
  if (codeAt(pieces, place) !== 'followed' || codeAt(pieces, place + 1) !== 'by') return null;
  const at = codeAt(pieces, place + 2) === 'the' ? place + 3 : place + 2;
  const group = groupAt(pieces, at);
  return group && codeAt(pieces, at + 1) !== "'s"
    ? { ...model, place, group, negated: false }
    : null;
}

/** "Chile has signed the pact, joining Peru and Brazil": who had done it before. */
export function joinedBefore(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
): SentenceEvent | null {
  if (codeAt(pieces, place) !== 'joining' || codeAt(pieces, place - 1) !== ',') return null;
  const at = /^(?:the|fellow|both)$/.test(codeAt(pieces, place + 1)) ? place + 2 : place + 1;
  const group = groupAt(pieces, at);
  if (!group || group.members.length === 0 || codeAt(pieces, at + 1) === "'s") return null;
  const closes = ends(pieces, at + 1) && codeAt(pieces, at + 1) !== 'in';
  return closes ? { ...model, place, group, negated: false } : null;
}

/** "Angola ratified on 12 August, Lebanon on 5 February": the verb left out. */
export function gapped(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
): SentenceEvent | null {
  const group = groupAt(pieces, place);
  if (!group || group.members.length === 0 || model.place >= place || model.deed !== 'did')
    return null;
  if (!/^(?:,|and|;)$/.test(codeAt(pieces, place - 1))) return null;
  const date = /^(?:on|in)$/.test(codeAt(pieces, place + 1)) ? place + 2 : place + 1;
  const same = /^of (?:that|the same) year$/.test(
    [1, 2, 3].map((step) => codeAt(pieces, date + step)).join(' '),
  );
  if (codeAt(pieces, date) !== 'D' || !(same || ends(pieces, date + 1))) return null;
  const between = pieces
    .slice(model.place + 1, place)
    .some((piece) => piece.item === null && verbAt(piece.code));
  return between ? null : { ...model, place, group, negated: false };
}

/** "These include A and B", "Other countries included C": names for a plural told just before. */
export function named(pieces: readonly Piece[], previous: SentenceEvent): SentenceEvent | null {
  const first = codeAt(pieces, 0);
  const opens =
    /^(?:these|they|those|others|them|other)$/.test(first) ||
    first === 'N' ||
    wordsAt(pieces, 0, 'among them');
  const denies = pieces.slice(0, 8).some(({ code }) => /^(?:not|never|no|yet|without)$/.test(code));
  const listed = opens && !denies && previous.group.open ? listedAfter(pieces, 1, 5) : null;
  if (!listed) return null;
  let group: Group = { ...listed.group, open: false };
  for (let at = listed.place; at < pieces.length; at += 1) {
    if (
      verbAt(codeAt(pieces, at)) ||
      auxiliary.test(codeAt(pieces, at)) ||
      /^[;:]$/.test(codeAt(pieces, at))
    )
      break;
    const more = groupAt(pieces, at);
    if (more) group = together(group, more);
  }
  return group.members.length > 0
    ? { ...previous, place: listed.place, group, negated: false }
    : null;
}
