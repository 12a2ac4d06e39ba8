import type { RegisterQuery } from '../../domain/register-query.js';
import type { Facts } from './facts.js';
import { nextOf } from './items.js';

const bodies = ['company', 'civil-society', 'academia', 'public-authority'];

/** "an American company", "is it American": the nationality is what is asked. */
function asksNationality({ items, has }: Facts): boolean {
  const next = nextOf(
    items,
    items.findIndex((item) => item.role === 'demonym'),
  );
  return has('aux', 'perfect') && !has('who', 'count') && (!next || bodies.includes(next.role));
}

/** "What is the Paris Call?", and nothing besides. */
export function definitionQuery({ scan, accords, has }: Facts): RegisterQuery | null {
  const [accord, ...others] = accords;
  const only = scan.tags.every((tag) => ['what-is', 'filler', 'accord-noun'].includes(tag.tag));
  const bare = scan.leftovers.length === 0 && scan.names.length === 1 && scan.dates.length === 0;
  if (!accord || others.length > 0 || !has('what-is') || !only || !bare) return null;
  return { ask: 'fact', accord, fact: 'definition' };
}

/** Questions on an accord itself, on who was the n-th, on seats, and on who may join at all. */
export function specialQuery(facts: Facts, accord: string | null): RegisterQuery | null {
  const { has, participants, scan } = facts;
  const [first] = participants;
  if (scan.dates.length > 0 || scan.launch || facts.groupCount > 0) return null;
  if (scan.ordinal && accord) {
    const participant = participants.length === 1 ? (first ?? null) : null;
    return { ask: 'nth', accord, ordinal: scan.ordinal.value, participant };
  }
  if (
    has('can') &&
    accord &&
    first &&
    participants.length === 1 &&
    has('join', 'consent', 'member') &&
    !has('when', 'not', 'who', 'count')
  ) {
    return { ask: 'eligible', accord, participant: first };
  }
  const country = facts.demonyms[0]?.ids[0];
  if (country && first && participants.length === 1 && asksNationality(facts)) {
    return { ask: 'nationality', accord, participant: first, country };
  }
  if (!accord || participants.length > 0 || has('who', 'count')) return null;
  if (has('deadline')) return { ask: 'fact', accord, fact: 'deadline' };
  if (has('in-force')) return { ask: 'fact', accord, fact: 'in-force' };
  if (has('binding')) return { ask: 'fact', accord, fact: 'binding' };
  if (has('when') && facts.items.some((item) => item.text === 'adopted'))
    return { ask: 'fact', accord, fact: 'adopted' };
  if (has('when') && (has('opened', 'launch') || (has('join') && has('perfect')))) {
    return { ask: 'fact', accord, fact: 'opened' };
  }
  return null;
}
