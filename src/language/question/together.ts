import type { RegisterQuery } from '../../domain/register-query.js';
import type { Facts } from './facts.js';
import type { Reading } from './reading.js';

type Computed = Extract<Reading, { readonly kind: 'register' }>;
type OnParticipants = Extract<
  RegisterQuery,
  { readonly ask: 'whether' | 'which' | 'when' | 'status' }
>;

function onParticipants(reading: Reading | undefined): OnParticipants | null {
  if (reading?.kind !== 'register') return null;
  const { query } = reading;
  return query.ask === 'whether' || query.ask === 'when' || query.ask === 'status' ? query : null;
}

/** "And China?", "What about China?": the question before, asked of another. */
export function elliptical({ items, participants, scan, groupCount }: Facts): boolean {
  const roles = ['participant', 'filler', 'and', 'aux', 'perfect'];
  return (
    participants.length > 0 &&
    groupCount === 0 &&
    scan.leftovers.length === 0 &&
    scan.dates.length === 0 &&
    items.every((item) => roles.includes(item.role) || /^(?:what|how) about$/.test(item.text))
  );
}

/** The reading before with other participants; null where it is on none. */
export function askedOf(before: Reading | undefined, facts: Facts): Reading | null {
  const query = onParticipants(before);
  if (!query || before?.kind !== 'register') return null;
  return { ...before, query: { ...query, participants: facts.participants } };
}

/** Questions that differ in whom they name alone, as one; null where they differ otherwise. */
export function together(readings: readonly Reading[]): Computed | null {
  const [first] = readings;
  const query = onParticipants(first);
  if (!query || first?.kind !== 'register' || readings.length < 2) return null;
  const queries = readings.flatMap((reading) => onParticipants(reading) ?? []);
  const shape = (one: OnParticipants) => JSON.stringify({ ...one, participants: [] });
  if (queries.length < readings.length || queries.some((one) => shape(one) !== shape(query)))
    return null;
  const participants = queries.flatMap((one) => one.participants);
  const ask = query.ask === 'when' ? query.ask : 'status';
  return { ...first, query: { ...query, ask, participants } };
}
