import type { Accord } from '../../domain/accord.js';
import type { StatusCounts } from '../../domain/answer.js';
import {
  evaluateSet,
  type SetMember,
  type SetQuery,
  type SetResult,
} from '../../domain/register/evaluate.js';
import { usualType } from '../../domain/register/universe.js';
import type { Scope } from '../../domain/register-query.js';
import { writeDay } from '../../language/prose/dates.js';
import { counted, writeList } from '../../language/prose/names.js';
import {
  answerParticipant,
  cite,
  type Desk,
  type Draft,
  emptyDraft,
  rosterSentence,
  sentences,
} from './draft.js';
import { nameOf, nounsFor, standingClause } from './phrases.js';
import { reportedCount } from './reported-count.js';
import { setPhrase } from './set-phrase.js';

export type SetAsk = 'list' | 'count' | 'every' | 'some';

const longList = 250;
const otherList = 25;

/** "G20 states", "companies and business associations". */
export function setNoun(desk: Desk, accords: readonly string[], scope: Scope): string {
  const [, plural] = nounsFor(
    scope.bloc ? 'state' : (scope.type ?? usualType(desk.register, accords)),
  );
  const bloc = scope.bloc ? (desk.groups.blocs.get(scope.bloc)?.name ?? scope.bloc) : null;
  if (bloc) return /members?|states/i.test(bloc) ? bloc : `${bloc} members`;
  const region = scope.region ? desk.groups.regions.get(scope.region)?.name : null;
  const seat = scope.country ? nameOf(desk.register, scope.country) : null;
  return `${plural}${region ? ` of ${region}` : ''}${seat ? ` from ${seat}` : ''}`;
}

function countsSentence(counts: StatusCounts, noun: string): string {
  const parts = (
    [
      ['participates', 'taking part'],
      ['withdrew', 'withdrawn'],
      ['declined', 'declined'],
      ['undecided', 'undecided'],
      ['announced', 'announced'],
      ['absent', 'absent'],
      ['unknown', 'unknown'],
    ] as const
  )
    .filter(([status]) => counts[status] > 0)
    .map(([status, word]) => `${counts[status].toLocaleString('en')} ${word}`);
  return `Of ${counts.total.toLocaleString('en')} ${noun}: ${parts.join(', ')}.`;
}

function namesOf(desk: Desk, members: readonly SetMember[], limit: number): string {
  const names = members.map((member) => nameOf(desk.register, member.participant));
  return writeList(
    names.sort((a, b) => a.localeCompare(b, 'en')),
    limit,
  );
}

function singleStatement(desk: Desk, result: SetResult): string {
  const [only, ...others] = result.matching;
  const standing = only?.standings[0];
  if (!standing || others.length > 0 || !standing.claim) return '';
  const clause = standingClause(desk.register, standing);
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${cite(desk, standing)}.`;
}

function verdictOf(ask: SetAsk, result: SetResult): Draft['verdict'] {
  const { matching, undetermined, members } = result;
  if (ask === 'some')
    return matching.length > 0 ? 'yes' : undetermined.length > 0 ? 'unknown' : 'no';
  if (ask !== 'every') return null;
  if (matching.length === members.length && members.length > 0) return 'yes';
  return members.some((member) => member.match === 'no') ? 'no' : 'unknown';
}

function others(desk: Desk, accord: Accord | undefined, query: SetQuery, day: string): string {
  const who = query.scope.type ?? usualType(desk.register, query.accords);
  if (!accord || query.accords.length > 1 || query.predicate !== 'participates') return '';
  if (query.combine === 'none' || who !== 'state' || query.scope.bloc || query.scope.region)
    return '';
  const parts = accord.admits
    .filter((type) => type !== 'state')
    .map((type) => {
      const scope: Scope = { bloc: null, region: null, country: null, type };
      const { matching } = evaluateSet(desk.register, desk.groups, { ...query, scope }, day);
      return matching.length > 0 ? counted(matching.length, ...nounsFor(type)) : null;
    })
    .filter((part) => part !== null);
  return parts.length > 0 ? `Besides states: ${writeList(parts)}.` : '';
}

/** Answers for a closed set: a list, a count, "have all …", "has any …". */
export function setAnswer(desk: Desk, query: SetQuery, ask: SetAsk): Draft {
  const { register, groups } = desk;
  const result = evaluateSet(register, groups, query, desk.today);
  const accord = register.accords.get(query.accords[0] ?? '');
  const asOf = [...result.days].sort().at(-1) ?? desk.today;
  const noun = setNoun(desk, query.accords, query.scope);
  const many = query.scope.type !== null && query.scope.type !== 'state';
  const phrase = setPhrase(desk, query);
  const verdict = verdictOf(ask, result);
  const dated = `${writeDay(asOf)}`;
  const reported = ask === 'count' ? reportedCount(desk, query, result, asOf) : null;
  const failing = ask === 'every' && verdict === 'no';
  const shown = failing
    ? result.members.filter((member) => member.match === 'no')
    : result.matching;
  const names = namesOf(desk, shown, many ? otherList : longList);
  const head =
    ask === 'every' && verdict === 'yes'
      ? `Yes: all ${result.members.length} ${noun} ${phrase}, as of ${dated}: ${names}.`
      : failing
        ? `No: as of ${dated}, ${shown.length} of ${result.members.length} ${noun} do not fit (${names}).`
        : `${ask === 'some' ? `${verdict === 'yes' ? 'Yes' : verdict === 'no' ? 'No' : 'No source tells'}: ` : ''}${result.matching.length === 0 ? (result.undetermined.length > 0 ? 'No source shows that any' : 'None') : result.matching.length.toLocaleString('en')} of the ${result.members.length.toLocaleString('en')} ${noun} ${phrase}, as of ${dated}${names === '' ? '.' : `: ${names}.`}`;
  const undetermined =
    result.undetermined.length > 0
      ? `No source in the corpus decides it for ${counted(result.undetermined.length, 'other', 'others')}: ${namesOf(desk, result.undetermined, 12)}.`
      : '';
  const roster = query.accords
    .map((id) => rosterSentence(desk, register.accords.get(id)))
    .join(' ');
  return {
    ...emptyDraft,
    verdict,
    accords: query.accords,
    participants: shown.flatMap((member) => {
      const standing = member.standings[0];
      return standing ? [answerParticipant(register, standing)] : [];
    }),
    count: reported?.count ?? (ask === 'every' || ask === 'some' ? null : result.matching.length),
    asOf,
    counts: query.accords.length === 1 ? result.counts : null,
    contradictions: reported?.contradictions ?? [],
    text: sentences(
      reported?.text ?? null,
      reported ? null : head,
      ask === 'list' || ask === 'some' ? singleStatement(desk, result) : null,
      query.accords.length === 1 && !reported ? countsSentence(result.counts, noun) : null,
      others(desk, accord, query, desk.today),
      reported && result.undetermined.length > 20 ? null : undetermined,
      roster,
    ),
    confidence: result.undetermined.length > result.matching.length ? 0.75 : 0.97,
  };
}
