import {
  groupOf,
  type Member,
  type MemberById,
  type Piece,
  type PlaceName,
  replaced,
} from './pieces.js';

const everyone = /^(?:all|every|each)$/;
const between =
  /^(?:of|the|'s|current|other|remaining|member|members|states|countries|nations|leaders|governments|its|both)$/;
const groupNouns =
  /^(?:member|members|states|countries|nations|governments|state|country|leaders|capitals|allies|power|powers)$/;

function covered(pieces: readonly Piece[], name: PlaceName): readonly [number, number] | null {
  const from = pieces.findIndex((piece) => piece.start >= name.start);
  let to = from;
  while (to < pieces.length && (pieces[to]?.end ?? Infinity) <= name.end) to += 1;
  return from >= 0 && to > from ? [from, to] : null;
}

/** Place at which "all", "every" or "each" opens the phrase; -1 when nothing does. */
function universalBefore(pieces: readonly Piece[], from: number): number {
  for (let back = from - 1; back >= Math.max(0, from - 6); back -= 1) {
    const code = pieces[back]?.code ?? '';
    if (everyone.test(code)) return back;
    if (!between.test(code) && !/^[\d]+$|^(?:five|seven|ten|twenty)/.test(code)) return -1;
  }
  return -1;
}

/**
 * "all EU members" and "the Baltic states" are their members; a bloc without "all" is not, and
 * becomes an unnamed plural. "of the Five Eyes" after a list stays to bound "only".
 */
export function withBlocs(
  pieces: readonly Piece[],
  names: readonly PlaceName[],
  memberOf: MemberById,
): Piece[] {
  let result = [...pieces];
  for (const name of names) {
    const place = covered(result, name);
    if (!place) continue;
    let [from, to] = place;
    while (groupNouns.test(result[to]?.code ?? '') && result[to]?.item === null) to += 1;
    const universal = universalBefore(result, from);
    const { bloc, region } = name;
    if (bloc && universal >= 0) {
      result = replaced(result, universal, to, groupOf([], { blocs: [bloc] }));
      continue;
    }
    if (region && (universal >= 0 || region.members.length <= 5)) {
      const members = region.members.flatMap((id): Member[] => {
        const member = memberOf(id);
        return member ? [member] : [];
      });
      from =
        universal >= 0
          ? universal
          : /^(?:the|three|five)$/.test(result[from - 1]?.code ?? '')
            ? from - 1
            : from;
      if (result[from - 1]?.code === 'the') from -= 1;
      result = replaced(result, from, to, groupOf(members));
      continue;
    }
    if (!bloc) continue;
    const of = /^(?:of|among)$/.test(result[from - 1]?.code ?? '') ? 1 : 0;
    const the =
      of === 0 &&
      /^(?:of|among)$/.test(result[from - 2]?.code ?? '') &&
      result[from - 1]?.code === 'the'
        ? 2
        : of;
    const group = groupOf([], { open: true, onlyOf: the > 0 ? bloc : null });
    result = replaced(result, the > 0 ? from - the : from, to, group);
  }
  return result;
}
