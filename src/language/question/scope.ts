import type { ParticipantType } from '../../domain/participant.js';
import type { Scope } from '../../domain/register-query.js';
import type { Facts } from './facts.js';

const typeTags = [
  'public-authority',
  'company',
  'civil-society',
  'academia',
  'intergovernmental',
] as const;

const isState = (id: string) => /^[A-Z]{3}$/.test(id) && id !== 'EUU';

/**
 * The closed set that a list ranges over. A country beside a noun for non-states gives their seat:
 * "French companies", "companies from Japan", "US cities", "US states". `usesParticipants` tells
 * that the named participants were such countries.
 */
export function scopeOf(facts: Facts): {
  readonly scope: Scope;
  readonly usesParticipants: boolean;
} {
  const { has, scan, participants, bloc, region, demonyms } = facts;
  const base = { bloc: bloc?.ids[0] ?? null, region: region?.ids[0] ?? null };
  let type: ParticipantType | 'any' | null = typeTags.find((tag) => has(tag)) ?? null;
  if (type === null && has('everyone') && !has('state')) type = 'any';
  const [only, ...others] = participants;
  const seat =
    only?.ids.length === 1 && others.length === 0 && only.ids[0] && isState(only.ids[0])
      ? only.ids[0]
      : null;
  const demonym = demonyms.length === 1 ? (demonyms[0]?.ids[0] ?? null) : null;
  if (seat && type === null && has('state')) {
    const name = scan.names.find((one) => one.kind === 'participant');
    const noun = scan.tags.find((tag) => tag.tag === 'state' && tag.start >= (name?.end ?? 0));
    if (name && noun && noun.start - name.end <= 2) {
      return {
        scope: { ...base, country: seat, type: 'public-authority' },
        usesParticipants: true,
      };
    }
  }
  if (type !== null && type !== 'any' && (seat || demonym)) {
    return { scope: { ...base, country: seat ?? demonym, type }, usesParticipants: seat !== null };
  }
  if (type === null && has('state')) type = 'state';
  return { scope: { ...base, country: null, type }, usesParticipants: false };
}
