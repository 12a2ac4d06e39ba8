import type { DateSpan } from '../../domain/partial-date.js';
import type { Piece } from './annotation/pieces.js';
import { codeAt, isMark, type SentenceEvent } from './events/sentence.js';

/** Dates of one act. */
export interface EventDates {
  readonly on: DateSpan | null;
  readonly effective: DateSpan | null;
  /** Day for which a statement of absence vouches: "as of March 2020". */
  readonly vouched: DateSpan | null;
}

const otherVerb =
  /^(?:launched|opened|adopted|held|hosted|met|began|started|entered|came|attacked|founded|created|established|published|released|unveiled|visited|elected|born|invaded|attended|presented|concluded|negotiated|banned|built|killed|ended|expired|said|says|told|announced|threatened|voted|urged|criticised|criticized|drafted|renamed|attack)$/;
const telling = /^(?:said|says|told|announced)$/;

/** "became the fourth nation to land": an act of its own, unlike "became the fourth to sign". */
function becomesOther(
  pieces: readonly Piece[],
  place: number,
  events: readonly SentenceEvent[],
): boolean {
  if (!/^(?:became|becomes|become)$/.test(codeAt(pieces, place))) return false;
  return !events.some(
    (event) =>
      event.place > place &&
      event.place < place + 14 &&
      !codes(pieces, place, event.place).includes(','),
  );
}

function codes(pieces: readonly Piece[], from: number, to: number): readonly string[] {
  return pieces.slice(from, to).map((piece) => piece.code);
}

function dateAt(pieces: readonly Piece[], place: number): DateSpan | null {
  const item = pieces[place]?.item;
  return item?.kind === 'date' ? item.span : null;
}

/** Place of the verb that a date belongs to. */
function anchorOf(
  pieces: readonly Piece[],
  place: number,
  anchors: readonly number[],
): number | null {
  let start = place;
  while (
    /^(?:on|in|by|since|until|before|of|as|from|at|early|late|mid|only|just|back)$/.test(
      codeAt(pieces, start - 1),
    )
  )
    start -= 1;
  const boundary = (at: number) =>
    at < 0 || /^[;:.]$|^(?:—|–|--|but|while|although|though)$/.test(codeAt(pieces, at));
  const left = [...anchors].reverse().find((anchor) => anchor < place);
  const right = anchors.find(
    (anchor) => anchor > place && !codes(pieces, place, anchor).includes(';'),
  );
  const parted =
    left === undefined || pieces.slice(left, start).some((_, index) => boundary(left + index));
  const opens =
    boundary(start - 1) ||
    (codeAt(pieces, start - 1) === 'and' && codeAt(pieces, place + 1) !== ',');
  if (right !== undefined && (opens || parted)) return right;
  return left ?? right ?? null;
}

/** "May 16 (UPI) -- ", "RIGA, 28 December (Xinhua) —": when it was written, not when it was done. */
function isDateline(pieces: readonly Piece[], place: number): boolean {
  const close = pieces.findIndex((piece, at) => at > place && piece.code === ')');
  const agency = codeAt(pieces, place + 1) === '(' && close - place < 6;
  return place < 7 && agency && /^(?:-|--|–|—)$/.test(codeAt(pieces, close + 1));
}

function adjectival(pieces: readonly Piece[], place: number): boolean {
  const before = codeAt(pieces, place - 1);
  const after = codeAt(pieces, place + 1);
  return (
    /^(?:the|its|a|their|'s|this)$/.test(before) &&
    after !== '' &&
    !isMark(after) &&
    !/^(?:and|by|in|at|to|when|after|with)$/.test(after)
  );
}

/** "signed and ratified in 2017": two verbs with one date. */
function coordinated(pieces: readonly Piece[], first: number, second: number): boolean {
  if (second <= first || second - first > 3) return false;
  const between = pieces.slice(first + 1, second).map((piece) => piece.code);
  return between.includes('and') && between.every((code) => /^(?:and|also|later|then)$/.test(code));
}

function takesEffect(pieces: readonly Piece[], place: number): boolean {
  const words = pieces
    .slice(Math.max(0, place - 5), place)
    .map((piece) => piece.code)
    .join(' ');
  return /(?:effective(?: on| from)?|effect(?: on| from| in)?|into force(?: on| in)?)$/.test(words);
}

/**
 * "A, B and C acceded in 2003, 2004 and 2005, respectively": each member as an event of its own
 * with its date; null where the dates are not as many as the members.
 */
export function apart(
  pieces: readonly Piece[],
  event: SentenceEvent,
): readonly { readonly event: SentenceEvent; readonly dates: EventDates }[] | null {
  const end = pieces.findIndex((piece, at) => at > event.place && piece.code === 'respectively');
  const { members } = event.group;
  if (end < 0 || event.deed !== 'did') return null;
  const spans = [...pieces.keys()]
    .slice(event.place, end)
    .flatMap((at) => dateAt(pieces, at) ?? []);
  if (members.length < 2 || spans.length !== members.length) return null;
  return members.map((member, index) => ({
    event: { ...event, group: { ...event.group, members: [member], blocs: [] } },
    dates: { on: spans[index] ?? null, effective: null, vouched: null },
  }));
}

/** The dates that a sentence gives for an act; a date goes to the verb that it stands with. */
export function datesOf(
  pieces: readonly Piece[],
  event: SentenceEvent,
  events: readonly SentenceEvent[],
): EventDates {
  const anchors = [
    ...new Set([
      ...events.map((each) => each.place),
      ...[...pieces.keys()].filter(
        (place) => otherVerb.test(codeAt(pieces, place)) || becomesOther(pieces, place, events),
      ),
    ]),
  ].sort((a, b) => a - b);
  let on: DateSpan | null = null;
  let effective: DateSpan | null = null;
  let vouched: DateSpan | null = null;
  for (const place of pieces.keys()) {
    const span = dateAt(pieces, place);
    if (!span || adjectival(pieces, place) || isDateline(pieces, place)) continue;
    if (codeAt(pieces, place - 1) === 'of' && /^[AF]$/.test(codeAt(pieces, place - 2))) continue;
    if (takesEffect(pieces, place)) {
      if (event.act === 'leave') effective = span;
      continue;
    }
    const before = codeAt(pieces, place - 1);
    if (before === 'of' && codeAt(pieces, place - 2) === 'as') {
      vouched = span;
      continue;
    }
    const anchor = anchorOf(pieces, place, anchors);
    const announced =
      event.deed === 'announced' && anchor !== null && telling.test(codeAt(pieces, anchor));
    const shared =
      anchor !== null && (anchor === event.like || coordinated(pieces, event.place, anchor));
    if (anchor !== event.place && !announced && !shared) continue;
    if (/^(?:after|until)$/.test(before)) continue;
    const until = /^(?:by|before)$/.test(before) && event.deed !== 'absent';
    on ??= until ? { earliest: null, latest: span.latest } : span;
  }
  return { on, effective, vouched };
}
