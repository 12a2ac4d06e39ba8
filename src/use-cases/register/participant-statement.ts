import type { Verdict } from '../../domain/answer.js';
import type { Match } from '../../domain/register/match.js';
import type { Standing } from '../../domain/register/standing.js';
import type { Named, Predicate, RegisterQuery } from '../../domain/register-query.js';
import { writeDay, writeWhen } from '../../language/prose/dates.js';
import { capitalised, inSentence } from '../../language/prose/names.js';
import { cite, type Desk } from './draft.js';
import { type Act, actClause, unsaidClause } from './participant-acts.js';
import { nameOf, standingClause, theAccord } from './phrases.js';

export type ParticipantQuery = Extract<
  RegisterQuery,
  { readonly ask: 'whether' | 'which' | 'when' | 'status' }
>;

export interface Finding {
  readonly named: Named;
  readonly standing: Standing;
  readonly match: Match;
  readonly act: Act | null;
}

const attitudes: readonly Predicate[] = ['declined', 'undecided', 'announced'];

/** No source says that it declined: of one outside, that does not make it untrue. */
export function unsaid(predicate: Predicate, { status }: Standing, match: Match): boolean {
  return match === 'no' && attitudes.includes(predicate) && ['absent', 'unknown'].includes(status);
}

function unsaidOf({ predicate }: ParticipantQuery, { standing, match }: Finding): boolean {
  return match === 'unknown' && unsaid(predicate, standing, 'no');
}

function lead(query: ParticipantQuery, finding: Finding, verdict: Verdict | null): string {
  if (query.ask !== 'whether' || verdict === null) return '';
  const word = verdict === 'yes' ? 'Yes' : verdict === 'no' ? 'No' : 'Unknown';
  const past = query.when.kind !== 'now';
  return `${word}${past ? `, as of ${writeDay(finding.standing.day)}` : ''}: `;
}

/** What is told of one participant, its verdict first where one is asked for. */
export function statement(
  desk: Desk,
  query: ParticipantQuery,
  finding: Finding,
  verdict: Verdict | null,
): string {
  const { register } = desk;
  const { standing, act, match } = finding;
  const accord = register.accords.get(standing.accord);
  let clause = standingClause(register, standing);
  const consentAsked = query.predicate === 'bound' || query.predicate === 'not-bound';
  const signed = consentAsked
    ? register
        .claimsOf(standing.accord, standing.participant)
        .find((claim) => claim.kind === 'signed')
    : undefined;
  let extra = '';
  if (signed && standing.status !== 'participates' && standing.status !== 'withdrew') {
    const date = signed.on ? ` ${writeWhen(signed.on)}` : '';
    clause = `${inSentence(nameOf(register, standing.participant))} signed ${theAccord(accord, standing.accord)}${date} ${desk.citations.claim(signed)}`;
    extra =
      standing.status === 'unknown'
        ? ', but no source in the corpus tells whether it has ratified'
        : ' but has not ratified it';
  }
  if (act) clause = `${actClause(desk, standing, act)}; ${clause}`;
  const dated = query.ask === 'when' && match !== 'yes' && !act;
  const told = standing.basis === 'between' || standing.basis === 'joined-later';
  if ((dated && !told && extra === '') || (query.ask === 'whether' && unsaidOf(query, finding))) {
    clause = unsaidClause(desk, query.predicate, standing);
  }
  const gap =
    standing.basis === 'between' && query.ask === 'when'
      ? ', so the exact date is not established'
      : '';
  return capitalised(
    `${lead(query, finding, verdict)}${clause}${gap}${extra}${cite(desk, standing)}.`,
  );
}
