import type { Combination, Predicate, RegisterQuery, Scope } from '../../domain/register-query.js';
import { type Facts, momentsOf, tellsAct } from './facts.js';
import { nextOf } from './items.js';
import { type Combined, combined, positive, predicateOf } from './predicate.js';

const now = { kind: 'now' } as const;

/** Forms of "to be": they ask for a status and not for an act. */
const being = /^(?:is|are|est|sont|es|son|ist|sind|e|sao|esta|estan|estao|является|являются)$/;

/** Verbs of signing, which a signature alone dates; a verb of joining may mean consent as well. */
const signing =
  /^(?:sign|inked|affixed|put its name|firm|assin|unterzeichn|unterschr|подпис|签|署名|調印|وقع|توقيع)/;

/** Words that stand among the verbs of joining and tell no act. */
const preposition = /^(?:in|على|إلى)$/;

/** The predicate as the act's date is asked for. */
function dating(facts: Facts, how: Combined, dated: boolean): Predicate {
  const verbs = facts.items.filter((item) => item.role === 'join' && !preposition.test(item.text));
  const signs = verbs.length > 0 && verbs.every((item) => signing.test(item.text));
  const plain = how.predicate === 'participates' && ['all', 'any'].includes(how.combine);
  return dated && signs && plain ? 'signed' : how.predicate;
}

/**
 * A statement held up to be confirmed: "is it true that China has not signed", "China has not
 * signed, right?". There the answer is yes where it has not.
 */
function confirms({ items, scan }: Facts): boolean {
  if (scan.language !== 'en') return false;
  if (/\b(?:true|correct|right|case|confirm) that\b/.test(scan.folded)) return true;
  const subject = items.findIndex((item) => item.role === 'participant');
  const verb = items.findIndex((item) => ['aux', 'perfect', 'not'].includes(item.role));
  return subject >= 0 && subject < verb;
}

/** "Has it not signed?" asks whether it has: the answer is yes where it has. */
function affirmed(
  facts: Facts,
  asked: Predicate,
  said: Predicate,
  combine: Combination,
): { readonly predicate: Predicate; readonly combine: Combination } {
  const { has } = facts;
  const denied = said === 'outside' || said === 'not-bound';
  if (denied && confirms(facts)) return { predicate: asked, combine };
  if (!denied || has('outside', 'neither')) return { predicate: positive(asked, combine), combine };
  const predicate = said === 'outside' ? 'participates' : 'bound';
  return { predicate, combine: has('or') ? 'any' : 'all' };
}

/** "When did it rejoin": its whole history tells. */
function returns({ items }: Facts): boolean {
  return items.some(
    ({ role, text }) => role === 'status' && /^(?:re-?join|return|c[ao]me back)/.test(text),
  );
}

const statesOnly: readonly (Predicate | null)[] = ['signatory-only', 'undecided', 'announced'];

/** Questions on named participants; null when the words fit none. */
export function participantQuery(facts: Facts, accords: readonly string[]): RegisterQuery | null {
  const { has, participants } = facts;
  if (has('can')) return null;
  const past = has('perfect') || has('status') || !tellsAct(facts);
  const predicate = predicateOf(facts, accords);
  const how: Combined | null =
    predicate === null
      ? { accords, combine: 'all', predicate: 'participates' }
      : combined(facts, accords);
  if (!how || (predicate === null && has('not', 'minus', 'only'))) return null;
  const state = past || predicate === 'outside' || statesOnly.includes(predicate);
  const [when = now, ...others] = momentsOf(facts, state);
  if (others.length > 0) {
    if (!has('compare', 'status', 'and') || has('or') || has('when')) return null;
    return { ask: 'compare', participants, accords, moments: momentsOf(facts, true) };
  }
  const is = facts.scan.tags.some((tag) => tag.tag === 'aux' && being.test(tag.text));
  const ever = facts.items.some((item) => item.text === 'ever') && !has('withdrew', 'declined');
  const act = when.kind === 'now' && (ever || (tellsAct(facts) && !past && !is));
  const dated = when.kind === 'during' || has('when') || act;
  const base = { participants, ...how, predicate: dating(facts, how, dated), when, act };
  if (has('when') && !has('who') && !returns(facts)) return { ask: 'when', ...base };
  if (has('who') && !has('status', 'compare') && predicate && accords.length === 1)
    return { ask: 'which', ...base };
  const either = has('or') && has('outside') && accords.length === 1;
  if (either) return { ask: 'status', ...base, predicate: 'participates', combine: 'all' };
  const open = has('status', 'compare', 'who') || predicate === null || how.combine === 'minus';
  if (open || (has('or') && has('both'))) return { ask: 'status', ...base };
  return { ask: 'whether', ...base, ...affirmed(facts, base.predicate, predicate, how.combine) };
}

/** True when some noun says who is asked for: "signatories of …", "African states in …". */
function namesSet({ has, groupCount, items }: Facts): boolean {
  const nouns = has('state', 'member', 'everyone', 'all', 'any', 'outside', 'declined', 'withdrew');
  const kinds = has(
    'company',
    'public-authority',
    'civil-society',
    'academia',
    'intergovernmental',
  );
  const parties = items.some((item) =>
    /part(?:y|ies)|^ratif.*ions?$|^accessions?$/.test(item.text),
  );
  return nouns || kinds || parties || groupCount > 0;
}

/** Questions on a closed set; null when the words fit none. */
export function setQuery(
  facts: Facts,
  accords: readonly string[],
  scope: Scope,
): RegisterQuery | null {
  const { has } = facts;
  const how = combined(facts, accords);
  const predicate = predicateOf(facts, accords);
  if (!how || has('when', 'can')) return null;
  const negative = predicate === 'outside' || predicate === 'not-bound';
  const state = has('perfect') || negative || !tellsAct(facts) || statesOnly.includes(predicate);
  const [when = now, ...more] = momentsOf(facts, state);
  if (more.length > 0) return null;
  const dated = when.kind === 'during';
  const base = { ...how, predicate: dating(facts, how, dated), scope, when };
  if (has('count')) return { ask: 'count', ...base };
  if (has('who')) return { ask: 'list', ...base };
  const isThere = facts.items.some((item) => /^is there an?$/.test(item.text));
  const asks = has('aux', 'perfect') || isThere;
  if (asks && has('any')) return { ask: 'some', ...base };
  const members = facts.bloc !== null;
  const none = negative && facts.items.some((item) => item.text === 'no');
  if (asks && none && (members || has('state'))) return { ask: 'every', ...base };
  const openly = /[?？؟]\s*$/.test(facts.scan.text) && tellsAct(facts);
  if (has('all') && members && openly && !negative) return { ask: 'every', ...base };
  if (asks && (has('all') || (members && !has('not')))) return { ask: 'every', ...base };
  return namesSet(facts) ? { ask: 'list', ...base } : null;
}

/** "what has India signed", "which agreement did Japan join", "any treaty": no accord is named. */
function wantsAccords({ has, items }: Facts): boolean {
  if (has('accords')) return true;
  return items.some((item, index) => {
    const next = nextOf(items, index);
    if (item.role === 'who' && next?.role === 'accord-noun') return true;
    if (item.role === 'any' && next?.role === 'accord-noun') return true;
    return item.text === 'what' && next?.role === 'aux' && has('join', 'consent');
  });
}

/** In which accords participants take part; null when that is not what is asked. */
export function accordsQuery(facts: Facts, said: readonly string[]): RegisterQuery | null {
  const { participants, bloc, region, has } = facts;
  if (participants.length === 0 || said.length > 0 || !wantsAccords(facts)) return null;
  if (bloc || region || has('all', 'before', 'after', 'between')) return null;
  if (participants.length > 1 ? has('or', 'neither', 'minus') : has('both')) return null;
  const [when = now, ...more] = momentsOf(facts, true);
  const predicate = predicateOf(facts, []) ?? 'participates';
  return more.length > 0 ? null : { ask: 'accords', participants, predicate, when };
}
