import { type Guard, roleIn, some } from './guard.js';
import { nextOf, previousOf, type Role } from './items.js';

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

/** "African and Asian states": two groups of a kind, or joined by a word, are no one set. */
const severalGroups: Guard = ({ groupCount, bloc, region, items }) => {
  if (groupCount > Number(bloc !== null) + Number(region !== null)) return true;
  const places = items.flatMap((item, index) => (item.role === 'group' ? [index] : []));
  const between = items.slice(places[0] ?? 0, places.at(-1) ?? 0);
  return between.some((item) => roleIn(item, 'and', 'or', 'minus', 'not', 'both', 'neither'));
};

/** "the EU or its members", "who signed and who declined": things put together that are no list. */
const looseLink: Guard = ({ has, accords, participants, groupCount, scan, items }) =>
  items.some(
    (item, index) =>
      item.role === 'or' || (item.role === 'and' && index > 0 && scan.dates.length < 2),
  ) &&
  accords.length < 2 &&
  participants.length === 0 &&
  groupCount < 2 &&
  !(has('join', 'member') && has('consent'));

/** "have all signatories ratified": a set within a set, which no scope has. */
const everyOfSome: Guard = ({ has, accords, participants }) =>
  participants.length === 0 &&
  has('aux', 'perfect') &&
  !has('who', 'count') &&
  ((has('all') && has('consent') && has('join', 'member', 'everyone')) ||
    (accords.length > 1 && !has('any')));

/** "haven't not signed": the second denial takes back the first, with no verb between them. */
const deniedTwice: Guard = (facts) =>
  some(
    facts,
    (item, index, items) =>
      item.role === 'not' && roleIn(nextOf(items, index), 'not', 'outside', 'neither'),
  );

/** What keeps a closed set from being read. */
export const setGuards: readonly Guard[] = [
  complement,
  joinsGroup,
  mixedKinds,
  both,
  severalGroups,
  looseLink,
  everyOfSome,
  deniedTwice,
  ({ has, participants }) => participants.length === 0 && has('status', 'accords', 'compare'),
  ({ has }) => has('all') && has('not') && has('aux', 'perfect') && !has('who', 'count'),
];
