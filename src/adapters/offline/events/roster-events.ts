import type { Discourse } from '../annotation/discourse.js';
import { antecedent } from '../annotation/discourse.js';
import { asAccord, type Group, type Piece } from '../annotation/pieces.js';
import { singularTakers } from '../annotation/vocabulary.js';
import { listedAfter, type PlacedGroup } from './agents.js';
import { type Act, codeAt, groupAt, mentionsBefore, type SentenceEvent } from './sentence.js';
import { joins, verbAt } from './verbs.js';

function accordFor(
  pieces: readonly Piece[],
  from: number,
  to: number,
  discourse: Discourse,
): string | null {
  const inside = pieces.slice(from, to).flatMap((piece) => asAccord(piece) ?? [])[0];
  return inside ? inside.id : antecedent(discourse, null, mentionsBefore(pieces, from));
}

/** "Those endorsing A include B", "those that have signed are B", "other states to sign were B". */
function those(
  pieces: readonly Piece[],
  place: number,
): { readonly act: Act; readonly from: number } | null {
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
  while (/^(?:who|that|which|have|has|had|so|far|already)$/.test(codeAt(pieces, at))) at += 1;
  const verb = verbAt(codeAt(pieces, at));
  return verb && verb.act !== 'leave' && verb.act !== 'reject' ? { act: verb.act, from: at } : null;
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
  const found = those(pieces, place) ?? list(pieces, place);
  const lacks = pieces.slice(Math.max(0, place - 6), place).map((piece) => piece.code);
  if (!found || lacks.some((code) => /^(?:not|missing|absent|omitted|off)$/.test(code)))
    return null;
  const listed = listedAfter(pieces, found.from + 1, 9) ?? apposedTo(pieces, place, found.from + 1);
  if (!listed || pieces.slice(found.from, listed.place).some((piece) => piece.code === 'not'))
    return null;
  const accord = accordFor(pieces, found.from, listed.place, discourse);
  if (accord === null) return null;
  return {
    place,
    group: listed.group,
    accord,
    act: found.act,
    deed: 'did',
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

const holding = /^(?:has|have|had|counts|boasts|gathers|unites|numbers|with)$/;
const roles: readonly (readonly [RegExp, Act])[] = [
  [/signatories$/, 'sign'],
  [/parties$/, 'party'],
  [/(?:supporters|backers|endorsers)$/, 'support'],
  [/(?:members|partners|participants)$/, 'join'],
  [
    /(?:founding|member|participating|signatory|partner) .*(?:states|countries|nations|companies|firms)$/,
    'join',
  ],
];

/** "remains open, with over 70 parties as of 2025, including Japan". */
function beside(
  pieces: readonly Piece[],
  at: number,
  group: Group,
  act: Act,
  discourse: Discourse,
): SentenceEvent | null {
  const mention = mentionsBefore(pieces, at).at(-1);
  const accord = mention ? mention.id : accordFor(pieces, 0, 0, discourse);
  const after = pieces.slice(at + 1, at + 5).map((piece) => piece.code);
  const named = group.members.length > 0 || after.includes('I');
  if (accord === null || !named) return null;
  return { place: at, group, accord, act, deed: 'did', doubtful: false, negated: false };
}

/** "has 65 signatories and endorsements, which include Spain": the names that a clause adds. */
function namesBehind(pieces: readonly Piece[], at: number): Group | null {
  const comma = pieces.findIndex(
    (piece, place) => place > at && place < at + 4 && piece.code === ',',
  );
  if (comma < 0 || !/^(?:which|who|they|these)$/.test(codeAt(pieces, comma + 1))) return null;
  return listedAfter(pieces, comma + 2, 2)?.group ?? null;
}

/** "The Convention has 70 parties, including Japan". */
function holds(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!holding.test(codeAt(pieces, place))) return null;
  let at = place + 1;
  while (
    /^(?:now|currently|already|so|far|attracted|gained|the|over|some)$/.test(codeAt(pieces, at))
  )
    at += 1;
  const group = groupAt(pieces, at);
  const noun = pieces[at]?.text.toLowerCase().split(' , ')[0] ?? '';
  const role = roles.find(([pattern]) => pattern.test(noun.split(' including')[0] ?? ''));
  if (!group?.open || !group.count || !role) return null;
  if (codeAt(pieces, place) === 'with') return beside(pieces, at, group, role[1], discourse);
  const coordinated =
    codeAt(pieces, place - 1) === 'and' ? pieces.findIndex((piece) => piece.code === 'A') : -1;
  const opens = coordinated >= 0 && coordinated < 3 ? coordinated : place - 1;
  const before = asAccord(pieces[opens]);
  const pronoun =
    codeAt(pieces, place - 1) === 'it' || /^(?:now|currently)$/.test(codeAt(pieces, place - 1));
  const accord = before ? before.id : pronoun ? accordFor(pieces, 0, place, discourse) : null;
  if (accord === null) return null;
  const plain = { doubtful: false, negated: false };
  const names = group.members.length > 0 ? null : namesBehind(pieces, at);
  const whole = names ? { ...group, members: names.members } : group;
  return { place: at, group: whole, accord, act: role[1], deed: 'did', ...plain };
}

const titular =
  /^(?:(?:the|other|many|some|all|several|its|founding|original|current|existing|fellow|\d+) )*(?:signatories|states? parties|supporters|endorsers|backers|signers)$/i;
const unreal = /^(?:potential|possible|future|would-be|new|more|no|non|not|prospective)$/;

/** "Signatories, including China and France, called for": the names that their role is given to. */
function titled(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const group = groupAt(pieces, place);
  const head = pieces[place]?.text.split(/ (?:,|including|such|like|among|—|–|\()/)[0] ?? '';
  if (!group?.open || group.members.length === 0 || !titular.test(head)) return null;
  if (unreal.test(codeAt(pieces, place - 1))) return null;
  const act = roles.find(([pattern]) => pattern.test(head.toLowerCase()))?.[1];
  const of = /^(?:of|to)$/.test(codeAt(pieces, place + 1)) ? place + 2 : -1;
  const named = asAccord(pieces[codeAt(pieces, of) === 'the' ? of + 1 : of]);
  const accord = named ? named.id : of < 0 ? accordFor(pieces, 0, place, discourse) : null;
  if (!act || accord === null) return null;
  return { place, group, accord, act, deed: 'did', doubtful: false, negated: false };
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
      holds(pieces, place, discourse) ??
      titled(pieces, place, discourse);
    return event ? [event] : [];
  });
}
