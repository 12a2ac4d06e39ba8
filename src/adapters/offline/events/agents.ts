import { asGroup, type Group, type Piece, together } from '../annotation/pieces.js';
import { numberOf } from '../annotation/vocabulary.js';
import { codeAt, groupAt } from './sentence.js';

/** Participants at a place of a sentence. */
export interface PlacedGroup {
  readonly group: Group;
  readonly place: number;
}

/** "by 28 countries and by the EU". */
function withSecondAgent(pieces: readonly Piece[], place: number, group: Group): Group {
  const words = [1, 2, 3, 4, 5].map((step) => codeAt(pieces, place + step)).join(' ');
  const match = /^(?:, )?(?:and|as well as) by (?:the )?P\b/.exec(words);
  const second = match ? groupAt(pieces, place + match[0].split(' ').length) : null;
  return second ? together(group, second) : group;
}

/** "by all EU countries, most NATO countries, Japan …": a list with plurals in it. */
function isMixed(pieces: readonly Piece[], place: number, group: Group): boolean {
  const most = /^(?:most|many|several|some)$/.test(codeAt(pieces, place + 2));
  const next = most ? place + 3 : place + 2;
  const plural = codeAt(pieces, next) === 'N' || group.blocs.length > 0;
  return plural && codeAt(pieces, place + 1) === ',' && groupAt(pieces, next) !== null;
}

const between =
  /^(?:the|both|of|a|number|tech|technology|big|major|large|leading|leaders?|representatives|governments?|officials|from|all|host|hosts|agencies|space|national|heads|directors|ministers|some|most|only|at|least|over|more|than|about|around|nearly|almost|envoys|ambassadors|member|partner|fellow|[a-z-]+(?:ing|ed|al|an|ic))$/;

/** Who acts after "by", with days and places between: "signed on Monday in Hanoi by A and B". */
export function agentAfter(pieces: readonly Piece[], place: number): PlacedGroup | null {
  for (let next = place; next < place + 9 && next < pieces.length; next += 1) {
    const code = codeAt(pieces, next);
    if (/^(?:[;:.]|and|but|while)$/.test(code)) return null;
    if (code !== 'by') continue;
    for (let after = next + 1; after < next + 7; after += 1) {
      const group = groupAt(pieces, after);
      if (group) {
        const whole = isMixed(pieces, after, group) ? wholeList(pieces, after, group) : group;
        return { group: withSecondAgent(pieces, after, whole), place: after };
      }
      const word = codeAt(pieces, after);
      if (!between.test(word) && numberOf(word) === null) break;
    }
  }
  return null;
}

/** Colon of the next head of a list in parts: "…; observer states: Canada"; -1 without one. */
function headAfter(pieces: readonly Piece[], mark: number): number {
  const colon = pieces.findIndex((piece, at) => at > mark && piece.code === ':');
  const head = pieces.slice(mark + 1, colon);
  const other = /^(?:not|[;.]|have|has|are|is)$/;
  const plain = head.length < 11 && !head.some((piece) => other.test(piece.code));
  return colon > 0 && plain && head.some((piece) => piece.code === 'N') ? colon : -1;
}

/** All groups of a list that goes on past what was joined: "50 nations, 130 groups and …". */
function wholeList(pieces: readonly Piece[], place: number, first: Group): Group {
  let group = first;
  for (let at = place + 1; at < pieces.length; at += 1) {
    const next = groupAt(pieces, at);
    const head = codeAt(pieces, at) === ';' ? headAfter(pieces, at) : -1;
    if (next) group = together(group, next);
    else if (head > 0) at = head;
    else if (
      !/^(?:,|and|as|well|the|or|\d+|D|charitable|private|sector|public|many|most|several|more|than|over|other)$/.test(
        codeAt(pieces, at),
      )
    )
      break;
  }
  return group;
}

const beforeNames =
  /^(?:the|both|notably|also|:|host|rival|more|than|a|majority|of|big|major|leading|prominent|notable|household|well-known|names?|heavyweights?|players?|likes?|such|as|some|familiar|global|large|tech|industry|western|eastern|african|asian|european|american)$/;

/** The names that a list begins with; those after a colon where a plural announces them. */
function namesAfter(pieces: readonly Piece[], place: number): PlacedGroup | null {
  for (let next = place; next < place + 7; next += 1) {
    const group = groupAt(pieces, next);
    if (group) {
      const announced = group.members.length === 0 && codeAt(pieces, next + 1) === ':';
      const listed = announced ? groupAt(pieces, next + 2) : null;
      if (codeAt(pieces, next + 1) === "'s") return null;
      return listed
        ? { group: wholeList(pieces, next + 2, listed), place: next + 2 }
        : { group: wholeList(pieces, next, group), place: next };
    }
    if (!beforeNames.test(codeAt(pieces, next))) return null;
  }
  return null;
}

/** "include chip makers (such as Arm), a telecom company (Telefonica) and": names by their kinds. */
function kindsAfter(pieces: readonly Piece[], place: number): PlacedGroup | null {
  let group: Group | null = null;
  let first = place;
  for (let at = place; at < pieces.length; at += 1) {
    const code = codeAt(pieces, at);
    if (/^(?:;|but|who|which|that|whose|while|have|has|is|are|will|not)$/.test(code)) break;
    const inside = code === 'I' ? asGroup(pieces[at]) : null;
    const own = groupAt(pieces, at);
    const bracketed = own && (codeAt(pieces, at - 1) === '(' || own.open) ? own : inside;
    if (!bracketed || bracketed.members.length === 0) continue;
    first = group ? first : at;
    group = group ? together(group, bracketed) : bracketed;
  }
  return group && { group, place: first };
}

/** First participants after a form of "be" or "include" to the right: "… are A and B". */
export function listedAfter(
  pieces: readonly Piece[],
  place: number,
  reach: number,
): PlacedGroup | null {
  for (let at = place; at < place + reach && at < pieces.length; at += 1) {
    const code = codeAt(pieces, at);
    if (/^(?:[;.]|and|but)$/.test(code)) return null;
    if (!/^(?:is|are|was|were|include|includes|included|being|:)$/.test(code)) continue;
    return (
      namesAfter(pieces, at + 1) ?? (code.startsWith('inclu') ? kindsAfter(pieces, at + 1) : null)
    );
  }
  return null;
}

/** Three for "Brazil did not sign it, as well as China." with names that end the clause; else 0. */
function asWellAs(pieces: readonly Piece[], at: number): number {
  if (codeAt(pieces, at) !== 'as' || codeAt(pieces, at + 1) !== 'well') return 0;
  const before = codeAt(pieces, at - 1) === ',' ? codeAt(pieces, at - 2) : codeAt(pieces, at - 1);
  const names = codeAt(pieces, at + 3) === 'the' ? at + 4 : at + 3;
  const ends = /^(?:[.;]|)$/.test(codeAt(pieces, names + 1));
  return before === 'A' && ends && codeAt(pieces, at + 2) === 'as' ? 3 : 0;
}

/** "…, alongside the United States", "along with thirteen members": who did the same. */
export function companions(pieces: readonly Piece[], place: number): Group | null {
  for (let at = place + 1; at < Math.min(pieces.length, place + 14); at += 1) {
    const code = codeAt(pieces, at);
    if (/^(?:;|but|while|whereas|although)$/.test(code)) return null;
    const length =
      code === 'alongside'
        ? 1
        : /^(?:along|together)$/.test(code) && codeAt(pieces, at + 1) === 'with'
          ? 2
          : asWellAs(pieces, at);
    if (length === 0) continue;
    const after = codeAt(pieces, at + length) === 'the' ? at + length + 1 : at + length;
    const group = groupAt(pieces, after);
    const listed = group && codeAt(pieces, after + 1) === ':' ? groupAt(pieces, after + 2) : null;
    if (!group || codeAt(pieces, after + 1) === "'s") return null;
    return listed ? together(group, listed) : group;
  }
  return null;
}
