import type { Participant, Region } from '../domain/participant.js';

/** What is known of states without any corpus: their names, regions and nationals. */
export interface StatesDirectory {
  /** The universe of states: members of the United Nations and its observer states. */
  readonly states: readonly Participant[];
  /** Nameable, but no part of the universe unless a roster names them. */
  readonly others: readonly Participant[];
  readonly regions: readonly Region[];
  /** English names of nationals by alpha-3 code: FRA → French. */
  readonly demonyms: ReadonlyMap<string, readonly string[]>;
}
