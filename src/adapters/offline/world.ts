import type { Accord } from '../../domain/accord.js';
import type { Bloc } from '../../domain/bloc.js';
import type { Participant, Region } from '../../domain/participant.js';
import type { NameIndex } from '../../language/names.js';

/** What the extractor knows of the world. */
export interface ExtractionWorld {
  readonly names: NameIndex;
  /** Participant by id; undefined for ids it does not know. */
  readonly participants: (id: string) => Participant | undefined;
  readonly accords: readonly Accord[];
  readonly blocs: readonly Bloc[];
  readonly regions?: readonly Region[];
  /** English names of nationals by alpha-3 code: FRA → French. */
  readonly demonyms?: ReadonlyMap<string, readonly string[]>;
}
