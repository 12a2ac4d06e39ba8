import type { Named } from '../../domain/register-query.js';
import { byPromise, clausesOf } from './clauses.js';
import { type Facts, factsOf } from './facts.js';
import { foreignAccord } from './foreign.js';
import { accordActs, passesOver } from './guards.js';
import { preambleOf } from './preamble.js';
import { accordsQuery, participantQuery, setQuery } from './queries.js';
import type { QuestionContext, Reading } from './reading.js';
import { scan } from './scan.js';
import { scopeOf } from './scope.js';
import { definitionQuery, specialQuery } from './special.js';
import { moreQuery, superlativeQuery } from './superlative.js';
import { askedOf, elliptical, together } from './together.js';
import { unknownName } from './unknown-name.js';

const passages = (accords: readonly string[]): Reading => ({ kind: 'passages', accords });

/** A subject that another clause names, or only the asker: "has the country signed", "did they". */
const pronoun =
  /\b(?:has|have|had|did|does|do|is|are|was|were)(?:n't)? (?:(?:the|this|that) (?:country|state|nation|government|company)\b|(?:they|he|she)\b|it\b(?! (?:true|correct|right|the case)\b))/;

/** True when the noun for the accord, such as "convention", is not one of the default accord's. */
function meansAnother(facts: Facts, context: QuestionContext): boolean {
  const nouns = facts.items.filter((item) => item.role === 'accord-noun');
  const general = /^(?:accord|deal|document|text|pledge|commitment|initiative|pact)$/;
  const holds = (noun: string) =>
    context.names
      .suggest(noun, { kind: 'accord', limit: 1_000 })
      .some(({ id }) => id === context.defaultAccord);
  return nouns.some(({ text }) => !general.test(text) && !holds(text));
}

/** What the clauses before lend to one that only refers to it: "Kenya is small. Has it signed?" */
interface Lent {
  readonly accords: readonly string[];
  readonly participants: readonly Named[];
}

function readClause(clause: string, context: QuestionContext, lent: Lent): Reading {
  const read = scan(clause, context);
  const own = factsOf(read);
  const { has } = own;
  const ofAccord = has('who', 'count', 'binding', 'in-force', 'deadline', 'opened');
  const refers = own.participants.length === 0 && !ofAccord && pronoun.test(read.folded);
  const facts = refers ? { ...own, participants: lent.participants } : own;
  const said = facts.accords.length > 0 ? facts.accords : lent.accords;
  const howTo = has('can') && has('open');
  if (has('self') && said.length <= 1 && !howTo) return { kind: 'clarify', need: 'country' };
  const foreign = facts.accords.length > 0 || said.length === 0 ? foreignAccord(read) : null;
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
  if (has('future') && acts && !has('open') && read.leftovers.length === 0)
    return { kind: 'speculative', accords: said };
  if (has('ought')) {
    const asks = acts && !has('open', 'who', 'when', 'count') && read.leftovers.length === 0;
    const whom = facts.participants.length > 0 || facts.groupCount > 0;
    return asks && whom ? { kind: 'opinion', accords: said } : passages(said);
  }
  const definition = definitionQuery(facts);
  if (definition) return { kind: 'register', query: definition, assumed: false };
  if (
    has('open') ||
    (has('what-is') && !has('status', 'deadline', 'binding', 'in-force') && !read.ordinal)
  )
    return passages(said);
  if (read.leftovers.length > 0) {
    const name = facts.participants.length === 0 && acts ? unknownName(facts) : null;
    return name ? { kind: 'unknown-participant', name, accords: said } : passages(said);
  }
  const { scope, usesParticipants } = scopeOf(facts);
  const whole = usesParticipants ? { ...facts, participants: [] } : facts;
  const among = accordsQuery(whole, said);
  if (among) return { kind: 'register', assumed: false, query: among };
  const assumed = said.length === 0;
  const ranked =
    superlativeQuery(whole, said.length === 1 ? (said[0] ?? null) : null, scope) ??
    moreQuery(whole, scope);
  if (ranked) return { kind: 'register', query: ranked, assumed: false };
  if (passesOver(whole)) return passages(said);
  const accords = assumed && context.defaultAccord !== null ? [context.defaultAccord] : said;
  const special = specialQuery(whole, accords[0] ?? null);
  if (special) {
    const asks = acts || said.length > 0 || special.ask === 'nationality';
    return asks ? { kind: 'register', query: special, assumed } : passages(said);
  }
  if (accordActs(whole) || read.ordinal || whole.demonyms.length > (scope.country ? 1 : 0))
    return passages(said);
  const named = whole.participants.length > 0;
  const asksSet =
    has('who', 'count', 'any', 'all', 'state') && has('and', 'both', 'minus', 'count');
  if (!acts && !(said.length > 0 && (named || asksSet))) return passages(said);
  if (!named && refers) return { kind: 'clarify', need: 'country' };
  if (accords.length === 0 || (assumed && meansAnother(whole, context)))
    return { kind: 'clarify', need: 'accord' };
  const query = named ? participantQuery(whole, accords) : setQuery(whole, accords, scope);
  return query ? { kind: 'register', query, assumed } : passages(said);
}

/**
 * Reads a question. The clause that asks is read; assertions beside it are no evidence and only
 * lend it the accord that they name.
 */
export function parseQuestion(question: string, context: QuestionContext): Reading {
  const clauses = clausesOf(question);
  const joint = jointReading(clauses, context);
  if (joint) return joint;
  let fallback: Reading | null = null;
  for (const clause of byPromise(clauses)) {
    const before = clauses.slice(0, clauses.indexOf(clause)).reverse();
    const lent = lentBy(before, context);
    const reading = readClause(clause, context, lent);
    if (reading.kind !== 'passages') return reading;
    fallback ??= reading;
    const preamble = preambleOf(clause, context);
    if (preamble === null) continue;
    const { rest } = preamble;
    const accords = preamble.accords.length > 0 ? preamble.accords : lent.accords;
    const shorter = readClause(rest, context, { ...lent, accords });
    if (shorter.kind !== 'passages') return shorter;
  }
  return fallback ?? passages([]);
}

/** Several questions on several participants: "Has India signed? And China?" */
function jointReading(clauses: readonly string[], context: QuestionContext): Reading | null {
  const asking = clauses.filter((clause) => /[?？؟]\s*$/.test(clause));
  if (asking.length < 2) return null;
  const readings: Reading[] = [];
  for (const clause of asking) {
    const before = clauses.slice(0, clauses.indexOf(clause)).reverse();
    const facts = factsOf(scan(clause, context));
    const short = elliptical(facts) ? askedOf(readings.at(-1), facts) : null;
    readings.push(short ?? readClause(clause, context, lentBy(before, context)));
  }
  return together(readings);
}

function lentBy(before: readonly string[], context: QuestionContext): Lent {
  const facts = before.map((one) => factsOf(scan(one, context)));
  return {
    accords: facts.find(({ accords }) => accords.length > 0)?.accords ?? [],
    participants: facts.find(({ participants }) => participants.length > 0)?.participants ?? [],
  };
}
