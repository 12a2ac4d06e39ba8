import type { Day } from '../../domain/partial-date.js';
import { buildNameIndex } from '../../language/name-index.js';
import type { NamedEntry } from '../../language/names.js';
import { withAccordNouns } from './annotate-accords.js';
import { type PlaceName, withBlocs } from './annotate-blocs.js';
import { datesIn, withDates } from './annotate-dates.js';
import { withOffices, withPeople, withPlurals, withSeats } from './annotate-groups.js';
import { withLists, withMixedLists } from './annotate-lists.js';
import { withRelations } from './annotate-relations.js';
import type { Discourse } from './discourse.js';
import {
  type AccordMention,
  groupOf,
  type Item,
  type Member,
  type Piece,
  piecesOf,
  replaced,
} from './pieces.js';
import { numberOf } from './vocabulary.js';
import type { ExtractionWorld } from './world.js';

/** Lookups that annotation shares over all articles. */
export interface Lexicon {
  readonly world: ExtractionWorld;
  readonly memberOf: (id: string) => Member | null;
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
  const byWord = new Map<string, string | null>();
  for (const [id, words] of world.demonyms ?? []) {
    for (const word of words.map((each) => each.toLowerCase())) {
      byWord.set(word, byWord.has(word) && byWord.get(word) !== id ? null : id);
    }
  }
  const memberOf = (id: string): Member | null => {
    const participant = world.participants(id);
    return participant ? { id, name: participant.name, type: participant.type } : null;
  };
  return {
    world,
    memberOf,
    nationality: (word) => {
      const id = byWord.get(word);
      return id ? memberOf(id) : null;
    },
    placesIn: placeFinder(world),
  };
}

/** Names of places and events that accords share: not the accord after "in", "at" or "to". */
const places =
  /^(?:budapest|bletchley|artemis|pall mall|ai action summit|paris ai action summit|future of the internet)$/;
const event = /^(?:program|programme|mission|missions|summit|park|rocket|i|ii|iii|campaign)$/;

function itemOf(
  match: { readonly kind: string; readonly ids: readonly string[] },
  lexicon: Lexicon,
): Item | null {
  const [id, ...others] = match.ids;
  if (id === undefined || others.length > 0) return null;
  if (match.kind === 'accord') return { kind: 'accord', id, named: true, noun: null };
  const member = match.kind === 'participant' ? lexicon.memberOf(id) : null;
  return member ? groupOf([member]) : null;
}

function withNames(
  sentence: string,
  lexicon: Lexicon,
): { readonly pieces: Piece[]; readonly places: readonly PlaceName[] } {
  let pieces = piecesOf(sentence);
  const found = lexicon.placesIn(sentence);
  for (const match of lexicon.world.names.find(sentence)) {
    const { start, end } = match;
    if (found.some((place) => place.start < end && start < place.end)) continue;
    let from = pieces.findIndex((piece) => piece.start >= start);
    let to = from;
    while (to < pieces.length && (pieces[to]?.end ?? Infinity) <= end) to += 1;
    if (from < 0 || to === from || pieces[from]?.start !== start) continue;
    const item = itemOf(match, lexicon);
    if (!item) continue;
    const before = pieces[from - 1]?.code ?? '';
    const after = pieces[to]?.code ?? '';
    if (item.kind === 'accord') {
      if (
        places.test(match.text.toLowerCase()) &&
        (/^(?:in|at|near|from|to|of)$/.test(before) || event.test(after))
      )
        continue;
      const year = numberOf(before);
      if (year !== null && year > 1900 && year < 2100) from -= 1;
    }
    pieces = replaced(pieces, from, to, item);
  }
  return { pieces, places: found };
}

/** Everything that one sentence names, understood as far as the rules go. */
export function annotate(
  sentence: string,
  lexicon: Lexicon,
  discourse: Discourse,
  published: Day | null,
  headline: boolean,
): readonly Piece[] {
  const named = withNames(sentence, lexicon);
  let pieces: Piece[] = withAccordNouns(named.pieces, discourse, headline);
  pieces = withDates(pieces, datesIn(sentence, published));
  pieces = withBlocs(pieces, named.places, lexicon.memberOf);
  pieces = withSeats(pieces, lexicon.memberOf);
  pieces = withOffices(pieces, discourse, lexicon.nationality);
  pieces = withPeople(pieces, discourse, lexicon.memberOf);
  pieces = withPlurals(pieces);
  pieces = withLists(pieces);
  pieces = withRelations(pieces);
  return withMixedLists(pieces);
}

/** Accords that the pieces mention, foreign ones included, in order. */
export function mentionsIn(pieces: readonly Piece[]): readonly AccordMention[] {
  return pieces.flatMap((piece) => (piece.item?.kind === 'accord' ? [piece.item] : []));
}
