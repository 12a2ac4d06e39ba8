import type { RegisterQuery, Scope } from '../../domain/register-query.js';
import { byPromise, clausesOf } from './clauses.js';
import { type Facts, factsOf, momentsOf, tellsAct } from './facts.js';
import { foreignAccord } from './foreign.js';
import { combinationOf, positive, predicateOf } from './predicate.js';
import type { QuestionContext, Reading } from './reading.js';
import { scan } from './scan.js';
import { scopeOf } from './scope.js';
import { specialQuery } from './special.js';

/** Forms of "to be": they ask for a status and not for an act. */
const being = /^(?:is|are|est|sont|es|son|ist|sind|e|sao|esta|estan|estao|является|являются)$/;

const passages = (accords: readonly string[]): Reading => ({ kind: 'passages', accords });

/** A single unexplained stretch where a participant's name would stand; null otherwise. */
function unknownName(facts: Facts): string | null {
  const { scan: read } = facts;
  const [first] = read.leftovers;
  const last = read.leftovers.at(-1);
  if (!first || !last || read.leftovers.length > 5) return null;
  const inside = (one: { start: number; end: number }) =>
    one.start >= first.start && one.end <= last.end;
  if (read.tags.some((tag) => inside(tag) && !['filler', 'and'].includes(tag.tag))) return null;
  const aux = read.tags.find((tag) => ['aux', 'perfect'].includes(tag.tag));
  const verb = read.tags.find(
    (tag) =>
      ['join', 'consent', 'member', 'withdrew', 'declined', 'outside', 'not'].includes(tag.tag) &&
      tag.start >= last.end,
  );
  const asks =
    aux !== undefined &&
    aux.end <= first.start &&
    /^\W*(?:the )?$/.test(read.folded.slice(aux.end, first.start));
  return asks && verb ? read.text.slice(first.start, last.end) : null;
}

function participantQuery(facts: Facts, accords: readonly string[]): RegisterQuery | null {
  const { has, participants } = facts;
  const past = has('perfect') || has('status') || !tellsAct(facts);
  const predicate = predicateOf(facts, accords) ?? 'participates';
  const [when = { kind: 'now' as const }, ...others] = momentsOf(
    facts,
    past || predicate === 'outside',
  );
  if (has('compare') && others.length > 0) {
    return { ask: 'compare', participants, accords, moments: momentsOf(facts, true) };
  }
  const combine = combinationOf(facts, predicate);
  const state = facts.scan.tags.some((tag) => tag.tag === 'aux' && being.test(tag.text));
  const act = tellsAct(facts) && !past && !state && when.kind === 'now';
  const base = {
    participants,
    accords,
    combine,
    predicate: positive(predicate, combine),
    when,
    act,
  };
  if (has('when') && !has('who')) return { ask: 'when', ...base };
  if (has('status', 'compare', 'who') || !predicateOf(facts, accords))
    return { ask: 'status', ...base };
  const asked = predicate === 'outside' && !has('outside') ? 'participates' : predicate;
  const bound = asked === 'not-bound' ? 'bound' : asked;
  return { ask: 'whether', ...base, predicate: positive(bound, combine) };
}

function setQuery(facts: Facts, accords: readonly string[], scope: Scope): RegisterQuery | null {
  const { has } = facts;
  const predicate = predicateOf(facts, accords);
  if (!predicate) return null;
  const combine = combinationOf(facts, predicate);
  const negative = predicate === 'outside' || predicate === 'not-bound';
  const state = has('perfect') || negative || !tellsAct(facts);
  const [when = { kind: 'now' as const }, ...more] = momentsOf(facts, state);
  if (more.length > 0) return null;
  const base = { accords, combine, predicate: positive(predicate, combine), scope, when };
  if (has('count')) return { ask: 'count', ...base };
  if (has('who')) return { ask: 'list', ...base };
  const asks = has('aux', 'perfect');
  if (asks && has('any')) return { ask: 'some', ...base };
  const members = facts.bloc !== null;
  if (asks && (has('all') || (members && !has('not')))) return { ask: 'every', ...base };
  if (has('when')) return null;
  return { ask: 'list', ...base };
}

function readClause(clause: string, context: QuestionContext, earlier: readonly string[]): Reading {
  const read = scan(clause, context);
  const facts = factsOf(read);
  const { has } = facts;
  const said = facts.accords.length > 0 ? facts.accords : earlier;
  if (has('self') && said.length <= 1) return { kind: 'clarify', need: 'country' };
  const foreign = said.length === 0 ? foreignAccord(read) : null;
  if (foreign) return { kind: 'foreign-accord', name: foreign };
  const acts = has(
    'join',
    'consent',
    'withdrew',
    'declined',
    'outside',
    'member',
    'status',
    'announced',
    'undecided',
    'everyone',
  );
  if (has('future') && acts && read.leftovers.length === 0)
    return { kind: 'speculative', accords: said };
  if (has('open') || (has('what-is') && !has('status', 'deadline', 'binding', 'in-force')))
    return passages(said);
  if (read.leftovers.length > 0) {
    const name = facts.participants.length === 0 && acts ? unknownName(facts) : null;
    return name ? { kind: 'unknown-participant', name, accords: said } : passages(said);
  }
  if (facts.groupCount > 2 || (facts.bloc && facts.groupCount === 2 && !facts.region))
    return passages(said);
  const { scope, usesParticipants } = scopeOf(facts);
  const whole = usesParticipants ? { ...facts, participants: [] } : facts;
  if (
    whole.participants.length > 0 &&
    (has('accords') || (has('who') && said.length === 0 && has('accord-noun')))
  ) {
    const [when = { kind: 'now' as const }] = momentsOf(facts, true);
    const predicate = predicateOf(whole, []) ?? 'participates';
    return {
      kind: 'register',
      assumed: false,
      query: { ask: 'accords', participants: whole.participants, predicate, when },
    };
  }
  const assumed = said.length === 0;
  const accords = assumed && context.defaultAccord !== null ? [context.defaultAccord] : said;
  const special = specialQuery(whole, accords[0] ?? null);
  if (special) {
    const asks = acts || said.length > 0 || special.ask === 'nationality';
    return asks ? { kind: 'register', query: special, assumed } : passages(said);
  }
  if (
    !acts &&
    !(
      said.length > 0 &&
      (whole.participants.length > 0 || has('and', 'both', 'minus', 'compare', 'count'))
    )
  ) {
    return passages(said);
  }
  if (accords.length === 0) return { kind: 'clarify', need: 'accord' };
  const query =
    whole.participants.length > 0
      ? participantQuery(whole, accords)
      : setQuery(whole, accords, scope);
  return query ? { kind: 'register', query, assumed } : passages(said);
}

/**
 * Reads a question. The clause that asks is read; assertions beside it are no evidence and only
 * lend it the accord that they name.
 */
export function parseQuestion(question: string, context: QuestionContext): Reading {
  const clauses = clausesOf(question);
  let fallback: Reading | null = null;
  for (const clause of byPromise(clauses)) {
    const before = clauses.slice(0, clauses.indexOf(clause)).reverse();
    const earlier = before
      .map((one) => factsOf(scan(one, context)).accords)
      .find((accords) => accords.length > 0);
    const reading = readClause(clause, context, earlier ?? []);
    if (reading.kind !== 'passages') return reading;
    fallback ??= reading;
  }
  return fallback ?? passages([]);
}
