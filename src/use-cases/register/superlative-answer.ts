import type { Verdict } from '../../domain/answer.js';
import { isConsent } from '../../domain/claim.js';
import type { DateSpan } from '../../domain/partial-date.js';
import { evaluationDay, type SetQuery } from '../../domain/register/evaluate.js';
import type { Step } from '../../domain/register/register.js';
import { standingOn } from '../../domain/register/standing.js';
import { universeOf } from '../../domain/register/universe.js';
import type { RegisterQuery } from '../../domain/register-query.js';
import { singleDate, writeWhen } from '../../language/prose/dates.js';
import { byName, capitalised, counted, inSentence, writeList } from '../../language/prose/names.js';
import {
  answerParticipant,
  type Desk,
  type Draft,
  emptyDraft,
  rosterSentence,
  sentences,
  standingSentence,
} from './draft.js';
import { nameOf, theAccord } from './phrases.js';
import { setNoun } from './set-phrase.js';

type SuperlativeQuery = Extract<RegisterQuery, { readonly ask: 'first' | 'last' }>;

interface Dated {
  readonly id: string;
  readonly step: Step;
}

const shownSources = 5;
const shownOthers = 12;

const verbs: Readonly<Record<SuperlativeQuery['predicate'], string>> = {
  participates: 'join',
  signed: 'sign',
  bound: 'become a party to',
  withdrew: 'leave',
};

/** The step by which a participant did what is asked, the first one where it did so again. */
function stepOf(desk: Desk, query: SuperlativeQuery, id: string, day: string): Step | null {
  const { steps } = desk.register.dossier(query.accord, id);
  const stage = query.predicate === 'bound' ? steps.consent : steps.signature;
  const fitting = stage.filter(
    ({ joins, span, claim }) =>
      joins !== (query.predicate === 'withdrew') &&
      (query.predicate !== 'signed' || !isConsent(claim.kind)) &&
      (span.earliest ?? '') <= day,
  );
  return (
    (query.predicate === 'withdrew' && query.ask === 'last' ? fitting.at(-1) : fitting[0]) ?? null
  );
}

/** Those whose day is surely the outermost, and those whose day may be as far out or further. */
function outermost(
  dated: readonly Dated[],
  ask: 'first' | 'last',
): { readonly sure: readonly Dated[]; readonly open: readonly Dated[] } {
  const low = (span: DateSpan) => span.earliest ?? '0000';
  const high = (span: DateSpan) => span.latest ?? '9999';
  const first = ask === 'first';
  const near = ({ step }: Dated) => (first ? high(step.span) : low(step.span));
  const far = ({ step }: Dated) => (first ? low(step.span) : high(step.span));
  const edge = (values: readonly string[], lowest: boolean) =>
    [...values].sort().at(lowest ? 0 : -1);
  const bound = edge(dated.map(near), first) ?? '';
  const nearest = dated.filter((one) => near(one) === bound);
  const closest = edge(nearest.map(far), !first);
  const sure = nearest.filter((one) => far(one) === closest);
  const open = dated.filter(
    (one) => !sure.includes(one) && (first ? far(one) <= bound : far(one) >= bound),
  );
  return { sure, open };
}

function verdictOf(
  asked: readonly string[],
  sure: readonly Dated[],
  open: readonly Dated[],
  fromStart: boolean,
): Verdict {
  const among = (list: readonly Dated[]) => list.some(({ id }) => asked.includes(id));
  if (among(open)) return 'unknown';
  if (!among(sure)) return 'no';
  return open.length === 0 || fromStart ? 'yes' : 'unknown';
}

/** Who was the first or the last to act, as far as sources date it. */
export function superlativeAnswer(desk: Desk, query: SuperlativeQuery): Draft | null {
  const { register, groups } = desk;
  const accord = register.accords.get(query.accord);
  if (!accord || (accord.kind === 'treaty' && query.predicate === 'participates')) return null;
  const day = evaluationDay(register, accord.id, { kind: 'now' }, desk.today);
  const ids = universeOf(register, groups, [accord.id], query.scope, day);
  const dated = ids.flatMap((id): Dated[] => {
    const step = stepOf(desk, query, id, day);
    return step ? [{ id, step }] : [];
  });
  const { sure, open } = outermost(dated, query.ask);
  const [some] = sure;
  if (!some) return null;
  const asked = query.participant?.ids ?? null;
  // Nobody can have acted before the accord was opened.
  const fromStart = query.ask === 'first' && some.step.span.latest === accord.opened;
  const verdict = asked === null ? null : verdictOf(asked, sure, open, fromStart);
  const written = (list: readonly Dated[], limit?: number) =>
    writeList(
      list
        .map(({ id }) => nameOf(register, id))
        .sort(byName)
        .map(inSentence),
      limit,
    );
  const marks = [
    ...new Set(sure.slice(0, shownSources).map(({ step }) => desk.citations.claim(step.claim))),
  ].join('');
  const set: SetQuery = {
    accords: [accord.id],
    combine: 'all',
    predicate: query.predicate,
    scope: query.scope,
    when: { kind: 'now' },
  };
  const verb =
    query.predicate === 'signed' && some.step.claim.kind === 'supported'
      ? 'support'
      : verbs[query.predicate];
  const own = asked?.filter((id) => !sure.some((one) => one.id === id)) ?? [];
  const word = query.ask === 'first' ? 'first' : 'latest';
  const hedge = open.length > 0 && !fromStart ? 'Of those that sources date closely, the' : 'The';
  const direction =
    query.ask === 'last'
      ? 'as late or later'
      : fromStart
        ? 'on that day too'
        : 'as early or earlier';
  return {
    ...emptyDraft,
    verdict,
    accords: [accord.id],
    participants: [...sure.map(({ id }) => id), ...own].map((id) =>
      answerParticipant(register, standingOn(register, accord.id, id, day)),
    ),
    date: singleDate(some.step.span),
    asOf: day,
    text: sentences(
      verdict === null ? null : `${capitalised(verdict)}.`,
      `${hedge} ${word} of the ${setNoun(desk, set)} to ${verb} ${theAccord(accord, accord.id)} ${sure.length === 1 ? 'was' : 'were'} ${written(sure)}, ${writeWhen(some.step.span)} ${marks}.`,
      open.length === 0
        ? null
        : `${counted(open.length, 'other', 'others')} may have done so ${direction}; no source gives the day: ${written(open, shownOthers)}.`,
      ...own.map((id) => standingSentence(desk, standingOn(register, accord.id, id, day))),
      rosterSentence(desk, accord),
    ),
    confidence: open.length > 0 ? 0.75 : 0.97,
  };
}
