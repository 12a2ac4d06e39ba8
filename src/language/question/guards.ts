import { type Facts, tellsAct } from './facts.js';
import { type Guard, roleIn, some } from './guard.js';
import { setGuards } from './guards-sets.js';
import { nextOf, previousOf, type Role } from './items.js';

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

/** "everyone but Russia": who is named is left out of those that are asked about. */
const everyoneElse: Guard = (facts) =>
  facts.participants.length > 0 &&
  some(facts, (item) => /^(?:everyone|everybody|anyone|anybody)$/.test(item.text));

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

/** Verbs of support, which are no stage of a treaty: "only support" is no "signed only". */
const backing = /^(?:support|back|endors)/;

/** "only France", "the only states", "signed only this": kept where it narrows the act alone. */
const looseOnly: Guard = (facts) =>
  some(facts, (item, index, items) => {
    if (item.role !== 'only') return false;
    if (facts.has('consent') && facts.has('or', 'minus', 'not')) return false;
    const next = nextOf(items, index);
    return (
      item.text === 'just' || !roleIn(next, 'join', 'member') || backing.test(next?.text ?? '')
    );
  });

/** "the EU or its members": somebody beside the one that is named. */
const besideNamed: Guard = (facts) =>
  facts.participants.length > 0 &&
  some(facts, (item, index, items) => {
    const next = nextOf(items, index);
    return roleIn(item, 'or', 'and') && roleIn(next, 'member') && /s$/.test(next?.text ?? '');
  });

/** Facts of an accord itself beside participants or acts: "in force for France". */
const factOfParticipants: Guard = ({ has, participants, bloc }) =>
  has('binding', 'in-force', 'deadline', 'opened') &&
  (participants.length > 0 || bloc !== null || has('who', 'count'));

/** "where does it stand" asks for a status, "where did it sign" for a place. */
const place: Guard = (facts) =>
  some(facts, (item) => item.role === 'status' && item.text.startsWith('where ')) &&
  !some(facts, (item) => item.role === 'status' && /^(?:stand|stood)/.test(item.text));

/** "was it ever in": of an act "ever" asks nothing more, of a set's status it does. */
const ever: Guard = (facts) =>
  some(facts, (item) => item.text === 'ever') &&
  !tellsAct(facts) &&
  (facts.participants.length === 0 || facts.has('outside', 'status'));

/** "has been in it since 2016": all the time, where a period asks for the act alone. */
const allTheTime: Guard = (facts) =>
  facts.scan.dates.some(({ relation }) => relation === 'since' || relation === 'after') &&
  !tellsAct(facts) &&
  !facts.has('when');

/** "if the EU signs, who is left": a question under a condition. */
const conditional: Guard = ({ scan }) =>
  /^\W*if\b[^?]*, (?:then )?(?:who|which|what|when|how|has|have|did|does|do|is|are|was|were)\b/.test(
    scan.folded,
  );

const guards: readonly Guard[] = [
  conditional,
  ({ has }) => has('earliest', 'latest', 'more'),
  ...setGuards,
  everyoneElse,
  ever,
  allTheTime,
  place,
  looseRelation,
  severalAttitudes,
  mixedActs,
  looseOnly,
  besideNamed,
  factOfParticipants,
  ({ participants, bloc, region }) => participants.length > 0 && (bloc ?? region) !== null,
  ({ participants, has }) => participants.length > 0 && has('count', 'accords'),
  (facts) => facts.participants.length > 1 && scattered(facts),
  (facts) => facts.participants.length > 0 && whoBesideNamed(facts),
  ({ accords, has, participants }) =>
    accords.length === 0 && participants.length > 0 && has('all') && has('accord-noun'),
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
