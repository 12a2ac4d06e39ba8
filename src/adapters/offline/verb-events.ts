import type { Discourse } from './discourse.js';
import { objectOf, patientOf } from './objects.js';
import type { Piece } from './pieces.js';
import { clauseStart, codeAt, type Deed, groupAt, type SentenceEvent } from './sentence.js';
import { agentAfter, type Subject, subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { type Verb, verbAt } from './verbs.js';

const conditional = /^(?:if|unless|whether|should|once|until|were)$/;

/** A condition opens the clause, and no comma has closed it. */
function isConditional(pieces: readonly Piece[], place: number): boolean {
  const from = clauseStart(pieces, place);
  for (let back = place - 1; back >= Math.max(0, from - 1); back -= 1) {
    if (conditional.test(codeAt(pieces, back))) return true;
    if (codeAt(pieces, back) === ',' && !groupAt(pieces, back - 1)) return false;
  }
  return false;
}

/** "denied that it had signed", "rumours that": the words deny what they tell. */
function isDenied(pieces: readonly Piece[], start: number): boolean {
  for (let back = start - 1; back >= Math.max(0, start - 6); back -= 1) {
    if (
      /^(?:denied|denies|deny|rumours|rumors|falsely|wrongly|doubts|doubted|pretend|imagine)$/.test(
        codeAt(pieces, back),
      )
    )
      return true;
  }
  return false;
}

function deedFor(verb: Verb, deed: Deed): Deed | null {
  if (verb.act === 'leave' || verb.act === 'launch') return deed === 'did' ? 'did' : null;
  if (verb.act === 'reject') return deed === 'did' ? 'declined' : null;
  return deed;
}

function passiveEvent(
  pieces: readonly Piece[],
  place: number,
  verb: Verb,
  discourse: Discourse,
  start: number,
  deed: Deed,
): SentenceEvent | null {
  const agent = agentAfter(pieces, place + 1);
  if (!agent) return null;
  const object = patientOf(pieces, start, discourse);
  const final = deedFor(verb, deed);
  if (object === 'none' || final === null) return null;
  const act = verb.act === 'reject' ? 'any' : verb.act;
  return {
    place,
    group: agent.group,
    accord: object.accord,
    act,
    deed: final,
    doubtful: false,
    negated: false,
  };
}

/** What the verb at `place` tells; null when it tells nothing of a participant and an accord. */
function eventAt(
  pieces: readonly Piece[],
  place: number,
  verb: Verb,
  discourse: Discourse,
  earlier: ReadonlyMap<number, Subject>,
): { readonly event: SentenceEvent | null; readonly subject: Subject | null } {
  const nothing = { event: null, subject: null };
  const group = verbGroupBefore(pieces, place, verb);
  if (!group || isDenied(pieces, group.start)) return nothing;
  const reduced =
    verb.form === 'past' &&
    !group.passive &&
    /^(?:A|F|,)$/.test(codeAt(pieces, group.start - 1)) &&
    agentAfter(pieces, place + 1) !== null &&
    codeAt(pieces, place + 1) !== ',';
  if ((group.passive || reduced) && verb.act !== 'leave') {
    const event = group.deed
      ? passiveEvent(pieces, place, verb, discourse, group.start, group.deed)
      : null;
    if (event || group.passive) return { event, subject: null };
  }
  if (group.deed === null) return nothing;
  if (isConditional(pieces, group.start) && group.deed !== 'undecided') return nothing;
  const shared = group.coordinated
    ? [...earlier].filter(([at]) => at < place).at(-1)?.[1]
    : undefined;
  const subject =
    group.owner !== null
      ? ownerOf(pieces, group.owner)
      : (shared ?? subjectBefore(pieces, group.start, discourse, group.coordinated));
  if (!subject) return nothing;
  const deed = deedFor(verb, subject.negated && group.deed === 'did' ? 'absent' : group.deed);
  const object = objectOf(pieces, place, verb, subject.place, discourse);
  if (object === 'none' || deed === null) return { event: null, subject };
  const act = verb.act === 'reject' ? 'any' : verb.act;
  const doubtful = group.doubtful;
  return {
    event: {
      place,
      group: subject.group,
      accord: object.accord,
      act,
      deed,
      doubtful,
      negated: subject.negated,
    },
    subject,
  };
}

function ownerOf(pieces: readonly Piece[], place: number): Subject | null {
  const group = groupAt(pieces, place);
  return group ? { group, place, negated: false } : null;
}

/** "signed onto": two verbs in a row are one act, the later with the object. */
function isVerbUse(pieces: readonly Piece[], place: number, verb: Verb): boolean {
  const before = codeAt(pieces, place - 1);
  if (
    verb.form === 'base' &&
    /^(?:the|a|an|its|their|his|'s|of|french|full|strong|broad|political|wide|for|more|public|no|with|international)$/.test(
      before,
    )
  )
    return false;
  if (
    verb.act === 'adopt' &&
    /^(?:agree|agrees|agreed|agreeing)$/.test(codeAt(pieces, place)) &&
    codeAt(pieces, place + 1) === 'to' &&
    verbAt(codeAt(pieces, place + 2))
  )
    return false;
  if (/^(?:signs)$/.test(codeAt(pieces, place)) && /^(?:of|that)$/.test(codeAt(pieces, place + 1)))
    return false;
  if (verb.act === 'leave' && codeAt(pieces, place) === 'left' && /^(?:the|to|on)$/.test(before))
    return false;
  return pieces[place]?.item === null;
}

/** Events that verbs tell: signed, has yet to join, refused to back, was endorsed by. */
export function verbEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  const events: SentenceEvent[] = [];
  const subjects = new Map<number, Subject>();
  for (const [place, piece] of pieces.entries()) {
    const verb = verbAt(piece.code);
    if (!verb || !isVerbUse(pieces, place, verb)) continue;
    const { event, subject } = eventAt(pieces, place, verb, discourse, subjects);
    if (subject) subjects.set(place, subject);
    if (event) events.push(event);
  }
  return events;
}
