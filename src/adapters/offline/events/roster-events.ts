import type { Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { singularTakers } from '../annotation/vocabulary.js';
import { listedAfter, type PlacedGroup } from './agents.js';
import { accordFor, roleEvent } from './role-lists.js';
import { type Act, codeAt, groupAt, type SentenceEvent } from './sentence.js';
import { joins, verbAt } from './verbs.js';

/** What a heading such as "those who have not signed" says of the names after it. */
interface Listed {
  readonly act: Act;
  readonly from: number;
  readonly deed?: 'undecided' | 'absent';
}

/** "Those endorsing A include B", "those that have signed are B", "other states to sign were B". */
function those(pieces: readonly Piece[], place: number): Listed | null {
  const nth = /^(?:first|last|latest|newest|next|only|\d+(?:st|nd|rd|th))$/.test(
    codeAt(pieces, place),
  );
  const noun = nth && singularTakers.has(codeAt(pieces, place + 1)) ? 1 : 0;
  if (nth && codeAt(pieces, place + noun + 1) === 'to' && codeAt(pieces, place - 1) === 'the') {
    const verb = verbAt(codeAt(pieces, place + noun + 2));
    return verb && joins(verb.act) ? { act: verb.act, from: place + noun + 2 } : null;
  }
  const open = codeAt(pieces, place) === 'N' && codeAt(pieces, place + 1) === 'to';
  if (codeAt(pieces, place) !== 'those' && !open) return null;
  let at = open ? place + 2 : place + 1;
  const lead = /^(?:who|that|which|have|has|had|so|far|already|yet|not|never|to)$/;
  const first = at;
  while (lead.test(codeAt(pieces, at))) at += 1;
  const before = pieces.slice(first, at).map((piece) => piece.code);
  const verb = verbAt(codeAt(pieces, at));
  if (!verb || verb.act === 'leave' || verb.act === 'reject') return null;
  if (before.includes('yet')) return { act: verb.act, from: at, deed: 'undecided' };
  const denied = before.some((code) => /^(?:not|never)$/.test(code));
  return denied ? { act: verb.act, from: at, deed: 'absent' } : { act: verb.act, from: at };
}

/** "The list of companies includes: ABB, Arm …", "the full list: …". */
function list(
  pieces: readonly Piece[],
  place: number,
): { readonly act: Act; readonly from: number } | null {
  if (!/^(?:list|roster|roll|line-up)$/.test(codeAt(pieces, place))) return null;
  return /^(?:the|full|initial|original|current|a)$/.test(codeAt(pieces, place - 1))
    ? { act: 'join', from: place }
    : null;
}

/** "The 50th state to ratify, Honduras, set off": the name after such a phrase. */
function apposedTo(pieces: readonly Piece[], place: number, from: number): PlacedGroup | null {
  if (codeAt(pieces, place) === 'N' || codeAt(pieces, place) === 'those') return null;
  const the = codeAt(pieces, from) === 'the' ? from + 1 : from;
  const comma = asAccord(pieces[the]) ? the + 1 : from;
  const group = codeAt(pieces, comma) === ',' ? groupAt(pieces, comma + 1) : null;
  return group && group.members.length > 0 && codeAt(pieces, comma + 2) === ','
    ? { group, place: comma + 1 }
    : null;
}

function rosterEvent(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const found: Listed | null = those(pieces, place) ?? list(pieces, place);
  const lacks = pieces.slice(Math.max(0, place - 6), place).map((piece) => piece.code);
  if (!found || lacks.some((code) => /^(?:not|missing|absent|omitted|off)$/.test(code)))
    return null;
  const listed = listedAfter(pieces, found.from + 1, 9) ?? apposedTo(pieces, place, found.from + 1);
  const denies = pieces.slice(found.from, listed?.place).some((piece) => piece.code === 'not');
  if (!listed || denies) return null;
  const accord = accordFor(pieces, found.from, listed.place, discourse);
  if (accord === null) return null;
  return {
    place,
    group: listed.group,
    accord,
    act: found.deed ? 'any' : found.act,
    deed: found.deed ?? 'did',
    doubtful: false,
    negated: false,
  };
}

/** "Signed on 20 September: Algeria, Austria …", "Signed and ratified: Cuba": a label and its names. */
function labelEvents(pieces: readonly Piece[], discourse: Discourse): readonly SentenceEvent[] {
  const colon = pieces.findIndex((piece) => piece.code === ':');
  if (
    colon < 1 ||
    colon > 12 ||
    pieces.slice(0, colon).some((piece) => groupAt(pieces, pieces.indexOf(piece)))
  )
    return [];
  const listed = listedAfter(pieces, colon, 1);
  const accord = listed ? accordFor(pieces, 0, colon, discourse) : null;
  if (!listed || accord === null) return [];
  return pieces.slice(0, colon).flatMap((piece, place): readonly SentenceEvent[] => {
    const verb = verbAt(piece.code);
    const opens = place === 0 || /^(?:and|not|but|,|yet|signed)$/.test(codeAt(pieces, place - 1));
    if (verb?.form !== 'past' || !opens) return [];
    const denied = pieces.slice(Math.max(0, place - 2), place).some((each) => each.code === 'not');
    const deed = denied ? 'absent' : 'did';
    return [
      { place, group: listed.group, accord, act: verb.act, deed, doubtful: false, negated: false },
    ];
  });
}

/** "The signatories do not include India": who is not named. */
function notIncluded(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (codeAt(pieces, place) !== 'not' || !/^(?:do|does|did)$/.test(codeAt(pieces, place - 1)))
    return null;
  const group = codeAt(pieces, place + 1) === 'include' ? groupAt(pieces, place + 2) : null;
  const subject = pieces
    .slice(Math.max(0, place - 8), place)
    .map((piece) => piece.text.toLowerCase())
    .join(' ');
  if (
    !group ||
    !/(?:signatories|supporters|members|parties|list|roster|participants)/.test(subject)
  )
    return null;
  const accord = accordFor(pieces, Math.max(0, place - 8), place, discourse);
  if (accord === null) return null;
  return { place, group, accord, act: 'any', deed: 'absent', doubtful: false, negated: false };
}

/** What lists tell inside a sentence, by naming participants or by not naming them. */
export function rosterEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  const labels = labelEvents(pieces, discourse);
  if (labels.length > 0) return labels;
  return pieces.flatMap((_, place) => {
    const event =
      rosterEvent(pieces, place, discourse) ??
      notIncluded(pieces, place, discourse) ??
      roleEvent(pieces, place, discourse);
    return event ? [event] : [];
  });
}
