import { asGroup, type Group, type Piece, replaced, together } from './pieces.js';
import { lightWords } from './vocabulary.js';

interface Opener {
  readonly words: readonly string[];
  readonly includes: boolean;
}

const openers: readonly Opener[] = [
  { words: ['but', 'not', 'including'], includes: false },
  { words: ['but', 'not'], includes: false },
  { words: ['though', 'not'], includes: false },
  { words: ['although', 'not'], includes: false },
  { words: ['not', 'including'], includes: false },
  { words: ['except', 'for'], includes: false },
  { words: ['except'], includes: false },
  { words: ['excluding'], includes: false },
  { words: ['other', 'than'], includes: false },
  { words: ['apart', 'from'], includes: false },
  { words: ['bar'], includes: false },
  { words: ['with', 'the', 'exception', 'of'], includes: false },
  { words: ['with', 'the', 'notable', 'exception', 'of'], includes: false },
  { words: ['minus'], includes: false },
  { words: ['not'], includes: false },
  { words: ['including'], includes: true },
  { words: ['such', 'as'], includes: true },
  { words: ['among', 'them'], includes: true },
  { words: ['amongst', 'them'], includes: true },
  { words: ['notably'], includes: true },
  { words: ['namely'], includes: true },
  { words: ['like'], includes: true },
  { words: ['ranging', 'from'], includes: true },
];
const marks = /^(?:,|-|–|—|--|\()$/;

interface Found {
  readonly opener: Opener;
  /** Places of the mark before the opener (or of the opener), of the group, and after it all. */
  readonly from: number;
  readonly group: number;
  readonly to: number;
}

function openerAt(pieces: readonly Piece[], place: number): Found | null {
  const opener = openers.find(({ words }) =>
    words.every(
      (word, index) => pieces[place + index]?.item === null && pieces[place + index]?.code === word,
    ),
  );
  if (!opener) return null;
  let group = place + opener.words.length;
  let small = 0;
  while (
    small < 4 &&
    pieces[group]?.item === null &&
    (lightWords.has(pieces[group]?.code ?? '') ||
      /^(?:major|those|players|like)$/.test(pieces[group]?.code ?? ''))
  ) {
    group += 1;
    small += 1;
  }
  const inside = asGroup(pieces[group]);
  if (!inside || inside.members.length === 0 || pieces[group + 1]?.code === "'s") return null;
  const marked = marks.test(pieces[place - 1]?.code ?? '');
  if (opener.words.length === 1 && opener.words[0] === 'not' && !marked) return null;
  const closing =
    marked &&
    /^(?:,|-|–|—|--|\))$/.test(pieces[group + 1]?.code ?? '') &&
    group + 2 < pieces.length;
  return { opener, from: marked ? place - 1 : place, group, to: group + (closing ? 2 : 1) };
}

function related(host: Group, inside: Group, includes: boolean): Group {
  if (includes) return { ...together(host, { ...inside, open: true }), open: true };
  return { ...host, excluded: [...host.excluded, ...inside.members] };
}

/**
 * "51 countries, including A and B but not C, …": takes the names into the plural before them.
 * Where no plural stands right before, a piece `I` (included) or `X` (excepted) stays behind for
 * the act of the sentence to take up.
 */
export function withRelations(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 1; place < result.length; place += 1) {
    const found = openerAt(result, place);
    if (!found) continue;
    const inside = asGroup(result[found.group]);
    const host = asGroup(result[found.from - 1]);
    if (!inside) continue;
    const { includes } = found.opener;
    if (host && (!includes || host.open)) {
      const continues = /^(?:but|though|although|except|excluding|and)$/.test(
        result[found.to]?.code ?? '',
      );
      const to = continues && found.to > found.group + 1 ? found.group + 1 : found.to;
      result = replaced(result, found.from - 1, to, related(host, inside, includes));
      place = Math.max(0, found.from - 2);
      continue;
    }
    if (found.opener.words[0] === 'like' || found.opener.words[0] === 'bar') continue;
    const first = result[found.from];
    const last = result[found.to - 1];
    if (!first || !last) continue;
    const detached: Piece = {
      code: includes ? 'I' : 'X',
      text: '',
      start: first.start,
      end: last.end,
      item: inside,
    };
    result = [...result.slice(0, found.from), detached, ...result.slice(found.group + 1)];
    place = found.from;
  }
  return result;
}
