import { type Bloc, membersOn } from '../bloc.js';
import type { Day } from '../partial-date.js';
import type { ParticipantType, Region } from '../participant.js';
import type { Scope } from '../register-query.js';
import type { Register } from './register.js';

/** What a scope's names are looked up in. */
export interface Groups {
  readonly blocs: ReadonlyMap<string, Bloc>;
  readonly regions: ReadonlyMap<string, Region>;
}

/** The type that "who" means for an accord: states where it admits them. */
export function usualType(register: Register, accords: readonly string[]): ParticipantType | 'any' {
  const admitted = accords.map((id) => register.accords.get(id)?.admits ?? ['state' as const]);
  if (admitted.every((types) => types.includes('state'))) return 'state';
  const [first] = admitted[0] ?? [];
  return admitted[0]?.length === 1 && first ? first : 'any';
}

/**
 * Ids of the closed set: a bloc's members on the day, a region's states, all states and whatever
 * other state the accords' sources name, or every participant of a type that they name.
 */
export function universeOf(
  register: Register,
  groups: Groups,
  accords: readonly string[],
  scope: Scope,
  day: Day,
): readonly string[] {
  const bloc = scope.bloc === null ? undefined : groups.blocs.get(scope.bloc);
  if (bloc) {
    const region = scope.region === null ? undefined : groups.regions.get(scope.region);
    return membersOn(bloc, day).filter((id) => !region || region.members.includes(id));
  }
  const type = scope.type ?? usualType(register, accords);
  const named = accords.flatMap((accord) => register.named(accord));
  const states = type === 'state' || type === 'any' ? register.states : [];
  const region = scope.region === null ? undefined : groups.regions.get(scope.region);
  return [...new Set([...states, ...named])].filter((id) => {
    const participant = register.participants.get(id);
    if (!participant || (type !== 'any' && participant.type !== type)) return false;
    const home = participant.type === 'state' ? id : participant.country;
    if (scope.country !== null && home !== scope.country) return false;
    return !region || (home !== null && region.members.includes(home));
  });
}
