import type { Verdict } from '../../domain/answer.js';
import { lastOf } from '../../domain/partial-date.js';
import { evaluateSet } from '../../domain/register/evaluate.js';
import { usualType } from '../../domain/register/universe.js';
import type { RegisterQuery } from '../../domain/register-query.js';
import { writeDay } from '../../language/prose/dates.js';
import { capitalised, writeList } from '../../language/prose/names.js';
import { type Desk, type Draft, emptyDraft, rosterSentence, sentences } from './draft.js';
import { theAccord } from './phrases.js';
import { reportedCount } from './reported-count.js';
import { setNoun } from './set-phrase.js';

type MoreQuery = Extract<RegisterQuery, { readonly ask: 'more' }>;

interface Tally {
  readonly accord: string;
  readonly noun: string;
  readonly least: number;
  readonly most: number;
  readonly day: string;
}

function tally(desk: Desk, query: MoreQuery, accord: string): Tally {
  const { scope, predicate } = query;
  const type = scope.type ?? usualType(desk.register, query.accords);
  const set = {
    accords: [accord],
    combine: 'all',
    predicate,
    scope: { ...scope, type },
    when: { kind: 'now' },
  } as const;
  const result = evaluateSet(desk.register, desk.groups, set, desk.today);
  const day = result.days[0] ?? desk.today;
  const least = result.matching.length;
  const reported = reportedCount(desk, set, result, day)?.count ?? least;
  return {
    accord,
    noun: setNoun(desk, set),
    least: Math.max(least, reported),
    most: Math.max(reported, least + result.undetermined.length),
    day,
  };
}

/** Which of several accords counts more participants of a type. */
export function moreAnswer(desk: Desk, query: MoreQuery): Draft {
  const { register } = desk;
  const tallies = query.accords.map((accord) => tally(desk, query, accord));
  const ranked = [...tallies].sort((a, b) => b.least - a.least);
  const [top, ...rest] = ranked;
  const sure = top !== undefined && rest.every((other) => other.most < top.least);
  const level = rest.some((other) => other.least === top?.least && other.most === top?.most);
  const name = (id: string) => theAccord(register.accords.get(id), id);
  const [asked] = query.accords;
  const verdict: Verdict | null = query.whether
    ? sure
      ? top?.accord === asked
        ? 'yes'
        : 'no'
      : level
        ? 'no'
        : 'unknown'
    : null;
  const figures = tallies.map(
    ({ accord, least, most, noun, day }) =>
      `${capitalised(name(accord))}: ${most > least ? 'at least ' : ''}${least.toLocaleString('en')} ${noun} as of ${writeDay(day)}.`,
  );
  const head = sure
    ? `${capitalised(name(top.accord))} has more than ${writeList(rest.map(({ accord }) => name(accord)))}.`
    : level
      ? 'Both have as many.'
      : 'The sources do not tell which has more.';
  return {
    ...emptyDraft,
    verdict,
    accords: query.accords,
    asOf: lastOf(tallies.map(({ day }) => day)),
    text: sentences(
      verdict === null ? null : `${capitalised(verdict)}.`,
      head,
      ...figures,
      ...query.accords.map((id) => rosterSentence(desk, register.accords.get(id))),
    ),
    confidence: sure ? 0.97 : 0.7,
  };
}
