import { completeUntil } from '../../domain/accord.js';
import type { StatusCounts, Verdict } from '../../domain/answer.js';
import type { Day } from '../../domain/partial-date.js';
import { participantTypes } from '../../domain/participant.js';
import {
  evaluateSet,
  type SetMember,
  type SetQuery,
  type SetResult,
} from '../../domain/register/evaluate.js';
import { usualType } from '../../domain/register/universe.js';
import { writeDay } from '../../language/prose/dates.js';
import { byName, capitalised, counted, writeList } from '../../language/prose/names.js';
import {
  answerParticipant,
  cite,
  type Desk,
  type Draft,
  emptyDraft,
  rosterSentence,
  sentences,
  standingSentence,
} from './draft.js';
import { nameOf, nounsFor } from './phrases.js';
import { reportedCount } from './reported-count.js';
import { setNoun, setPhrase } from './set-phrase.js';

export type SetAsk = 'list' | 'count' | 'every' | 'some';

/** Names shown in a text: every state, but only some of hundreds of companies. */
const shownStates = 250;
const shownOthers = 25;
const shownInCount = 30;
const shownUndetermined = 12;
const shownSources = 10;

const statusWords: readonly (readonly [Exclude<keyof StatusCounts, 'total'>, string])[] = [
  ['participates', 'taking part'],
  ['withdrew', 'withdrawn'],
  ['declined', 'declined'],
  ['undecided', 'undecided'],
  ['announced', 'announced'],
  ['absent', 'absent'],
  ['unknown', 'unknown'],
];

function countsSentence(counts: StatusCounts, noun: string): string {
  if (counts.total === 0) return '';
  const parts = statusWords
    .filter(([status]) => counts[status] > 0)
    .map(([status, word]) => `${counts[status].toLocaleString('en')} ${word}`);
  return `Of ${counts.total.toLocaleString('en')} ${noun}: ${parts.join(', ')}.`;
}

function namesOf(desk: Desk, members: readonly SetMember[], limit: number): string {
  const names = members.map((member) => nameOf(desk.register, member.participant));
  return writeList(names.sort(byName), limit);
}

function verdictOf(ask: SetAsk, { matching, undetermined, members }: SetResult): Verdict | null {
  if (ask === 'some')
    return matching.length > 0 ? 'yes' : undetermined.length > 0 ? 'unknown' : 'no';
  if (ask !== 'every') return null;
  if (matching.length === members.length && members.length > 0) return 'yes';
  return members.some((member) => member.match === 'no') ? 'no' : 'unknown';
}

/** "81 states, 708 companies …": the members that match, by type. */
function byType(desk: Desk, members: readonly SetMember[], skip?: string): string {
  const parts = participantTypes.flatMap((type) => {
    const count = members.filter(
      (member) => desk.register.participants.get(member.participant)?.type === type,
    ).length;
    return count > 0 && type !== skip ? [counted(count, ...nounsFor(type))] : [];
  });
  return writeList(parts);
}

/** Participants of other types that the same question would find. */
function besides(desk: Desk, query: SetQuery): string {
  const { scope } = query;
  const plain =
    query.accords.length === 1 && query.predicate === 'participates' && query.combine !== 'none';
  const states = (scope.type ?? usualType(desk.register, query.accords)) === 'state';
  if (!plain || !states || scope.bloc || scope.region || scope.country) return '';
  const all = evaluateSet(
    desk.register,
    desk.groups,
    { ...query, scope: { ...scope, type: 'any' } },
    desk.today,
  );
  const others = byType(desk, all.matching, 'state');
  return others === '' ? '' : `Besides states: ${others}.`;
}

/** True when others may have joined since the roster was complete, for some are known to have. */
function outlived(desk: Desk, query: SetQuery, { days }: SetResult): boolean {
  const [id = '', ...others] = query.accords;
  const roster = desk.register.accords.get(id)?.roster;
  const until = roster ? completeUntil(roster) : null;
  const last = desk.register.lastJoin(id);
  const joins = ['participates', 'signed', 'bound'].includes(query.predicate);
  const reaches = until !== null && last !== null && last > until && (days[0] ?? '') > until;
  return joins && query.combine === 'all' && others.length === 0 && reaches;
}

function headline(
  desk: Desk,
  query: SetQuery,
  ask: SetAsk,
  result: SetResult,
  verdict: Verdict | null,
  asOf: Day | null,
): string {
  const { matching, undetermined, members } = result;
  const noun = setNoun(desk, query);
  const phrase = (count: number) => setPhrase(desk, query, count);
  const total = members.length.toLocaleString('en');
  const dated = asOf === null ? 'According to undated sources' : `As of ${writeDay(asOf)}`;
  const states = members.length <= shownStates;
  const listed = (some: readonly SetMember[], limit = states ? shownStates : shownOthers) => {
    const names = namesOf(desk, some, limit);
    return names === '' ? '' : `: ${names}`;
  };
  const lead =
    verdict === null ? '' : verdict === 'unknown' ? 'Unknown. ' : `${capitalised(verdict)}. `;
  if (ask === 'every') {
    if (verdict === 'yes')
      return `${lead}${dated}, all ${total} ${noun} ${phrase(2)}${listed(matching)}.`;
    const failing = members.filter((member) => member.match === 'no');
    return `${lead}${dated}, ${matching.length} of ${total} ${noun} ${phrase(matching.length)}; not so${listed(failing)}.`;
  }
  if (members.length === 0) return `${lead}${dated}, the sources in the corpus name no ${noun}.`;
  if (matching.length === 0) {
    if (undetermined.length > 0)
      return `${lead}No source in the corpus shows, ${dated.charAt(0).toLowerCase()}${dated.slice(1)}, that any of ${total} ${noun} ${phrase(1)}.`;
    const everyone = query.combine === 'none' && query.accords.length === 1;
    if (everyone) {
      const positive = setPhrase(desk, { ...query, combine: 'all' }, members.length);
      return `None: ${dated.charAt(0).toLowerCase()}${dated.slice(1)}, all ${total} ${noun} ${positive}.`;
    }
    return `${lead}${dated}, none of ${total} ${noun} ${phrase(1)}.`;
  }
  if (ask === 'count' && query.scope.type === 'any') {
    return `${dated}, ${matching.length.toLocaleString('en')} ${noun} ${phrase(matching.length)}: ${byType(desk, matching)}.`;
  }
  const names = ask === 'count' && matching.length > shownInCount ? '' : listed(matching);
  // Of others than states the sources name those that take part: "7 of 7" would say that all do.
  const type = query.scope.type ?? usualType(desk.register, query.accords);
  const some =
    members.length === 1 ||
    query.scope.bloc ||
    type === 'state' ||
    matching.length < members.length;
  const least = undetermined.length > 0 || outlived(desk, query, result) ? 'at least ' : '';
  return `${lead}${dated}, ${least}${matching.length.toLocaleString('en')} ${some ? `of ${total} ` : ''}${noun} ${phrase(matching.length)}${names}.`;
}

/** The sources of the members shown, where no roster stands behind the list as a whole. */
function marks(desk: Desk, query: SetQuery, members: readonly SetMember[]): string {
  const rostered = query.accords.every((id) => desk.register.accords.get(id)?.roster);
  const listed = ['participates', 'bound', 'outside', 'not-bound', 'signatory-only'];
  if (members.length < 2 || (rostered && listed.includes(query.predicate))) return '';
  const all = members
    .slice(0, shownSources)
    .flatMap((member) => member.standings.map((standing) => cite(desk, standing).trim()));
  const distinct = [...new Set(all)].filter((mark) => mark !== '');
  return distinct.length > 0 ? `Sources: ${distinct.join('')}.` : '';
}

/** What decides for the only member that matches, with its source. */
function onlyOne(desk: Desk, { matching }: SetResult): string {
  const [only, ...others] = matching;
  if (!only || others.length > 0) return '';
  return only.standings.map((standing) => standingSentence(desk, standing)).join(' ');
}

/** Answers for a closed set: a list, a count, "have all …", "has any …". */
export function setAnswer(desk: Desk, query: SetQuery, ask: SetAsk): Draft {
  const { register, groups } = desk;
  const result = evaluateSet(register, groups, query, desk.today);
  const day = [...result.days].sort().at(-1) ?? desk.today;
  const undated = query.accords.every((id) => register.knownUntil(id) === null);
  const asOf = undated && query.when.kind === 'now' ? null : day;
  const verdict = verdictOf(ask, result);
  const reported = ask === 'count' ? reportedCount(desk, query, result, day) : null;
  const failing = ask === 'every' && verdict === 'no';
  const shown = failing
    ? result.members.filter((member) => member.match === 'no')
    : result.matching;
  const open = result.undetermined;
  const single = query.accords.length === 1;
  return {
    ...emptyDraft,
    verdict,
    accords: query.accords,
    participants: shown.flatMap((member) => {
      const { standings } = member;
      const standing = query.combine === 'any' ? standings.at(-1) : standings[0];
      return standing ? [answerParticipant(register, standing)] : [];
    }),
    count: reported?.count ?? (ask === 'every' || ask === 'some' ? null : result.matching.length),
    asOf,
    counts: single ? result.counts : null,
    contradictions: reported?.contradictions ?? [],
    text: sentences(
      reported?.text ?? headline(desk, query, ask, result, verdict, asOf),
      ask === 'count' || ask === 'every' ? null : onlyOne(desk, result),
      marks(desk, query, shown),
      single && !reported && query.scope.type !== 'any'
        ? countsSentence(result.counts, setNoun(desk, query))
        : null,
      besides(desk, query),
      open.length > 0 && !(reported && open.length > shownUndetermined)
        ? `No source in the corpus decides it for ${counted(open.length, 'other', 'others')}: ${namesOf(desk, open, shownUndetermined)}.`
        : null,
      ...query.accords.map((id) => rosterSentence(desk, register.accords.get(id))),
    ),
    confidence: open.length > result.matching.length ? 0.75 : 0.97,
  };
}
