import type { Day } from './partial-date.js';

/** Membership from `from` (null: from the start) until the end of `to` (null: still). */
export interface BlocMember {
  readonly id: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A group of states with dated membership, such as the EU, NATO or the G20. */
export interface Bloc {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The day on which the list was last checked. */
  readonly asOf: Day | null;
  readonly source: string | null;
  readonly members: readonly BlocMember[];
}

/** Ids of the states that were in the bloc on `day`, in the order of the list, each once. */
export function membersOn(bloc: Bloc, day: Day): readonly string[] {
  const ids = bloc.members
    .filter((member) => (member.from ?? '') <= day && (member.to === null || day <= member.to))
    .map((member) => member.id);
  return [...new Set(ids)];
}
