import type { Facts } from './facts.js';
import { type Item, nextOf, previousOf, type Role } from './items.js';

/** True when a reading would pass over something that the clause says. */
type Guard = (facts: Facts) => boolean;

const some = (
  { items }: Facts,
  test: (item: Item, index: number, items: readonly Item[]) => boolean,
) => items.some((item, index) => test(item, index, items));

const roleIn = (item: Item | null, ...roles: readonly Role[]) =>
  item !== null && roles.includes(item.role);

const nouns: readonly Role[] = [
  'participant',
  'group',
  'demonym',
  'state',
  'company',
  'public-authority',
  'civil-society',
  'academia',
  'intergovernmental',
  'everyone',
  'all',
  'any',
];

/** "before the US did", "since Brexit": a word of time that no date belongs to. */
const looseRelation: Guard = (facts) =>
  some(facts, (item, index, items) => {
    const next = nextOf(items, index);
    if (roleIn(item, 'before', 'after', 'between')) return true;
    if (facts.scan.language !== 'en') return false;
    if (item.role === 'by') return item.text !== 'by' || !roleIn(next, 'who', ...nouns);
    return item.role === 'since' && (item.text !== 'from' || !roleIn(next, ...nouns));
  });

/** "outside Europe", "non-EU states": the complement of a group, which no scope has. */
const complement: Guard = (facts) =>
  some(
    facts,
    (item, index, items) =>
      (item.role === 'outside' || (item.role === 'not' && /^(?:not|non)$/.test(item.text))) &&
      roleIn(nextOf(items, index), 'group', 'participant', 'demonym') &&
      (facts.accords.length > 0 || facts.has('join', 'consent')),
  );

const acts: readonly Role[] = ['join', 'consent', 'withdrew', 'member'];

/** "who joined NATO", "states in the G20": the bloc itself is what was joined. */
const joinsGroup: Guard = (facts) => {
  if (facts.accords.length > 0 || facts.groupCount === 0) return false;
  if (facts.groupCount > 1) return true;
  const { items } = facts;
  const object = items.findIndex(
    (item, index) => item.role === 'group' && roleIn(previousOf(items, index), ...acts),
  );
  if (object < 0) return false;
  const governing = previousOf(items, object);
  return !items.some((item) => roleIn(item, ...acts, 'declined') && item !== governing);
};

/** Participants that are no list: other words stand between them, so that they do unlike things. */
const scattered: Guard = ({ items }) => {
  const places = items.flatMap((item, index) => (item.role === 'participant' ? [index] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? first;
  const links: readonly Role[] = [
    'participant',
    'and',
    'or',
    'neither',
    'both',
    'filler',
    'compare',
  ];
  return items.slice(first, last + 1).some((item) => !roleIn(item, ...links));
};

/** "which countries support France": who is asked for, and the one named is not among them. */
const whoBesideNamed: Guard = (facts) => {
  if (!facts.has('who') || facts.has('status', 'compare')) return false;
  const first = facts.items.findIndex((item) => item.role === 'participant');
  const start = facts.items[first]?.start ?? 0;
  const listed = /[:,—]\s*(?:the )?$/.test(facts.scan.folded.slice(0, start));
  return !listed && !roleIn(previousOf(facts.items, first), 'who', 'both', 'neither');
};

const attitudes = ['withdrew', 'declined', 'undecided', 'announced'] as const;

/** Attitudes that contradict each other, or that hold for one of several accords. */
const severalAttitudes: Guard = ({ has, accords }) => {
  const held = attitudes.filter((tag) => has(tag));
  if (held.length > 1 || (held.length > 0 && accords.length > 1)) return true;
  return has('announced') && !has('join', 'consent', 'member');
};

/** "signed the one and ratified the other": one predicate cannot hold both. */
const mixedActs: Guard = ({ has, accords }) =>
  accords.length > 1 && has('consent') && has('join', 'member');

/** "only France", "the only states", "signed only this": kept where it narrows the act alone. */
const looseOnly: Guard = (facts) =>
  some(facts, (item, index, items) => {
    if (item.role !== 'only') return false;
    if (facts.has('consent') && facts.has('or', 'minus', 'not')) return false;
    return item.text === 'just' || !roleIn(nextOf(items, index), 'join', 'member');
  });

const plural = /s$|ies$|sector|society|academia/;
const kinds: readonly Role[] = [
  'company',
  'public-authority',
  'civil-society',
  'academia',
  'intergovernmental',
];

/** "companies and universities", "companies of France and Germany". */
const mixedKinds: Guard = ({ items, participants }) => {
  const found = items.filter((item) => roleIn(item, ...kinds, 'state'));
  const states = participants.some((one) => one.ids.every((id) => /^[A-Z]{3}$/.test(id)));
  const several = new Set(found.map((item) => item.role)).size > 1;
  return several || (states && found.some((one) => one.role !== 'state' && plural.test(one.text)));
};

/** "both" and "neither" of things that are not named. */
const both: Guard = ({ has, accords, participants }) => {
  const named = participants.reduce((sum, one) => sum + one.ids.length, 0);
  const acts = has('neither') && has('join') && has('consent');
  return has('both', 'neither') && accords.length < 2 && named < 2 && !acts;
};

/** Facts of an accord itself beside participants or acts: "in force for France". */
const factOfParticipants: Guard = ({ has, participants, bloc }) =>
  has('binding', 'in-force', 'deadline', 'opened') &&
  (participants.length > 0 || bloc !== null || has('who', 'count'));

/** "where does it stand" asks for a status, "where did it sign" for a place. */
const place: Guard = (facts) =>
  some(facts, (item) => item.role === 'status' && item.text.startsWith('where ')) &&
  !some(facts, (item) => item.role === 'status' && /^(?:stand|stood)/.test(item.text));

/** "African and Asian states": two groups of a kind, or joined by a word, are no one set. */
const severalGroups: Guard = ({ groupCount, bloc, region, items }) => {
  if (groupCount > Number(bloc !== null) + Number(region !== null)) return true;
  const places = items.flatMap((item, index) => (item.role === 'group' ? [index] : []));
  const between = items.slice(places[0] ?? 0, places.at(-1) ?? 0);
  return between.some((item) => roleIn(item, 'and', 'or', 'minus', 'not', 'both', 'neither'));
};

const guards: readonly Guard[] = [
  severalGroups,
  place,
  looseRelation,
  complement,
  joinsGroup,
  severalAttitudes,
  mixedActs,
  looseOnly,
  mixedKinds,
  both,
  factOfParticipants,
  ({ participants, bloc, region }) => participants.length > 0 && (bloc ?? region) !== null,
  ({ participants, has }) => participants.length > 0 && has('count', 'accords'),
  (facts) => facts.participants.length > 1 && scattered(facts),
  (facts) => facts.participants.length > 0 && whoBesideNamed(facts),
  ({ participants, has }) => participants.length === 0 && has('accords'),
  ({ participants, has }) => participants.length === 0 && has('compare'),
  ({ accords, has, participants }) =>
    accords.length === 0 && participants.length > 0 && has('all') && has('accord-noun'),
  ({ has }) => has('all') && has('not') && has('aux', 'perfect') && !has('who', 'count'),
];

/**
 * True when what was recognised does not fit together into one question, so that a reading would
 * drop or twist a part. Such questions go to passages.
 */
export function passesOver(facts: Facts): boolean {
  return guards.some((guard) => guard(facts));
}

/** "Does the Paris Call support companies?": the accord acts, and nobody is asked about. */
export function accordActs(facts: Facts): boolean {
  if (facts.scan.language !== 'en') return false;
  const { items } = facts;
  const subject = items.findIndex(
    (item, index) =>
      item.role === 'accord' && roleIn(previousOf(items, index), 'aux', 'perfect', 'can'),
  );
  const verb = items.findIndex((item, index) => index > subject && item.role === 'join');
  if (subject < 0 || verb < 0 || items[verb]?.text === 'in') return false;
  return nextOf(items, verb)?.role !== 'by';
}
