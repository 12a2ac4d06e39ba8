import { byPromise, clausesOf } from './clauses.js';
import { type Facts, factsOf } from './facts.js';
import { foreignAccord } from './foreign.js';
import { accordActs, passesOver } from './guards.js';
import { accordsQuery, participantQuery, setQuery } from './queries.js';
import type { QuestionContext, Reading } from './reading.js';
import { scan } from './scan.js';
import { scopeOf } from './scope.js';
import { definitionQuery, specialQuery } from './special.js';
import { unknownName } from './unknown-name.js';

const passages = (accords: readonly string[]): Reading => ({ kind: 'passages', accords });

/** A subject that only the asker can fill in: "has the country signed", "did they sign". */
const pronoun =
  /\b(?:has|have|had|did|does|do|is|are|was|were) (?:the|this|that) (?:country|state|nation|government|company)\b|\b(?:has|have|had|did|does|do|are|were) (?:they|he|she)\b/;

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

function readClause(clause: string, context: QuestionContext, earlier: readonly string[]): Reading {
  const read = scan(clause, context);
  const facts = factsOf(read);
  const { has } = facts;
  const said = facts.accords.length > 0 ? facts.accords : earlier;
  const howTo = has('can') && has('open');
  if (has('self') && said.length <= 1 && !howTo) return { kind: 'clarify', need: 'country' };
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
  if (has('future') && acts && !has('open') && read.leftovers.length === 0)
    return { kind: 'speculative', accords: said };
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
  if (passesOver(whole)) return passages(said);
  const assumed = said.length === 0;
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
  if (!named && pronoun.test(read.folded) && !has('who', 'count'))
    return { kind: 'clarify', need: 'country' };
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
