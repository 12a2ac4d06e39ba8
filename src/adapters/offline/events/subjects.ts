import type { Discourse } from '../annotation/discourse.js';
import { type Group, type Piece, together } from '../annotation/pieces.js';
import { singularTakers, takers } from '../annotation/vocabulary.js';
import { codeAt, groupAt } from './sentence.js';
import {
  overAppositive,
  overLast,
  overPhrase,
  overRelative,
  type Subject,
  subjectAt,
} from './subject-at.js';
import { namedHead, onBehalf, overParticiple, overPredicateNoun } from './subject-detours.js';

export type { Subject } from './subject-at.js';

const pronoun = /^(?:it|he|she|they|both|neither|none)$/;

/** The participants that "they", "it" or "both countries" means. */
function spokenOf(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
  many: boolean | null,
): Subject | null {
  const fits = (group: Group) =>
    many === null || (many ? group.members.length !== 1 || group.open : group.members.length === 1);
  for (let back = place - 1; back >= 0; back -= 1) {
    const subject = subjectAt(pieces, back);
    if (subject?.group.open && many === true && subject.group.members.length === 0) return subject;
    if (subject && subject.group.members.length > 0 && fits(subject.group)) {
      return { ...subject, place: back, negated: false };
    }
  }
  const { actors } = discourse;
  return actors && fits(actors) ? { group: actors, place: -1, negated: false } : null;
}

/** First participants of the clause that act: for verbs that share a subject. */
export function opening(pieces: readonly Piece[], end: number): Subject | null {
  let from = 0;
  for (let place = 0; place < end - 2; place += 1) {
    const code = codeAt(pieces, place);
    const parts =
      /^(?:while|whereas|although|though)$/.test(code) && codeAt(pieces, place - 1) === ',';
    if (parts || /^(?:;|:)$/.test(code)) from = place + 1;
  }
  for (let place = from; place < end; place += 1) {
    const subject = subjectAt(pieces, place);
    const urged = /^(?:urged|asked|told|invited|pressed|with|joined|as)$/;
    if (subject && !urged.test(codeAt(pieces, place - 1))) return subject;
  }
  return null;
}

/** "We will not sign," said the minister: who speaks. */
function speaker(pieces: readonly Piece[], place: number): Subject | null {
  for (let next = place; next < pieces.length - 1; next += 1) {
    if (!/^(?:said|says|told|added|announced|declared)$/.test(codeAt(pieces, next))) continue;
    const at = groupAt(pieces, next - 1) ? next - 1 : next + 1;
    const group = groupAt(pieces, at);
    if (group) return { group, place: at, negated: false };
  }
  return null;
}

/** "Cisco's Chuck Robbins spoke; his company signed": the body named before. */
function bodyBefore(pieces: readonly Piece[], place: number): Subject | null {
  for (let back = place - 1; back >= 0; back -= 1) {
    const group = groupAt(pieces, back);
    const [member, ...others] = group?.members ?? [];
    if (group && member && others.length === 0 && member.type !== 'state') {
      return { group, place: back, negated: false };
    }
  }
  return null;
}

/** Two that the sentence named apart: "Russia left and China built its own; neither has signed". */
function pairBefore(pieces: readonly Piece[], place: number): Group | null {
  const groups = pieces.slice(0, place).flatMap((_, at) => {
    const subject = subjectAt(pieces, at);
    return subject && subject.group.members.length > 0 ? [subject.group] : [];
  });
  const last = groups.at(-1);
  if (!last || last.members.length > 1) return last ?? null;
  const pair = groups.reduce((all, group) => together(all, group));
  return pair.members.length === 2 ? pair : null;
}

/** The group that a word without a name of its own stands for; undefined when it stands for none. */
function referred(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): Subject | null | undefined {
  const code = codeAt(pieces, place);
  const before = codeAt(pieces, place - 1);
  if (code === 'we') return speaker(pieces, place);
  if (code === 'both' || code === 'neither' || code === 'none') {
    const pair = pairBefore(pieces, place);
    if (pair) return { group: pair, place, negated: code !== 'both' };
  }
  if (pronoun.test(code)) {
    const many = /^(?:it|he|she)$/.test(code)
      ? false
      : /^(?:neither|none)$/.test(code)
        ? null
        : true;
    const found = spokenOf(pieces, place, discourse, many);
    return found && { ...found, negated: /^(?:neither|none)$/.test(code) };
  }
  if (/^(?:company|firm|group)$/.test(code) && /^(?:his|her|its|the)$/.test(before)) {
    const body = bodyBefore(pieces, place);
    if (body) return body;
  }
  if (singularTakers.has(code) && /^(?:the|that|this)$/.test(before)) {
    return spokenOf(pieces, place - 1, discourse, false);
  }
  if (/^(?:country|nation|government)$/.test(code) && /^(?:his|her|its)$/.test(before)) {
    return spokenOf(pieces, place - 1, discourse, false);
  }
  if (takers.has(code)) {
    if (before === 'both' && discourse.pair && !pairBefore(pieces, place))
      return { group: discourse.pair, place: -1, negated: false };
    const known = /^(?:the|both|these|those|all|two|three|four)$/.test(before);
    return known ? spokenOf(pieces, place - 1, discourse, true) : null;
  }
  return undefined;
}

/** The group that a comma or dash before a verb parts from it; -1 where there is none. */
function overComma(pieces: readonly Piece[], mark: number): number {
  const over = overAppositive(pieces, mark);
  if (over >= 0) return over;
  const before = groupAt(pieces, mark - 1);
  const text = pieces[mark - 1]?.text ?? '';
  const joint = /\b(?:along with|as well as|together with|alongside|joined by)\b/.test(text);
  const enclosed = before !== null && (before.open || joint) && before.members.length > 0;
  if (enclosed) return mark - 1;
  return Math.max(namedHead(pieces, mark), onBehalf(pieces, mark));
}

/** Who acts in a verb group that begins at `start`; null when no participant surely does. */
export function subjectBefore(
  pieces: readonly Piece[],
  start: number,
  discourse: Discourse,
  coordinated: boolean,
): Subject | null {
  if (coordinated) return opening(pieces, start);
  let place = start - 1;
  let relative = false;
  for (let steps = 0; steps < 12 && place >= 0; steps += 1) {
    const code = codeAt(pieces, place);
    if (groupAt(pieces, place)) {
      place = overParticiple(pieces, place);
      const becoming =
        /^(?:with|following|of)$/.test(codeAt(pieces, place - 1)) &&
        /ing$/.test(codeAt(pieces, start));
      const subject = subjectAt(pieces, place, relative || becoming);
      if (subject || !/^(?:in|at|from|of|for)$/.test(codeAt(pieces, place - 1)) || place < 3)
        return subject;
      place -= 2;
    } else if (/^(?:,|\)|—|–|--|-)$/.test(code)) {
      const back = steps < 2 ? overComma(pieces, place) : -1;
      if (back < 0) return null;
      if (onBehalf(pieces, place) === back) return subjectAt(pieces, back, true);
      place = back;
    } else if (/^(?:which|who|that|whom)$/.test(code)) {
      relative = true;
      const part =
        codeAt(pieces, place - 1) === 'of' &&
        /^(?:both|all|each|most)$/.test(codeAt(pieces, place - 2));
      if (part) place -= 2;
      const copula = overPredicateNoun(pieces, place);
      if (copula > 0) return subjectBefore(pieces, copula, discourse, false);
      const comma = codeAt(pieces, place - 1) === ',';
      const over = comma && !groupAt(pieces, place - 2) ? overAppositive(pieces, place - 1) : -1;
      place = over >= 0 ? over : place - (comma ? 2 : 1);
      if (/^[AF]$/.test(codeAt(pieces, place))) return null;
    } else {
      const plural = code === 'it' && /^(?:have|are|were)$/.test(codeAt(pieces, start));
      const found = plural ? undefined : referred(pieces, place, discourse);
      if (found !== undefined) return found;
      const skipped = /^(?:on|in|both|all|each|itself|themselves|alone|I|X|D)$/.test(code);
      if (!skipped) {
        return overRelative(pieces, place) ?? overPhrase(pieces, place) ?? overLast(pieces, place);
      }
      place -= 1;
    }
  }
  return null;
}
