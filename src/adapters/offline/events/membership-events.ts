import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece, together } from '../annotation/pieces.js';
import { accordNear } from './idiom-events.js';
import { objectOf } from './objects.js';
import {
  type Act,
  codeAt,
  groupAt,
  isOblique,
  mentionsBefore,
  type SentenceEvent,
} from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { joins, verbAt } from './verbs.js';

const roles: readonly (readonly [RegExp, Act])[] = [
  [/^signator(?:y|ies)$/, 'sign'],
  [/^parties$/, 'party'],
  [/^(?:supporters|backers|endorsers)$/, 'support'],
  [/^(?:members|partners|participants)$/, 'join'],
];

function actOf(piece: Piece | undefined): Act | null {
  const noun = piece?.text.toLowerCase().split(' ').at(-1) ?? '';
  return roles.find(([pattern]) => pattern.test(noun))?.[1] ?? null;
}

const plain = { deed: 'did', doubtful: false, negated: false } as const;

/** "The members of A (A) — B, C and D — met": names beside the word for them. */
function apposed(pieces: readonly Piece[], place: number): SentenceEvent | null {
  const plural = codeAt(pieces, place) === 'N' || pieces[place]?.item === null;
  const act = plural ? actOf(pieces[place]) : null;
  if (act === null || !/^(?:of|to)$/.test(codeAt(pieces, place + 1))) return null;
  let at = codeAt(pieces, place + 2) === 'the' ? place + 3 : place + 2;
  const mention = asAccord(pieces[at]);
  if (!mention || mention.id === null) return null;
  const short = codeAt(pieces, at + 1) === '(' && codeAt(pieces, at + 3) === ')';
  if (short && asAccord(pieces[at + 2])) at += 3;
  const group = groupAt(pieces, at + 2);
  const mark = codeAt(pieces, at + 1);
  const marked = mark === ',' ? (group?.members.length ?? 0) > 2 : /^(?:—|–|--|-|:|\()$/.test(mark);
  if (!group || group.members.length < 2 || !marked) return null;
  return { ...plain, place, group, accord: mention.id, act };
}

/** "The Call counts A, B and C among its partners". */
function counted(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:count|counts|counted|includes?|numbers)$/.test(codeAt(pieces, place))) return null;
  const group = groupAt(pieces, place + 1);
  const among = codeAt(pieces, place + 2) === 'among' && codeAt(pieces, place + 3) === 'its';
  const act = actOf(pieces[place + 4]);
  if (!group || !among || act === null) return null;
  const before = asAccord(pieces[place - 1]);
  const it = codeAt(pieces, place - 1) === 'it';
  const accord = before
    ? before.id
    : it
      ? antecedent(discourse, null, mentionsBefore(pieces, place))
      : null;
  return accord === null ? null : { ...plain, place, group, accord, act };
}

/** "Other non-signatories include A and B", "the holdouts are A and B". */
function outside(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const noun = pieces[place]?.text.toLowerCase().split(' ').at(-1) ?? '';
  if (!/^(?:non-signatories|non-parties|non-members|holdouts)$/.test(noun)) return null;
  if (!/^(?:are|were|include|includes|included)$/.test(codeAt(pieces, place + 1))) return null;
  const group = groupAt(pieces, place + 2);
  const accord = antecedent(discourse, null, mentionsBefore(pieces, place));
  if (!group || accord === null) return null;
  return { ...plain, place, group, accord, act: 'any', deed: 'absent' };
}

const deeds = /^(?:sign|endors|support|back|join|ratify|adopt|affirm|commit)\w*ing$/;

/** "A joined B, C and others in signing", "A joins 39 others – B, C – in affirming": B and C did. */
function joined(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:joins|joined|joining)$/.test(codeAt(pieces, place))) return null;
  if (/^(?:not|to|never|be|by)$/.test(codeAt(pieces, place - 1))) return null;
  const first = groupAt(pieces, place + 1);
  if (!first) return null;
  const marked = /^(?:—|–|--|-|:|\()$/.test(codeAt(pieces, place + 2));
  const others = first.members.length > 0 || !marked ? first : groupAt(pieces, place + 3);
  const own = isOblique(pieces, place - 1) ? null : groupAt(pieces, place - 1);
  const group = others && own ? together(own, others) : others;
  const end = pieces.findIndex((piece, at) => {
    return at > place && piece.code === 'in' && deeds.test(codeAt(pieces, at + 1));
  });
  if (!group || others?.members.length === 0 || end < 0 || end > place + 9) return null;
  const accord = accordNear(pieces, end, discourse);
  const act = verbAt(codeAt(pieces, end + 1))?.act ?? 'join';
  return accord === null ? null : { ...plain, place: end, group, accord, act };
}

const judging =
  /^(?:prais(?:ed|es|ing)|congratulat(?:ed|es|ing)|thank(?:ed|s|ing)|commend(?:ed|s|ing)|applaud(?:ed|s|ing)|hail(?:ed|s|ing)|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|condemn(?:ed|s|ing)|blam(?:ed|es|ing)|rebuk(?:ed|es|ing))$/;

/** "Sweden praised Chile for ratifying it", "blamed Peru for not signing": what is judged was so. */
function judgedFor(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (codeAt(pieces, place) !== 'for') return null;
  const not = codeAt(pieces, place + 1) === 'not' ? 1 : 0;
  const verb = verbAt(codeAt(pieces, place + 1 + not));
  const group = groupAt(pieces, place - 1);
  const the = codeAt(pieces, place - 2) === 'the' ? 1 : 0;
  if (verb?.form !== 'ing' || !joins(verb.act) || !group || group.members.length === 0) return null;
  if (!judging.test(codeAt(pieces, place - 2 - the))) return null;
  const object = objectOf(pieces, place + 1 + not, verb, -9, discourse);
  if (object === 'none') return null;
  const told = not ? ({ act: 'any', deed: 'absent' } as const) : { act: verb.act };
  return { ...plain, place, group, accord: object.accord, ...told };
}

/** "Its largest support comes from: A and B", "has drawn endorsements from C". */
function supportFrom(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:support|backing|endorsements?|signatures)$/.test(codeAt(pieces, place))) return null;
  let from = place + 1;
  while (/^(?:has|have|come|comes|came|coming|also|so|far)$/.test(codeAt(pieces, from))) from += 1;
  const of =
    codeAt(pieces, from) === 'of' && /^(?:the|full|strong)$/.test(codeAt(pieces, place - 1));
  const first = /^(?::|the)$/.test(codeAt(pieces, from + 1)) ? from + 2 : from + 1;
  const at =
    of && /^(?:[a-z]{3,})$/.test(codeAt(pieces, first)) && !groupAt(pieces, first)
      ? first + 1
      : first;
  const group = codeAt(pieces, from) === 'from' || of ? groupAt(pieces, at) : null;
  const before = pieces.slice(Math.max(0, place - 8), place).map((piece) => piece.code);
  const drawn =
    from > place + 1 ||
    before.some((code) =>
      /^(?:drawn|drew|won|wins|received|receives|attracted|attracts|gained|garnered|secured|enjoys|has|with)$/.test(
        code,
      ),
    );
  const sought = before.some((code) =>
    /^(?:not|no|without|lacks?|needs?|seeks?|wants?|hopes?|lost|asked|more|will|would|could|if)$/.test(
      code,
    ),
  );
  const accord = group && drawn && !sought ? accordNear(pieces, at, discourse) : null;
  if (!group || group.members.length === 0 || accord === null) return null;
  return { ...plain, place, group, accord, act: 'support' };
}

/** "will join 56 other countries as party to the Convention". */
function joinedAs(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const verb = verbAt(codeAt(pieces, place));
  let noun = place + 3;
  while (/^(?:a|an|the|full|new)$/.test(codeAt(pieces, noun))) noun += 1;
  const act =
    actOf(pieces[noun]) ??
    (/^(?:party|signatory|member)$/.test(codeAt(pieces, noun)) ? 'join' : null);
  const verbs = verb ? verbGroupBefore(pieces, place, verb) : null;
  if (!act || !verbs?.deed) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  const accord = accordNear(pieces, noun, discourse);
  if (!subject || subject.negated || accord === null) return null;
  return { ...plain, place, group: subject.group, accord, act, deed: verbs.deed };
}

/** "Chile joined 24 others that had signed it", "joining 12 countries which back it": so did Chile. */
function joinedThose(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:joins|joined|join)$/.test(codeAt(pieces, place))) return null;
  if (codeAt(pieces, place + 1) === 'N' && codeAt(pieces, place + 2) === 'as')
    return joinedAs(pieces, place, discourse);
  if (codeAt(pieces, place + 1) !== 'N' || !/^(?:that|which|who)$/.test(codeAt(pieces, place + 2)))
    return null;
  let at = place + 3;
  while (/^(?:have|has|had|already|also|previously|now)$/.test(codeAt(pieces, at))) at += 1;
  const deed = verbAt(codeAt(pieces, at));
  const own = deed && joins(deed.act) ? verbAt(codeAt(pieces, place)) : undefined;
  const verbs = own ? verbGroupBefore(pieces, place, own) : null;
  if (!deed || verbs?.deed !== 'did') return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  const accord = accordNear(pieces, at, discourse);
  if (!subject || subject.negated || accord === null) return null;
  return { ...plain, place, group: subject.group, accord, act: deed.act };
}

/** "The president withdrew Norway from the Accord": the state that is taken out. */
function takenOut(pieces: readonly Piece[], place: number): SentenceEvent | null {
  if (
    !/^(?:withdrew|withdrawn|withdraws|pulled|pulls|took|taken|takes)$/.test(codeAt(pieces, place))
  )
    return null;
  if (/^(?:not|never|to|be|been|would|could|if)$/.test(codeAt(pieces, place - 1))) return null;
  const at = codeAt(pieces, place + 1) === 'the' ? place + 2 : place + 1;
  const group = groupAt(pieces, at);
  const out = codeAt(pieces, at + 1) === 'out' && codeAt(pieces, at + 2) === 'of';
  const link = out ? at + 2 : codeAt(pieces, at + 1) === 'from' ? at + 1 : -1;
  const next = codeAt(pieces, link + 1) === 'the' ? link + 2 : link + 1;
  const accord = link < 0 ? null : (asAccord(pieces[next])?.id ?? null);
  if (!group || group.members.length === 0 || accord === null) return null;
  return { ...plain, place, group, accord, act: 'leave' };
}

/** What words for members and outsiders tell of the names beside them. */
export function membershipEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return [...pieces.keys()].flatMap((place) => {
    const event =
      apposed(pieces, place) ??
      counted(pieces, place, discourse) ??
      outside(pieces, place, discourse) ??
      joined(pieces, place, discourse) ??
      joinedThose(pieces, place, discourse) ??
      supportFrom(pieces, place, discourse) ??
      judgedFor(pieces, place, discourse) ??
      takenOut(pieces, place);
    return event ? [event] : [];
  });
}
