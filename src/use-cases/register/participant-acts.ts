import type { Claim } from '../../domain/claim.js';
import { type DateSpan, surelyBy } from '../../domain/partial-date.js';
import { madeBy } from '../../domain/register/dossier.js';
import type { Match } from '../../domain/register/match.js';
import type { Register } from '../../domain/register/register.js';
import { firstMembership, type Standing } from '../../domain/register/standing.js';
import type { Predicate, RegisterQuery } from '../../domain/register-query.js';
import { writeWhen } from '../../language/prose/dates.js';
import { inSentence } from '../../language/prose/names.js';
import type { Desk } from './draft.js';
import { actOf, nameOf, standingClause, theAccord } from './phrases.js';

/** An act that the question asks for, where the standing of the day is told by another. */
export interface Act {
  readonly claim: Claim;
  readonly span: DateSpan | null;
}

function lastLeaving(register: Register, { accord, participant, day }: Standing): Act | null {
  const { steps } = register.dossier(accord, participant);
  return steps.signature.findLast((step) => !step.joins && surelyBy(step.span, day)) ?? null;
}

function lastRefusal(register: Register, { accord, participant, day }: Standing): Act | null {
  const { attitudes } = register.dossier(accord, participant);
  const claim = attitudes.findLast(
    (one) => one.kind === 'declined' && (madeBy(one) ?? '9999') <= day,
  );
  return claim ? { claim, span: claim.on ?? claim.reported } : null;
}

interface Asked {
  readonly ask: RegisterQuery['ask'];
  readonly act: boolean;
  readonly predicate: Predicate;
}

/** The joining of one that has left since, the leaving of one that is back, an old refusal. */
export function actAsked(
  register: Register,
  { ask, act, predicate }: Asked,
  standing: Standing,
  match: Match,
): Act | null {
  const { accord, participant, day, status } = standing;
  if (predicate === 'withdrew' && match === 'yes' && status !== 'withdrew')
    return lastLeaving(register, standing);
  if (predicate === 'declined' && match === 'yes' && status !== 'declined')
    return lastRefusal(register, standing);
  if ((ask !== 'when' && !act) || status !== 'withdrew') return null;
  if (!['participates', 'signed', 'bound'].includes(predicate)) return null;
  const stage = predicate === 'bound' ? 'consent' : 'signature';
  const membership = firstMembership(register, accord, participant, day, stage);
  return (predicate === 'signed' ? membership?.first : membership?.furthest) ?? null;
}

/** "the United States signed the Paris Agreement on 22 April 2016 [1]". */
export function actClause(desk: Desk, standing: Standing, { claim, span }: Act): string {
  const where = theAccord(desk.register.accords.get(standing.accord), standing.accord);
  const who = inSentence(nameOf(desk.register, standing.participant));
  const left = claim.kind === 'withdrew' ? ' with effect' : '';
  const act = claim.kind === 'withdrew' ? 'left' : actOf(claim.kind);
  return `${who} ${act} ${where}${span ? `${left} ${writeWhen(span)}` : ''} ${desk.citations.claim(claim)}`;
}

const done: Readonly<Record<Predicate, string>> = {
  participates: 'joined',
  signed: 'signed or joined',
  bound: 'became a party to',
  'signatory-only': 'signed',
  outside: 'stayed outside',
  'not-bound': 'stayed outside',
  withdrew: 'left',
  declined: 'declined to join',
  undecided: 'is undecided about',
  announced: 'announced that it would join',
};

/** What is told of one of whom no source says what the question takes for granted. */
export function unsaidClause(desk: Desk, predicate: Predicate, standing: Standing): string {
  const { register } = desk;
  const where = theAccord(register.accords.get(standing.accord), standing.accord);
  const who = inSentence(nameOf(register, standing.participant));
  return `no source says that ${who} ${done[predicate]} ${where}; ${standingClause(register, standing)}`;
}
