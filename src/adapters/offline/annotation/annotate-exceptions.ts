import { codeAt } from '../events/sentence.js';
import { asGroup, groupOf, type Piece, replaced } from './pieces.js';
import { numberOf } from './vocabulary.js';

/** Place of the names after "all but two of its members, Cuba and Haiti"; -1 without such a list. */
function counted(pieces: readonly Piece[], place: number): number {
  const open = asGroup(pieces[place]);
  const number = numberOf(codeAt(pieces, place)) !== null || codeAt(pieces, place) === 'a';
  if (!number && !(open && open.members.length === 0)) return -1;
  for (let at = place + 1; at < place + 9; at += 1) {
    const code = codeAt(pieces, at);
    if (/^(?:,|\(|–|—|--|-|:)$/.test(code)) return at + 1;
    if (!/^(?:of|the|its|'s|N|P|handful|few|world|region)$/.test(code)) return -1;
  }
  return -1;
}

/**
 * "All but Cuba", "everyone except Cuba", "all but two of its members, Cuba and Haiti,": a plural
 * with exceptions, and never the names themselves.
 */
export function withExceptions(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (let place = 0; place < result.length; place += 1) {
    if (!/^(?:all|everyone|everybody)$/.test(codeAt(result, place))) continue;
    if (!/^(?:but|except|bar)$/.test(codeAt(result, place + 1))) continue;
    const at = codeAt(result, place + 2) === 'for' ? place + 3 : place + 2;
    const direct = asGroup(result[at])?.members.length ? at : counted(result, at);
    const named = asGroup(result[direct]);
    if (!named || named.members.length === 0) {
      const group = asGroup(result[at]);
      if (group) result = replaced(result, place, at + 1, groupOf([], { open: true }));
      continue;
    }
    const closed = direct !== at && /^(?:,|\)|–|—|--|-)$/.test(codeAt(result, direct + 1)) ? 2 : 1;
    const group = groupOf([], { open: true, excluded: named.members });
    result = replaced(result, place, direct + closed, group);
  }
  return result;
}
