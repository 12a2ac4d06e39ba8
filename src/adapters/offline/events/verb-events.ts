import type { Discourse } from '../annotation/discourse.js';
import type { Piece } from '../annotation/pieces.js';
import { agentAfter } from './agents.js';
import { furtherObjects, type ObjectOf, objectOf, patientOf } from './objects.js';
import {
  type Act,
  clauseStart,
  codeAt,
  type Deed,
  groupAt,
  type SentenceEvent,
  wordsAt,
} from './sentence.js';
import { opening, type Subject, subjectBefore } from './subjects.js';
import { type VerbGroup, verbGroupBefore } from './verb-group.js';
import { type Verb, type VerbForm, verbAt } from './verbs.js';

/** What a verb was found to tell, for the verbs that follow it in the sentence. */
interface Told {
  readonly place: number;
  readonly subject: Subject | null;
  readonly deed: Deed | null;
  readonly form: VerbForm;
  readonly event: SentenceEvent | null;
  /** An active verb, whose subject a verb after "and" shares even where it is not known. */
  readonly active: boolean;
}

const conditional = /^(?:if|unless|whether|should|once|until|were)$/;

/** A condition opens the clause, and no comma has closed it. */
function isConditional(pieces: readonly Piece[], place: number): boolean {
  const from = clauseStart(pieces, place);
  for (let back = place - 1; back >= Math.max(0, from - 1); back -= 1) {
    const code = codeAt(pieces, back);
    if (code === 'were' && back > 0) continue;
    if (conditional.test(code)) return true;
    if (code === ',' && !groupAt(pieces, back - 1)) return false;
  }
  return false;
}

const denial = /^(?:denied|denies|deny|rumours|rumors|falsely|wrongly|doubted|pretend|imagine)$/;

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

function deedFor(verb: Verb, deed: Deed): Deed | null {
  if (verb.act === 'leave' || verb.act === 'launch') return deed === 'did' ? 'did' : null;
  if (verb.act === 'reject') return deed === 'did' ? 'declined' : null;
  return deed;
}

function actOf(pieces: readonly Piece[], place: number, verb: Verb): Act {
  if (verb.act === 'reject') return 'any';
  return verb.act === 'join' && wordsAt(pieces, place + 1, 'as a signatory') ? 'sign' : verb.act;
}

interface Site {
  readonly pieces: readonly Piece[];
  readonly place: number;
  readonly verb: Verb;
  readonly group: VerbGroup;
  readonly discourse: Discourse;
}

function eventOf(site: Site, subject: Subject, object: ObjectOf, told: Deed): SentenceEvent | null {
  const { pieces, place, verb, group } = site;
  const deed = deedFor(verb, subject.negated && told === 'did' ? 'absent' : told);
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

/** "joined 51 countries in signing A", "joined by B in signing A": the subject of "joined". */
function companionSubject(site: Site): Subject | null {
  const { pieces, place, discourse } = site;
  if (site.verb.form !== 'ing' || codeAt(pieces, place - 1) !== 'in') return null;
  for (let back = place - 2; back > Math.max(0, place - 8); back -= 1) {
    const verb = verbAt(codeAt(pieces, back));
    if (verb?.act !== 'join') continue;
    const agent = agentAfter(pieces, back + 1);
    if (agent && agent.place < place) return { ...agent, negated: false };
    const joined = verbGroupBefore(pieces, back, verb);
    if (joined?.deed !== 'did' && joined?.deed !== 'absent') return null;
    const subject = subjectBefore(pieces, joined.start, discourse, joined.coordinated);
    const count = groupAt(pieces, place - 2)?.count ?? null;
    const negated = subject?.negated === true || joined.deed === 'absent';
    return subject && { ...subject, negated, group: { ...subject.group, count } };
  }
  return null;
}

/** "Finland, the last state to sign": the group before the comma. */
function apposedSubject(site: Site): Subject | null {
  const { pieces, group } = site;
  if (!group.predicate || codeAt(pieces, group.start - 1) !== ',') return null;
  const before = groupAt(pieces, group.start - 2);
  return before ? { group: before, place: group.start - 2, negated: false } : null;
}

function subjectOf(site: Site, told: readonly Told[]): Subject | null {
  const { pieces, group, discourse } = site;
  if (group.owner !== null) {
    const owner = groupAt(pieces, group.owner);
    return owner && { group: owner, place: group.owner, negated: false };
  }
  const special = companionSubject(site) ?? apposedSubject(site) ?? participleSubject(site);
  if (special) return special;
  const last = told.at(-1);
  const near = last?.active === true && group.start - last.place < 3;
  if (group.coordinated && near) return last.subject;
  const shared = group.coordinated ? told.filter((each) => each.subject).at(-1)?.subject : null;
  return (
    shared ??
    subjectBefore(pieces, group.start, discourse, group.coordinated) ??
    behalf(pieces, site.place)
  );
}

/** "signed on behalf of Slovenia", "signed on Spain's behalf": for whom an unknown person acts. */
function behalf(pieces: readonly Piece[], place: number): Subject | null {
  for (let at = place + 1; at < place + 14; at += 1) {
    if (/^[;:.]$/.test(codeAt(pieces, at)) || verbAt(codeAt(pieces, at))) return null;
    const of = wordsAt(pieces, at, 'on behalf of')
      ? codeAt(pieces, at + 3) === 'the'
        ? at + 4
        : at + 3
      : -1;
    const own = codeAt(pieces, at) === 'on' && wordsAt(pieces, at + 2, "'s behalf") ? at + 1 : -1;
    const group = groupAt(pieces, Math.max(of, own));
    if (group) return { group, place: -1, negated: false };
  }
  return null;
}

/** ", having acceded in 2021", ", joining 42 others": the subject of the main clause. */
function participleSubject(site: Site): Subject | null {
  const { pieces, group, verb } = site;
  const having = codeAt(pieces, group.start) === 'having';
  if ((!having && verb.form !== 'ing') || codeAt(pieces, group.start - 1) !== ',') return null;
  return groupAt(pieces, group.start - 2) ? null : opening(pieces, group.start);
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
    /^(?:A|F|,)$/.test(codeAt(pieces, group.start - 1)) && agentAfter(pieces, place + 1) !== null
  );
}

/** What the verb at `place` tells of a participant and an accord. */
function tell(site: Site, told: readonly Told[]): Told {
  const { pieces, place, verb, group, discourse } = site;
  const active = !group.passive && !isReduced(site);
  const { form } = verb;
  const nothing: Told = { place, subject: null, deed: null, form, event: null, active };
  if (isDenied(pieces, group.start)) return nothing;
  if (!active && verb.act !== 'leave') {
    const event = passiveEvent(site);
    if (event || group.passive) return { ...nothing, event };
  }
  if (verb.act === 'leave' && verb.form === 'ing') return nothing;
  if (isAlternative(site, told)) return { ...nothing, subject: told.at(-1)?.subject ?? null };
  const deed = sharedDeed(site, told);
  if (deed === null || (isConditional(pieces, group.start) && deed !== 'undecided')) return nothing;
  const subject = subjectOf(site, told);
  if (!subject) return nothing;
  const object = objectOf(pieces, place, verb, subject.place, discourse);
  return { place, subject, deed, form, event: eventOf(site, subject, object, deed), active };
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
  if (code === 'signs' && /^(?:of|that)$/.test(codeAt(pieces, place + 1))) return false;
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
