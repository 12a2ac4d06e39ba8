import { type Discourse, nounFits, profileOfId } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { agentAfter } from './agents.js';
import { furtherObjects } from './further-objects.js';
import { type ObjectOf, objectOf } from './objects.js';
import { patientOf } from './patients.js';
import {
  type Act,
  clauseStart,
  codeAt,
  type Deed,
  groupAt,
  type SentenceEvent,
  wordsAt,
} from './sentence.js';
import type { Subject } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { type Site, subjectOf, type Told } from './verb-subjects.js';
import { type Verb, verbAt } from './verbs.js';

const conditional = /^(?:if|unless|whether|should|once|until|were)$/;

/** A condition opens the clause, and no comma has closed it. */
function isConditional(pieces: readonly Piece[], place: number): boolean {
  const from = clauseStart(pieces, place);
  for (let back = place - 1; back >= Math.max(0, from - 1); back -= 1) {
    const code = codeAt(pieces, back);
    if (code === 'were' && back > 0) continue;
    if (code === 'had' && groupAt(pieces, back + 1) && back === from) return true;
    if (conditional.test(code)) return true;
    if (code === ',' && !groupAt(pieces, back - 1)) return false;
  }
  return false;
}

const denial =
  /^(?:denied|denies|deny|rumours|rumors|fears|speculation|suggestions|allegations|accusations|falsely|wrongly|doubted|pretend|imagine)$/;

const unfounded =
  /^(?:source|sources|evidence|record|records|report|reports|sign|word|indication|proof|list|roster)$/;

/** "denied that it had signed", "rumours that": the words deny what they tell. */
function isDenied(pieces: readonly Piece[], start: number): boolean {
  const before = pieces.slice(Math.max(0, start - 10), start);
  return before.some(
    (piece, index) =>
      (denial.test(piece.code) && before.length - index < 7) ||
      (piece.code === 'no' && unfounded.test(before[index + 1]?.code ?? '')),
  );
}

const wished =
  /^(?:hopes?|hoped|hoping|hopeful|confident|optimistic|possible|possibly|likely|unlikely|chances?|chance|maybe|perhaps|believes?|believed|predicts?|predicted|expects?|expected|thought|assumed|wants?|wanted|doubts?|sceptical|skeptical|unclear|hear)$/;

/** "He hopes that the US will sign", "it is possible they will": nobody has said that it would. */
function isWished(pieces: readonly Piece[], start: number): boolean {
  const from = Math.max(clauseStart(pieces, start), start - 9);
  return pieces.slice(from, start).some((piece) => piece.item === null && wished.test(piece.code));
}

/** "Although it supported the aims of the Call, it was not": goodwill before a refusal. */
function isConceded(pieces: readonly Piece[], start: number): boolean {
  const words = pieces.slice(Math.max(0, start - 4), start).map((piece) => piece.code);
  if (!words.some((code) => /^(?:although|though|while|whilst)$/.test(code))) return false;
  return pieces
    .slice(start)
    .some(({ code }) => /^(?:not|cannot|declined|refused|stopped)$/.test(code));
}

function deedFor(verb: Verb, deed: Deed): Deed | null {
  if (verb.act === 'leave' || verb.act === 'launch') return deed === 'did' ? 'did' : null;
  if (verb.act === 'reject') return deed === 'did' ? 'declined' : null;
  return deed;
}

function actOf(pieces: readonly Piece[], place: number, verb: Verb): Act {
  if (verb.act === 'reject') return 'any';
  return verb.act === 'join' && wordsAt(pieces, place + 1, 'as a signatory') ? 'sign' : verb.act;
}

/** "has confirmed that it is joining": on its way, and no more than said. */
function isAnnounced({ pieces, place, verb, group }: Site): boolean {
  if (verb.form !== 'ing' || !/^(?:is|are|was|were)$/.test(codeAt(pieces, group.start)))
    return false;
  const before = pieces.slice(Math.max(0, group.start - 9), group.start);
  const says = /^(?:announc(?:e|ed|es|ing)|confirm(?:s|ed|ing)?|declared)$/;
  return place > group.start && before.some((piece) => says.test(piece.code));
}

function eventOf(site: Site, subject: Subject, object: ObjectOf, told: Deed): SentenceEvent | null {
  const { pieces, place, verb, group } = site;
  const meant = told === 'did' && isAnnounced(site) ? 'announced' : told;
  const deed = deedFor(verb, subject.negated && told === 'did' ? 'absent' : meant);
  if (object === 'none' || deed === null) return null;
  const act = actOf(pieces, place, verb);
  const past = codeAt(pieces, group.start) === 'had' || codeAt(pieces, group.start + 1) === 'had';
  const base = { place, act, deed, doubtful: group.doubtful, negated: subject.negated, past };
  return { ...base, group: subject.group, accord: object.accord };
}

function passiveEvent(site: Site): SentenceEvent | null {
  const { pieces, place, group, discourse } = site;
  const agent = agentAfter(pieces, place + 1);
  if (!agent || group.deed === null) return null;
  const vague = agent.group.members.length === 0 && agent.group.count !== null;
  const object = patientOf(pieces, group.start, discourse, vague);
  return eventOf(site, { ...agent, negated: false }, object, group.deed);
}

/** "refused to sign or ratify": a bare verb after "or" means what the one before it means. */
function sharedDeed(site: Site, told: readonly Told[]): Deed | null {
  const { place, verb, group } = site;
  const last = told.at(-1);
  const bare = group.start === place && group.coordinated && verb.form !== 's';
  const alike = last?.form === verb.form && place - last.place < 8;
  return bare && alike && last.deed !== null ? last.deed : group.deed;
}

/** "have ratified or acceded": which of the two is not told, so the first stands for both. */
function isAlternative(site: Site, told: readonly Told[]): boolean {
  const { pieces, place } = site;
  const last = told.at(-1);
  return (
    codeAt(pieces, place - 1) === 'or' && last?.event?.deed === 'did' && last.place === place - 2
  );
}

function isReduced(site: Site): boolean {
  const { pieces, place, verb, group } = site;
  if (verb.form !== 'past' || group.passive || codeAt(pieces, place + 1) === ',') return false;
  return (
    (group.start === 0 || /^(?:A|F|,)$/.test(codeAt(pieces, group.start - 1))) &&
    agentAfter(pieces, place + 1) !== null
  );
}

/** "was taken by ministers and ratified by parliaments": a passive whose "was" stands further off. */
function isByAgent({ pieces, place, verb, group }: Site): boolean {
  const agent = codeAt(pieces, place + 2);
  const dated = agent === 'D' || /^(?:the|\d+|end|then|now|early|mid|late)$/.test(agent);
  const coordinated = verb.form === 'past' && group.coordinated && group.start === place;
  return coordinated && codeAt(pieces, place + 1) === 'by' && !dated;
}

/** "the cabinet approved that Spain accedes": resolved, and not yet done. */
function isResolved({ pieces, verb }: Site, { place }: Subject): boolean {
  const resolves =
    /^(?:approved|decided|agreed|resolved|proposed|recommended|urged|insisted|demanded)$/;
  return (
    verb.form !== 'past' &&
    codeAt(pieces, place - 1) === 'that' &&
    resolves.test(codeAt(pieces, place - 2))
  );
}

/** "Some 60 countries signed a joint declaration": the accord that the article is about. */
function vagueObject({ pieces, place, discourse }: Site, subject: Subject): ObjectOf {
  const mention = pieces.slice(place + 1, place + 5).flatMap((piece) => asAccord(piece) ?? [])[0];
  const about = profileOfId(discourse, discourse.about);
  const whole = subject.group.count !== null && mention?.vague === true && mention.noun !== null;
  return whole && about && nounFits(about, mention.noun ?? '')
    ? { accord: about.accord.id, implicit: true }
    : 'none';
}

/** What the verb at `place` tells of a participant and an accord. */
function tell(site: Site, told: readonly Told[]): Told {
  const { pieces, place, verb, group, discourse } = site;
  const active = !group.passive && !isReduced(site);
  const { form } = verb;
  const nothing: Told = { place, subject: null, deed: null, form, event: null, active };
  if (isDenied(pieces, group.start)) return nothing;
  if (!active && verb.act !== 'leave') {
    if (isConditional(pieces, group.start)) return nothing;
    const event = passiveEvent(site);
    if (event || group.passive) return { ...nothing, event };
  }
  if (verb.act === 'leave' && verb.form === 'ing') return nothing;
  if (isByAgent(site)) return { ...nothing, event: passiveEvent(site) };
  if (isAlternative(site, told)) return { ...nothing, subject: told.at(-1)?.subject ?? null };
  const deed = sharedDeed(site, told);
  if (deed === null || (isConditional(pieces, group.start) && deed !== 'undecided')) return nothing;
  if (verb.act === 'support' && isConceded(pieces, group.start)) return nothing;
  if (deed === 'announced' && group.owner === null && isWished(pieces, group.start)) return nothing;
  const subject = subjectOf(site, told);
  if (!subject) return nothing;
  const explicit = objectOf(pieces, place, verb, subject.place, discourse);
  const object = explicit === 'none' ? vagueObject(site, subject) : explicit;
  const meant = subject.deed ?? (deed === 'did' && isResolved(site, subject) ? 'announced' : deed);
  return { place, subject, deed, form, event: eventOf(site, subject, object, meant), active };
}

const noun =
  /^(?:the|a|an|its|their|his|'s|of|french|full|strong|broad|political|wide|for|more|public|no|with|international)$/;

/** False where the word is a noun ("their support") or leads to another verb ("agreed to sign"). */
function isVerbUse(pieces: readonly Piece[], place: number, verb: Verb): boolean {
  const before = codeAt(pieces, place - 1);
  const code = codeAt(pieces, place);
  if (verb.form === 'base' && noun.test(before)) return false;
  if (
    code.startsWith('agree') &&
    codeAt(pieces, place + 1) === 'to' &&
    verbAt(codeAt(pieces, place + 2))
  )
    return false;
  if (verb.needs.includes('to') && verbAt(codeAt(pieces, place + 2))?.form === 'ing') return false;
  if (verb.act === 'adopt' && before === '-') return false;
  if (
    /^enter/.test(code) &&
    /^(?:into|in)$/.test(codeAt(pieces, place + 1)) &&
    codeAt(pieces, place + 2) === 'force'
  )
    return false;
  if (code === 'signs' && /^(?:of|that)$/.test(codeAt(pieces, place + 1))) return false;
  if (code === 'left' && /^(?:out|off|behind)$/.test(codeAt(pieces, place + 1))) return false;
  return !(code === 'left' && /^(?:the|to|on)$/.test(before));
}

/** The same act about further accords. */
function furtherEvents(pieces: readonly Piece[], event: SentenceEvent): readonly SentenceEvent[] {
  return furtherObjects(pieces, event.place, event.accord).map(({ accord, negated, apart }) => {
    const deed = negated && event.deed === 'did' ? 'absent' : event.deed;
    return { ...event, accord, deed, place: apart ?? event.place };
  });
}

/** Events that verbs tell: signed, has yet to join, refused to back, was endorsed by. */
export function verbEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  const told: Told[] = [];
  for (const [place, piece] of pieces.entries()) {
    const verb = piece.item === null ? verbAt(piece.code) : undefined;
    if (!verb || !isVerbUse(pieces, place, verb)) continue;
    const group = verbGroupBefore(pieces, place, verb);
    if (group) told.push(tell({ pieces, place, verb, group, discourse }, told));
  }
  return told.flatMap(({ event }) => (event ? [event, ...furtherEvents(pieces, event)] : []));
}
