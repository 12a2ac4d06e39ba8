import { asAccord, type Piece } from '../annotation/pieces.js';
import { codeAt } from './sentence.js';

/** Another accord that shares the verb of an act. */
export interface FurtherObject {
  readonly accord: string;
  readonly negated: boolean;
  /** Place of the accord where dates part it from the first; null where all share theirs. */
  readonly apart: number | null;
}

/** Further accords: "signed A and B but not C", "acceded to A in 2017 and to B in 2023". */
export function furtherObjects(
  pieces: readonly Piece[],
  place: number,
  accord: string,
): readonly FurtherObject[] {
  let at = pieces.findIndex((piece, index) => index > place && asAccord(piece)?.id === accord);
  const found: FurtherObject[] = [];
  while (at >= 0) {
    let next = at + 1;
    while (/^(?:,|and|both|the|also|as|well|to|in|on|D)$/.test(codeAt(pieces, next))) next += 1;
    const negated =
      /^(?:but|though)$/.test(codeAt(pieces, next)) && codeAt(pieces, next + 1) === 'not';
    if (negated) next += codeAt(pieces, next + 2) === 'the' ? 3 : 2;
    const between = pieces.slice(at + 1, next).map((piece) => piece.code);
    const id = between.includes('and') || negated ? asAccord(pieces[next])?.id : null;
    if (id === null || id === undefined) return found;
    found.push({ accord: id, negated, apart: between.includes('D') ? next : null });
    at = next;
  }
  return found;
}
