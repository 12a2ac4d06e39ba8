import type { NameMatch } from '../../../language/names.js';
import { codeAt } from '../events/sentence.js';
import { isUnitedNations } from './accord-phrases.js';
import { accordAmong } from './accord-words.js';
import type { Lexicon } from './lexicon.js';
import {
  groupOf,
  type Item,
  isCapitalised,
  type Piece,
  type PlaceName,
  piecesOf,
  replaced,
} from './pieces.js';
import { listLinks, numberOf } from './vocabulary.js';

/** Names of places and events that accords share: not the accord after "in", "at" or "to". */
const places =
  /^(?:budapest|bletchley|artemis|pall mall|ai action summit|paris ai action summit|future of the internet)$/;
const event = /^(?:program|programme|mission|missions|summit|park|rocket|i|ii|iii|campaign)$/;
const unitedNations = /^(?:un|u\.n\.?)$/;
const legalForm = /^(?:corp|corporation|co|inc|ltd|llc|plc|ag|gmbh)$/;

/** One participant of several that share a name: the one that the sentence does not name besides. */
function settled(match: NameMatch, matches: readonly NameMatch[]): string | null {
  const [id, ...others] = match.ids;
  if (others.length === 0) return id ?? null;
  const elsewhere = new Set(
    matches.filter((each) => each.ids.length === 1).flatMap((each) => each.ids),
  );
  const left = match.ids.filter((each) => !elsewhere.has(each));
  return left.length === 1 ? (left[0] ?? null) : null;
}

function itemOf(match: NameMatch, matches: readonly NameMatch[], lexicon: Lexicon): Item | null {
  const id = settled(match, matches);
  if (match.kind === 'accord') {
    return id === null || match.ids.length > 1
      ? null
      : { kind: 'accord', id, named: true, noun: null };
  }
  if (match.kind !== 'participant') return null;
  const member = id === null ? null : lexicon.memberOf(id);
  return member ? groupOf([member]) : null;
}

function onlyAPlace(match: NameMatch, before: string, after: string): boolean {
  if (!places.test(match.text.toLowerCase())) return false;
  return /^(?:in|at|near|from|to|of)$/.test(before) || event.test(after);
}

/**
 * End of a name that goes on in the words of a longer title of the same accord: "… on AI | and
 * Human Rights, Democracy and the Rule of Law". Two words of the title at least, no other name.
 */
function titleEnd(
  pieces: readonly Piece[],
  from: number,
  id: string,
  matches: readonly NameMatch[],
  lexicon: Lexicon,
): number {
  const titles = lexicon.profiles.find((profile) => profile.accord.id === id)?.titles ?? [];
  let end = from;
  let words = 0;
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.item || matches.some((match) => match.start === piece.start)) break;
    if (/^(?:,|and|of|the|for|in|on)$/.test(piece.code)) continue;
    if (!isCapitalised(piece) && words === 0) break;
    if (!titles.some((title) => title.includes(` ${piece.code} `))) break;
    words += 1;
    end = at + 1;
  }
  return words > 1 ? end : from;
}

/** The pieces of a sentence with participants and accords in place, and where it names blocs. */
export function namedPieces(
  sentence: string,
  lexicon: Lexicon,
): { readonly pieces: Piece[]; readonly places: readonly PlaceName[] } {
  let pieces = piecesOf(sentence);
  const matches = lexicon.world.names.find(sentence);
  const partOfName = (place: PlaceName) =>
    matches.some(
      (match) =>
        match.start <= place.start &&
        place.end <= match.end &&
        match.end - match.start > place.end - place.start,
    );
  const found = lexicon.placesIn(sentence).filter((place) => !partOfName(place));
  for (const match of matches) {
    const { start, end } = match;
    if (found.some((place) => place.start <= start && end <= place.end)) continue;
    let from = pieces.findIndex((piece) => piece.start >= start);
    let to = from;
    while (to < pieces.length && (pieces[to]?.end ?? Infinity) <= end) to += 1;
    if (from < 0 || to === from || pieces[from]?.start !== start) continue;
    const item = itemOf(match, matches, lexicon);
    const holder = codeAt(pieces, to) === 'member' && listLinks.has(codeAt(pieces, to + 1));
    if (!item || (holder && item.kind === 'group')) continue;
    const before = codeAt(pieces, from - 1);
    if (item.kind === 'accord') {
      const united = unitedNations.test(before) || isUnitedNations(pieces[from - 1]);
      const words = ['un', ...match.text.toLowerCase().split(/\s+/)];
      const other = united ? accordAmong(lexicon.profiles, words) : null;
      if (other !== null && other !== item.id) {
        pieces = replaced(pieces, from - 1, to, { ...item, id: other });
        continue;
      }
      if (onlyAPlace(match, before, codeAt(pieces, to))) continue;
      const year = numberOf(before);
      if (year !== null && year > 1900 && year < 2100) from -= 1;
      to = item.id === null ? to : titleEnd(pieces, to, item.id, matches, lexicon);
    } else if (legalForm.test(codeAt(pieces, to))) to += 1;
    pieces = replaced(pieces, from, to, item);
  }
  return { pieces, places: found };
}

/** Ids of the accords that a text names, in order, each as often as it does. */
export function accordsNamed(text: string, lexicon: Lexicon): readonly string[] {
  return namedPieces(text, lexicon).pieces.flatMap(({ item }) =>
    item?.kind === 'accord' && item.id !== null ? [item.id] : [],
  );
}
