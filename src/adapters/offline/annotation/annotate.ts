import type { Day } from '../../../domain/partial-date.js';
import { withAccordNouns } from './annotate-accords.js';
import { withBlocs } from './annotate-blocs.js';
import { datesIn, withDates } from './annotate-dates.js';
import { withExceptions } from './annotate-exceptions.js';
import { withGovernments, withLists, withMixedLists } from './annotate-lists.js';
import { namedPieces } from './annotate-names.js';
import { withOffices, withPeople, withSeats } from './annotate-offices.js';
import { withPlurals } from './annotate-plurals.js';
import { withRelations } from './annotate-relations.js';
import type { Discourse } from './discourse.js';
import type { Lexicon } from './lexicon.js';
import type { AccordMention, Piece } from './pieces.js';

/** Everything that one sentence names, understood as far as the rules go. */
export function annotate(
  sentence: string,
  lexicon: Lexicon,
  discourse: Discourse,
  published: Day | null,
  headline: boolean,
): readonly Piece[] {
  const named = namedPieces(sentence, lexicon);
  let pieces: Piece[] = withAccordNouns(named.pieces, discourse, headline);
  pieces = withDates(pieces, datesIn(sentence, published));
  pieces = withBlocs(pieces, named.places, lexicon.memberOf);
  pieces = withSeats(pieces, lexicon.memberOf);
  pieces = withOffices(pieces, discourse, lexicon.nationality);
  pieces = withPeople(pieces, discourse, lexicon.memberOf);
  pieces = withPlurals(pieces);
  pieces = withLists(pieces);
  pieces = withRelations(withExceptions(withGovernments(pieces)));
  return withMixedLists(pieces);
}

/** Accords that the pieces mention, foreign ones included, in order. */
export function mentionsIn(pieces: readonly Piece[]): readonly AccordMention[] {
  return pieces.flatMap((piece) => (piece.item?.kind === 'accord' ? [piece.item] : []));
}
