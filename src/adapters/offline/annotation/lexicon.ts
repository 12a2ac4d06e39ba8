import { buildNameIndex } from '../../../language/name-index.js';
import type { NamedEntry } from '../../../language/names.js';
import type { ExtractionWorld } from '../world.js';
import { type AccordProfile, profileOf } from './accord-words.js';
import type { Member, MemberById, PlaceName } from './pieces.js';

/** Lookups that all sentences share. */
export interface Lexicon {
  readonly world: ExtractionWorld;
  readonly profiles: readonly AccordProfile[];
  readonly memberOf: MemberById;
  /** The state of a nationality, given in lower case; null for words of none or several. */
  readonly nationality: (word: string) => Member | null;
  readonly placesIn: (sentence: string) => readonly PlaceName[];
}

/** Blocs and regions; the European Union as such is left to the names of participants. */
function placeFinder(world: ExtractionWorld): Lexicon['placesIn'] {
  const union = world.participants('EUU');
  const index = buildNameIndex([
    ...world.blocs.map((bloc): NamedEntry => {
      return { kind: 'bloc', id: bloc.id, names: [bloc.name, bloc.id, ...bloc.aliases] };
    }),
    ...(world.regions ?? []).map((region): NamedEntry => {
      return { kind: 'region', id: region.id, names: [region.name, ...region.aliases] };
    }),
    ...(union
      ? [{ kind: 'participant' as const, id: 'EUU', names: [union.name, ...union.aliases] }]
      : []),
  ]);
  const blocs = new Map(world.blocs.map((bloc) => [bloc.id, bloc]));
  const regions = new Map((world.regions ?? []).map((region) => [region.id, region]));
  return (sentence) =>
    index.find(sentence).flatMap(({ kind, ids, start, end }): PlaceName[] => {
      const id = ids[0] ?? '';
      const bloc = kind === 'bloc' ? (blocs.get(id) ?? null) : null;
      const region = kind === 'region' ? (regions.get(id) ?? null) : null;
      return bloc || region ? [{ start, end, bloc, region }] : [];
    });
}

export function lexiconOf(world: ExtractionWorld): Lexicon {
  const memberOf = (id: string): Member | null => {
    const participant = world.participants(id);
    return participant ? { id, name: participant.name, type: participant.type } : null;
  };
  const byWord = new Map<string, string | null>();
  for (const [id, words] of world.demonyms ?? []) {
    if (memberOf(id)?.type !== 'state') continue;
    for (const word of words.map((each) => each.toLowerCase())) {
      byWord.set(word, byWord.has(word) && byWord.get(word) !== id ? null : id);
    }
  }
  return {
    world,
    profiles: world.accords.map(profileOf),
    memberOf,
    nationality: (word) => {
      const id = byWord.get(word);
      return id ? memberOf(id) : null;
    },
    placesIn: placeFinder(world),
  };
}
