import type { Discourse } from '../annotation/discourse.js';
import { asGroup, type Group, type Piece, together } from '../annotation/pieces.js';
import { absenceEvents } from './absence-events.js';
import { companions, listedAfter } from './agents.js';
import { belongingEvents } from './belonging-events.js';
import { echoEvents } from './echo-events.js';
import { idiomEvents } from './idiom-events.js';
import { membershipEvents } from './membership-events.js';
import { nominalEvents } from './nominal-events.js';
import { onlyOnes } from './only-ones.js';
import { predicateEvents } from './predicate-events.js';
import { rosterEvents } from './roster-events.js';
import { codeAt, type SentenceEvent } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { undecidedEvents } from './undecided-events.js';
import { verbEvents } from './verb-events.js';
import { joins } from './verbs.js';

/** "A, B and C are among the countries that have not joined": those who the plural stands for. */
function openedBy(
  pieces: readonly Piece[],
  event: SentenceEvent,
  discourse: Discourse,
): { readonly group: Group; readonly negated: boolean } | null {
  if (!event.group.open || event.group.members.length > 0) return null;
  const place = pieces.findIndex((piece) => piece.item === event.group);
  if (place < 0) return null;
  let at = place - 1;
  const part =
    /^(?:the|those|one|some|two|three|few|of|only|just|several|among|amongst|on|in|list|lists|roster|a)$/;
  while (part.test(codeAt(pieces, at))) at -= 1;
  const words = pieces.slice(at + 1, place + 1).map((piece) => piece.text.toLowerCase());
  if (
    !/\b(?:among|amongst|list|lists|roster|only|(?:one|some|two|three|several) of)\b/.test(
      words.join(' '),
    )
  )
    return null;
  let negated = false;
  while (
    /^(?:is|are|was|were|been|has|have|also|now|still|both|not|yet)$/.test(codeAt(pieces, at))
  ) {
    negated ||= codeAt(pieces, at) === 'not';
    at -= 1;
  }
  const subject = at < 0 ? null : subjectBefore(pieces, at + 1, discourse, false);
  if (subject) return { group: subject.group, negated: negated !== subject.negated };
  const listed =
    at < 0 || codeAt(pieces, at) === ',' ? listedAfter(pieces, event.place + 1, 12) : null;
  return listed && { group: listed.group, negated: false };
}

/** "With the exception of Japan, the G7 has": not "apart from", which may add to what follows. */
function opensWithException({ code, text }: Piece): boolean {
  return code === 'X' && (text === 'besides' || /exception|except|excluding|not/.test(text));
}

/** "Those endorsing it apart from the US include": named besides, and no exception. */
function isBesides(pieces: readonly Piece[], piece: Piece): boolean {
  if (!/^(?:apart from|aside from|besides|other than)$/.test(piece.text)) return false;
  const place = pieces.indexOf(piece);
  const lists = pieces
    .slice(place, place + 4)
    .some(({ code }) => /^(?:include|includes|included|are|were)$/.test(code));
  return lists || (place < 2 && piece.text === 'besides');
}

/** Words after which names are of the other side. */
const contrast = /^(?:missing|absent|albeit|but|although|though|while|whereas|lacking|holdouts)$/;

/** Names that follow a plural: "among them ABB", "but not Russia", "are: Australia, Canada". */
function completed(
  pieces: readonly Piece[],
  event: SentenceEvent,
  discourse: Discourse,
): SentenceEvent {
  let { group } = event;
  const named = openedBy(pieces, event, discourse);
  if (named?.negated) {
    if (event.deed !== 'did' || !joins(event.act)) return event;
    return { ...event, group: named.group, deed: 'absent', act: 'any' };
  }
  if (named) group = { ...named.group, count: group.count };
  else if (group.open && group.members.length === 0) {
    const listed = listedAfter(pieces, event.place + 1, 12);
    if (listed) group = together(group, listed.group);
  }
  const beside = /^(?:did|absent|declined)$/.test(event.deed)
    ? companions(pieces, event.place)
    : null;
  if (beside) group = together(group, beside);
  const own = pieces.findIndex((piece) => piece.item === event.group);
  const from = own >= 0 ? Math.min(own, event.place) : event.place;
  const heads = pieces.slice(0, Math.min(2, from)).filter(opensWithException);
  for (const piece of [...heads, ...pieces.slice(from)]) {
    const inside = asGroup(piece);
    if (!inside) continue;
    const at = pieces.indexOf(piece);
    const between = pieces.slice(Math.min(at, event.place), Math.max(at, event.place));
    if (piece.code === 'I' && between.some(({ code }) => contrast.test(code))) continue;
    if (piece.code === 'I' && group.open) group = together(group, inside);
    if (piece.code === 'X' && isBesides(pieces, piece)) group = together(group, inside);
    else if (piece.code === 'X')
      group = { ...group, excluded: [...group.excluded, ...inside.members] };
  }
  return { ...event, group };
}

/** Of events told twice by one word, or of one group and accord by overlapping words, the first. */
function distinct(events: readonly SentenceEvent[]): readonly SentenceEvent[] {
  return events.filter(
    (event, index) =>
      !events
        .slice(0, index)
        .some((other) => other.place === event.place && other.accord === event.accord),
  );
}

/** Everything that one sentence tells of takers of part, in order. */
export function eventsIn(
  pieces: readonly Piece[],
  discourse: Discourse,
  previous: SentenceEvent | null,
): readonly SentenceEvent[] {
  if (!discourse.actors && !pieces.some((piece) => asGroup(piece))) return [];
  const direct = distinct([
    ...undecidedEvents(pieces, discourse),
    ...absenceEvents(pieces, discourse),
    ...belongingEvents(pieces, discourse),
    ...[...pieces.keys()].flatMap((place) => onlyOnes(pieces, place, discourse) ?? []),
    ...idiomEvents(pieces, discourse),
    ...nominalEvents(pieces, discourse),
    ...rosterEvents(pieces, discourse),
    ...membershipEvents(pieces, discourse),
    ...predicateEvents(pieces, discourse),
    ...verbEvents(pieces, discourse),
  ]).map((event) => completed(pieces, event, discourse));
  const echoes = echoEvents(pieces, direct, previous, discourse);
  return [...direct, ...echoes].sort((a, b) => a.place - b.place);
}

/** A plural whose names may follow as a list: "The following countries have signed:". */
export function opensList(event: SentenceEvent): boolean {
  return event.group.open && joins(event.act);
}
