import type { RegisterQuery, Scope } from '../../domain/register-query.js';
import { type Facts, momentsOf } from './facts.js';
import { roleIn } from './guard.js';
import { type Item, nextOf, previousOf, type Role } from './items.js';
import { predicateOf } from './predicate.js';

const acts: readonly Role[] = ['join', 'consent', 'withdrew', 'member'];
const nouns: readonly Role[] = [
  'state',
  'member',
  'group',
  'company',
  'public-authority',
  'civil-society',
  'academia',
  'everyone',
];

/** Roles that a superlative may stand beside; any other word would be passed over. */
const understood: ReadonlySet<Role> = new Set([
  ...acts,
  ...nouns,
  'who',
  'when',
  'aux',
  'perfect',
  'filler',
  'accord',
  'participant',
  'earliest',
  'latest',
  'during',
  'accord-noun',
]);

/** "the first to sign", "the last EU state to sign", "who signed first". */
function ranksAct(items: readonly Item[], index: number): boolean {
  const next = nextOf(items, index);
  const previous = previousOf(items, index);
  if (roleIn(next, ...acts, ...nouns)) return true;
  const ends = next === null || roleIn(next, 'accord');
  return ends && roleIn(previous, 'join', 'consent', 'withdrew', 'accord');
}

/** Who was the first or the last to act; null when the clause says anything besides. */
export function superlativeQuery(
  facts: Facts,
  accord: string | null,
  scope: Scope,
): RegisterQuery | null {
  const { has, items, participants, scan } = facts;
  const places = items.flatMap((item, index) =>
    roleIn(item, 'earliest', 'latest') ? [index] : [],
  );
  const [place, ...more] = places;
  if (place === undefined || more.length > 0 || accord === null) return null;
  if (!items.every((item) => understood.has(item.role)) || !ranksAct(items, place)) return null;
  if (scan.language !== 'en' || facts.accords.length > 1 || facts.demonyms.length > 0) return null;
  if (momentsOf(facts, true).length > 0 || scan.ordinal || facts.groupCount > 1) return null;
  if (participants.length > 1 || (participants.length === 1 && has('who', 'when'))) return null;
  if (participants.length === 0 && !has('who', 'when')) return null;
  const before = scan.folded.slice(0, items[place]?.start ?? 0);
  if (/\b(?:among|amongst|one of) (?:the )?$/.test(before)) return null;
  if (participants.length === 1 && !/\bthe $/.test(before)) return null;
  const said = predicateOf(facts, [accord]);
  const predicate = items.some((item) => /^(?:sign|inked)/.test(item.text)) ? 'signed' : said;
  if (has('consent') && (has('join') || said !== 'bound')) return null;
  const known = ['participates', 'signed', 'bound', 'withdrew'] as const;
  const asked = known.find((one) => one === (has('consent', 'withdrew') ? said : predicate));
  if (!asked) return null;
  return {
    ask: items[place]?.role === 'latest' ? 'last' : 'first',
    accord,
    predicate: asked,
    scope,
    participant: participants[0] ?? null,
  };
}

const compared: ReadonlySet<Role> = new Set([
  ...nouns,
  'consent',
  'join',
  'who',
  'count',
  'aux',
  'filler',
  'accord',
  'more',
  'or',
  'and',
  'during',
  'accord-noun',
  'any',
]);

/** "Are there more states in A or in B?", "which has the most parties, A or B?" */
export function moreQuery(facts: Facts, scope: Scope): RegisterQuery | null {
  const { has, items, accords, scan } = facts;
  if (!has('more') || has('count') || accords.length < 2 || scan.language !== 'en') return null;
  if (!items.every((item) => compared.has(item.role))) return null;
  const than = items.some((item) => item.text === 'than');
  const asks = than || has('or') || (has('who') && has('and'));
  const what = has('state', 'member', 'everyone', 'company', 'consent') || facts.groupCount > 0;
  if (!asks || !what || momentsOf(facts, true).length > 0) return null;
  const predicate = has('consent') ? 'bound' : 'participates';
  const whether = than && has('aux') && !has('who');
  return { ask: 'more', whether, accords, predicate, scope };
}
