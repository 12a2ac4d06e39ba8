import type { RegisterQuery } from '../../domain/register-query.js';
import type { Facts } from './facts.js';

/** Questions on an accord itself, on who was the n-th, on seats, and on who may join at all. */
export function specialQuery(facts: Facts, accord: string | null): RegisterQuery | null {
  const { has, participants, scan } = facts;
  const [first] = participants;
  if (scan.ordinal && accord) {
    const participant = participants.length === 1 ? (first ?? null) : null;
    return { ask: 'nth', accord, ordinal: scan.ordinal.value, participant };
  }
  if (
    has('can') &&
    accord &&
    first &&
    participants.length === 1 &&
    has('join', 'consent', 'member')
  ) {
    return { ask: 'eligible', accord, participant: first };
  }
  const country = scan.demonyms[0]?.ids[0];
  if (
    country &&
    first &&
    participants.length === 1 &&
    has('aux', 'perfect') &&
    !has('who', 'count')
  ) {
    return { ask: 'nationality', accord, participant: first, country };
  }
  if (!accord || participants.length > 0 || has('who', 'count')) return null;
  if (has('deadline')) return { ask: 'fact', accord, fact: 'deadline' };
  if (has('in-force')) return { ask: 'fact', accord, fact: 'in-force' };
  if (has('binding')) return { ask: 'fact', accord, fact: 'binding' };
  if (has('when') && (has('opened', 'launch') || (has('join') && has('perfect')))) {
    return { ask: 'fact', accord, fact: 'opened' };
  }
  return null;
}
