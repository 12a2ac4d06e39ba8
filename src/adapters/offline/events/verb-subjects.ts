import type { Discourse } from '../annotation/discourse.js';
import type { Piece } from '../annotation/pieces.js';
import { agentAfter } from './agents.js';
import { codeAt, type Deed, groupAt, type SentenceEvent, wordsAt } from './sentence.js';
import { opening, type Subject, subjectBefore } from './subjects.js';
import { type VerbGroup, verbGroupBefore } from './verb-group.js';
import { type Verb, type VerbForm, verbAt } from './verbs.js';

/** What a verb was found to tell, for the verbs that follow it in the sentence. */
export interface Told {
  readonly place: number;
  readonly subject: Subject | null;
  readonly deed: Deed | null;
  readonly form: VerbForm;
  readonly event: SentenceEvent | null;
  /** An active verb, whose subject a verb after "and" shares even where it is not known. */
  readonly active: boolean;
}

export interface Site {
  readonly pieces: readonly Piece[];
  readonly place: number;
  readonly verb: Verb;
  readonly group: VerbGroup;
  readonly discourse: Discourse;
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
    if (!joined?.deed) return null;
    const subject = subjectBefore(pieces, joined.start, discourse, joined.coordinated);
    const count = groupAt(pieces, place - 2)?.count ?? null;
    const negated = subject?.negated === true || joined.deed === 'absent';
    const deed = joined.deed === 'did' || joined.deed === 'absent' ? null : joined.deed;
    return subject && { ...subject, negated, deed, group: { ...subject.group, count } };
  }
  return null;
}

/** "Finland, the last state to sign": the group before the comma. */
function apposedSubject(site: Site): Subject | null {
  const { pieces, group } = site;
  if (!group.predicate) return null;
  const beside = codeAt(pieces, group.start - 2) === 'with' ? group.start - 1 : -1;
  const place = codeAt(pieces, group.start - 1) === ',' ? group.start - 2 : beside;
  const before = groupAt(pieces, place);
  return before ? { group: before, place, negated: false } : null;
}

/** Who does what the verb tells. */
export function subjectOf(site: Site, told: readonly Told[]): Subject | null {
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

/** "Having signed the Call, Spain is": the subject of the clause that follows. */
function frontedSubject({ pieces, place, group, verb }: Site): Subject | null {
  if (codeAt(pieces, group.start) !== 'having' || verb.form !== 'past') return null;
  if (group.start > 0 && !/^(?:[:—–(]|--|but|and)$/.test(codeAt(pieces, group.start - 1)))
    return null;
  for (let at = place + 1; at < place + 16 && at < pieces.length; at += 1) {
    if (/^[;:.]$/.test(codeAt(pieces, at))) return null;
    if (codeAt(pieces, at) !== ',') continue;
    const next = codeAt(pieces, at + 1) === 'the' ? at + 2 : at + 1;
    const found = groupAt(pieces, next);
    if (found) return { group: found, place: next, negated: false };
  }
  return null;
}

/** ", having acceded in 2021", ", joining 42 others": the subject of the main clause. */
function participleSubject(site: Site): Subject | null {
  const { pieces, group, verb } = site;
  const front = frontedSubject(site);
  if (front) return front;
  const having = codeAt(pieces, group.start) === 'having';
  if ((!having && verb.form !== 'ing') || codeAt(pieces, group.start - 1) !== ',') return null;
  return groupAt(pieces, group.start - 2) ? null : opening(pieces, group.start);
}
