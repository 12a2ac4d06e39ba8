import { lastOf } from '../../domain/partial-date.js';
import { evaluationDay } from '../../domain/register/evaluate.js';
import { dayOfMoment, type Match, type Matched, matchOn } from '../../domain/register/match.js';
import type { Predicate, RegisterQuery } from '../../domain/register-query.js';
import { writeDay } from '../../language/prose/dates.js';
import { capitalised, inSentence, writeList } from '../../language/prose/names.js';
import { answerParticipant, cite, type Desk, type Draft, emptyDraft, sentences } from './draft.js';
import { actAsked, actClause } from './participant-acts.js';
import { nameOf, standingClause, theAccord } from './phrases.js';

type AccordsQuery = Extract<RegisterQuery, { readonly ask: 'accords' }>;

/** "Brazil takes part in 8 of the 18 accords in the corpus", for one and for several. */
const forms: Readonly<Record<Predicate, readonly [one: string, many: string]>> = {
  participates: ['takes part in', 'take part in'],
  signed: ['has signed or joined', 'have signed or joined'],
  bound: ['is bound as a party by', 'are bound as parties by'],
  'signatory-only': ['has signed but not ratified', 'have signed but not ratified'],
  outside: ['is outside', 'are outside'],
  'not-bound': ['is not a party to', 'are not parties to'],
  withdrew: ['has left', 'have left'],
  declined: ['declined to join', 'declined to join'],
  undecided: ['is undecided about', 'are undecided about'],
  announced: ['announced that it would join', 'announced that they would join'],
};

interface AccordFinding {
  readonly accord: string;
  readonly matched: readonly Matched[];
  readonly match: Match;
}

function findingsOf(desk: Desk, query: AccordsQuery): readonly AccordFinding[] {
  const { register } = desk;
  const ids = query.participants.flatMap((named) => named.ids);
  return [...register.accords.keys()].map((accord) => {
    const day = evaluationDay(register, accord, query.when, desk.today);
    const matched = ids.map((id) =>
      matchOn(register, accord, id, query.predicate, day, query.when),
    );
    const worst = (['no', 'unknown'] as const).find((match) =>
      matched.some((one) => one.match === match),
    );
    return { accord, matched, match: worst ?? 'yes' };
  });
}

function sentenceOf(desk: Desk, query: AccordsQuery, { standing, match }: Matched): string {
  const { ask, predicate } = query;
  const act = actAsked(desk.register, { ask, act: true, predicate }, standing, match);
  const clause = standingClause(desk.register, standing);
  const told = act ? `${actClause(desk, standing, act)}; ${clause}` : clause;
  return `${capitalised(told)}${cite(desk, standing)}.`;
}

/** In which accords a participant takes part, or all of several participants. */
export function accordsAnswer(desk: Desk, query: AccordsQuery): Draft {
  const { register } = desk;
  const found = findingsOf(desk, query);
  const matching = found.filter(({ match }) => match === 'yes');
  const names = query.participants.flatMap((named) =>
    named.ids.map((id) => inSentence(nameOf(register, id))),
  );
  const [one, many] = forms[query.predicate];
  const who = `${names.length > 2 ? 'all of ' : ''}${writeList(names)} ${names.length > 1 ? many : one}`;
  const day = query.when.kind === 'now' ? null : dayOfMoment(register, '', query.when, desk.today);
  const unclear = writeList(
    found
      .filter(({ match }) => match === 'unknown')
      .map(({ accord }) => theAccord(register.accords.get(accord), accord)),
  );
  const count = matching.length === 0 ? 'none' : matching.length;
  return {
    ...emptyDraft,
    accords: matching.map(({ accord }) => accord),
    participants: matching.flatMap(({ matched }) =>
      matched.map(({ standing }) => answerParticipant(register, standing)),
    ),
    count: matching.length,
    asOf:
      day ?? lastOf(found.flatMap(({ matched }) => matched.map(({ standing }) => standing.day))),
    text: sentences(
      `${capitalised(who)} ${count} of the ${register.accords.size} accords in the corpus${day ? ` as of ${writeDay(day)}` : ''}.`,
      ...matching.flatMap(({ matched }) => matched.map((each) => sentenceOf(desk, query, each))),
      unclear === '' ? null : `No source in the corpus decides it for ${unclear}.`,
    ),
  };
}
