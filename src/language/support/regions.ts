import { type Item, keyAt } from './items.js';

const opens =
  /^(?:but|while|whereas|although|though|because|which|who|where|when|since|so|wahrend|aber|mais|pero)$/;

/** True where a clause begins: after a strong mark, or at a word that opens one. */
export function clauseBreak(items: readonly Item[], place: number): boolean {
  const key = keyAt(items, place);
  if (/^[;:—–]$/.test(key)) return true;
  if (key === 'as' || key === 'since' || key === 'so') return keyAt(items, place - 1) === ',';
  return opens.test(key);
}

interface Region {
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

/** Where, between two acts, what belongs to the second begins. */
function boundary(items: readonly Item[], a: number, b: number): number {
  for (let at = b - 1; at > a; at -= 1) if (clauseBreak(items, at)) return at;
  for (let at = b - 1; at > a; at -= 1) {
    const key = keyAt(items, at);
    const listed = items[at - 1]?.kind === 'name' && items[at + 1]?.kind === 'name';
    if (/^(?:and|or|und|et|y)$/.test(key) && !listed) return at;
    if (key === 'to' && at > b - 3) return a + 1;
    if (key === ',' && !listed) return at;
  }
  return a + 1;
}

/** The stretch of a sentence that belongs to each act. */
export function regionsOf(items: readonly Item[], places: readonly number[]): readonly Region[] {
  return places.map((place, index) => {
    const before = places[index - 1];
    const after = places[index + 1];
    let from = before === undefined ? 0 : boundary(items, before, place);
    if (before === undefined) {
      for (let at = place - 1; at > 0; at -= 1) {
        const named = items.slice(at, place).some((item) => item.kind === 'name' && !item.accord);
        if (clauseBreak(items, at) && named && !/^(?:which|who)$/.test(keyAt(items, at))) {
          from = at;
          break;
        }
      }
    }
    const to = after === undefined ? items.length : boundary(items, place, after);
    let end = to;
    for (let at = place + 1; at < to; at += 1) {
      if (clauseBreak(items, at)) {
        end = at;
        break;
      }
    }
    return { place, from, to: Math.max(end, place + 1) };
  });
}
