import type { ProposedQuery } from '../../domain/proposed-query.js';
import type { Combination, Moment, RegisterQuery } from '../../domain/register-query.js';
import { type Facts, factsOf, momentsOf } from './facts.js';
import type { QuestionContext } from './reading.js';
import { scan } from './scan.js';
import { scopeOf } from './scope.js';

const denials: readonly string[] = ['outside', 'not-bound', 'declined', 'undecided', 'withdrew'];
/** Predicates of which a clause such as "but not ratified" is a part. */
const partial: readonly string[] = ['signatory-only'];

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** Ids that a proposed name stands for, where the question has that name; else null. */
function standsFor(
  name: string,
  kind: 'accord' | 'participant',
  context: QuestionContext,
): readonly string[] | null {
  const match = context.names.find(name, { fuzzy: true }).find((one) => one.kind === kind);
  return match?.ids ?? null;
}

function accordsIn(
  proposed: readonly string[],
  facts: Facts,
  context: QuestionContext,
): readonly string[] | null {
  const ids = proposed.flatMap((name) => standsFor(name, 'accord', context) ?? ['']);
  const distinct = [...new Set(ids)];
  return sameSet(distinct, facts.accords) ? distinct : null;
}

function namesParticipants(
  proposed: readonly string[],
  facts: Facts,
  context: QuestionContext,
): boolean {
  const found = facts.participants.flatMap(({ ids }) => ids);
  const ids = proposed.flatMap((name) => standsFor(name, 'participant', context) ?? ['']);
  return sameSet([...new Set(ids)], [...new Set(found)]);
}

/** True when the proposal has the question's own group, or neither has one. */
function namesGroup(proposed: string | null, facts: Facts, context: QuestionContext): boolean {
  const group = facts.bloc ?? facts.region;
  if (proposed === null || group === null) return proposed === group;
  return context.groups
    .find(proposed, { fuzzy: true })
    .some(({ ids }) => ids.some((id) => group.ids.includes(id)));
}

/** A denial in the question has to be one in the query, and the other way round. */
function agreesOnDenial({ has }: Facts, { predicate, combine }: ProposedQuery): boolean {
  const denied = has('not', 'outside', 'neither', 'minus', 'declined', 'withdrew', 'undecided');
  const parts = combine === 'minus' || combine === 'none';
  if (partial.includes(predicate)) return true;
  return denied === (denials.includes(predicate) || parts);
}

/** The question's own date; null when it has several or the proposal speaks of another. */
function momentOf(proposed: string | null, facts: Facts, state: boolean): Moment | null {
  const [moment = { kind: 'now' }, ...more] = momentsOf(facts, state);
  if (more.length > 0) return null;
  const dated = moment.kind !== 'now';
  if (!dated) return proposed === null ? moment : null;
  if (moment.kind === 'launch') return moment;
  const year = proposed?.slice(0, 4);
  const days = moment.kind === 'day' ? [moment.day] : [moment.from, moment.to];
  return year === undefined || days.some((day) => day?.startsWith(year)) ? moment : null;
}

/**
 * The query that a proposal makes of a question, or null. A proposal may only arrange what the
 * question says: its accords, participants and group have to be those that are found there, all of
 * them and no other; its date is read anew; it denies where the question does. What the register
 * would then list is at worst an answer to another arrangement of the same names, and says so.
 */
export function queryFromProposal(
  question: string,
  proposal: ProposedQuery,
  context: QuestionContext,
): RegisterQuery | null {
  const facts = factsOf(scan(question, context));
  const { has } = facts;
  if (has('open', 'future', 'can', 'compare') || facts.groupCount > 1) return null;
  const accords = accordsIn(proposal.accords, facts, context);
  if (!accords || !namesGroup(proposal.bloc, facts, context)) return null;
  if (!agreesOnDenial(facts, proposal)) return null;
  const { predicate } = proposal;
  const combine: Combination = accords.length > 1 ? proposal.combine : 'all';
  const state = proposal.ask !== 'when';
  const when = momentOf(proposal.date, facts, state);
  if (!when) return null;
  const { participants } = facts;
  if (proposal.ask === 'list' || proposal.ask === 'count') {
    const { scope, usesParticipants } = scopeOf(facts);
    if (accords.length === 0 || (participants.length > 0 && !usesParticipants)) return null;
    return { ask: proposal.ask, accords, combine, predicate, scope, when };
  }
  if (proposal.bloc !== null || participants.length === 0) return null;
  if (!namesParticipants(proposal.participants, facts, context)) return null;
  if (proposal.ask === 'accords') {
    return accords.length > 0 ? null : { ask: 'accords', participants, predicate, when };
  }
  if (accords.length === 0) return null;
  return { ask: proposal.ask, participants, accords, combine, predicate, when, act: false };
}
