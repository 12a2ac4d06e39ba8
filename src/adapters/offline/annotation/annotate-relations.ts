import { codeAt } from '../events/sentence.js';
import { asGroup, type Group, type Piece, replaced, together } from './pieces.js';
import { closers, marks, named, overSmallWords, related, withNames } from './plural-names.js';

interface Opener {
  readonly words: readonly string[];
  readonly includes: boolean;
  /** It also ties names to names: "France, joined by Italy". */
  readonly joint: boolean;
}

const exclusions = [
  'but not including',
  'but not by',
  'though not by',
  'although not by',
  'but not',
  'though not',
  'although not',
  'not including',
  'except for',
  'except',
  'excluding',
  'other than',
  'apart from',
  'aside from',
  'besides',
  'bar',
  'with the exception of',
  'with the notable exception of',
  'minus',
  'but',
  'not',
];
const inclusions = [
  'including',
  'such as',
  'among them',
  'amongst them',
  'notably',
  'namely',
  'like',
  'ranging from',
];

const companions = [
  'later joined by',
  'since joined by',
  'subsequently joined by',
  'joined later by',
  'joined by',
  'along with',
  'together with',
  'alongside',
];

const phrases = (list: readonly string[], includes: boolean, joint: boolean) =>
  list.map((phrase): Opener => ({ words: phrase.split(' '), includes, joint }));
const openers: readonly Opener[] = [
  ...phrases(exclusions, false, false),
  ...phrases(inclusions, true, false),
  ...phrases(companions, true, true),
];
interface Found {
  readonly opener: Opener;
  /** Places of the mark before the opener (or of the opener), and of the group. */
  readonly from: number;
  readonly group: number;
}

function openerAt(pieces: readonly Piece[], place: number): Found | null {
  const opener = openers.find(({ words }) =>
    words.every(
      (word, index) =>
        pieces[place + index]?.item === null && codeAt(pieces, place + index) === word,
    ),
  );
  if (!opener) return null;
  const first = place + opener.words.length;
  const colon = opener.includes && /^[:;]$/.test(codeAt(pieces, first)) ? 1 : 0;
  const group = overSmallWords(pieces, first + colon);
  if (!named(pieces[group]) || codeAt(pieces, group + 1) === "'s") return null;
  const marked = marks.test(codeAt(pieces, place - 1));
  if (opener.words.length === 1 && opener.words[0] === 'not' && !marked) return null;
  return { opener, from: marked ? place - 1 : place, group };
}

function tied(host: Group, inside: Group): Group {
  const group = together(host, { ...inside, count: null });
  return host.members.length === 0 ? { ...group, open: true } : group;
}

/** ", along with Fiji and Samoa,", "(later joined by Chad)": marks on both sides. */
function isAside(pieces: readonly Piece[], { from, group }: Found): boolean {
  return marks.test(codeAt(pieces, from)) && closers.test(codeAt(pieces, group + 1));
}

/** "companies based in the United States like Google": the plural before the place. */
function pluralBefore(pieces: readonly Piece[], place: number): number {
  const at = codeAt(pieces, place - 1) === 'the' ? place - 2 : place - 1;
  if (!/^(?:in|from|of)$/.test(codeAt(pieces, at))) return -1;
  for (let back = at - 1; back > at - 4 && back >= 0; back -= 1) {
    if (codeAt(pieces, back) === 'N') return back;
  }
  return -1;
}

/** Place after the group and the mark that closes it, where one does. */
function closedAt(pieces: readonly Piece[], group: number): number {
  const more = /^(?:but|though|although|except|excluding|and)$/.test(codeAt(pieces, group + 2));
  const closed = closers.test(codeAt(pieces, group + 1)) && !asGroup(pieces[group + 2]);
  return closed && !more && group + 2 < pieces.length ? group + 2 : group + 1;
}

/**
 * "51 countries, including A and B but not C, …": takes the names into the plural before them.
 * Where no plural stands right before, a piece `I` (included) or `X` (excepted) stays behind for
 * the act of the sentence to take up.
 */
export function withRelations(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    const joined = withNames(result, place);
    if (joined) {
      result = joined;
      place = Math.max(0, place - 2);
      continue;
    }
    const found = openerAt(result, place);
    const inside = found ? named(result[found.group]) : null;
    if (!found || !inside) continue;
    const { includes, joint, words } = found.opener;
    const before = result[found.from - 1];
    const host = before && /^[PN]$/.test(before.code) ? asGroup(before) : null;
    const far = includes && host && !host.open ? pluralBefore(result, found.from - 1) : -1;
    if (far >= 0) {
      const plural = asGroup(result[far]);
      if (plural) result = replaced(result, far, found.group + 1, related(plural, inside, true));
      place = far;
      continue;
    }
    const end = closedAt(result, found.group);
    const but = words.join(' ') === 'but';
    if (but && !(host && host.blocs.length > 0)) continue;
    if (joint) {
      const aside = host && isAside(result, found);
      if (aside) result = replaced(result, found.from - 1, end, tied(host, inside));
      continue;
    }
    if (host && (!includes || host.open)) {
      result = replaced(result, found.from - 1, end, related(host, inside, includes));
      place = Math.max(-1, found.from - 5);
      continue;
    }
    if (words[0] === 'like' || words[0] === 'bar') continue;
    const first = result[found.from];
    const last = result[end - 1];
    if (!first || !last) continue;
    const code = includes ? 'I' : 'X';
    const text = words.join(' ');
    const piece: Piece = { code, text, start: first.start, end: last.end, item: inside };
    result = [...result.slice(0, found.from), piece, ...result.slice(end)];
    place = found.from;
  }
  return result;
}
