import type { Combination, Predicate } from '../../domain/register-query.js';
import type { Facts } from './facts.js';

interface Order {
  readonly combine: Combination;
  /** With `minus`, the accord that is taken from comes first. */
  readonly accords: readonly string[];
}

/**
 * Between which of several accords the denials stand: 0 before the first, 1 between the first and
 * the second, and so on.
 */
function deniedGaps({ items }: Facts): ReadonlySet<number> {
  const gaps = new Set<number>();
  let gap = 0;
  for (const item of items) {
    if (item.role === 'accord') gap += 1;
    else if (['not', 'outside', 'minus', 'neither'].includes(item.role)) gaps.add(gap);
  }
  return gaps;
}

/** True when the second of two accords is affirmed anew: "… but have signed the other". */
function affirmsSecond({ items }: Facts): boolean {
  const first = items.findIndex((item) => item.role === 'accord');
  const second = items.findIndex((item, index) => index > first && item.role === 'accord');
  return items
    .slice(first + 1, second)
    .some((item) => item.text === 'but' || ['join', 'consent', 'member'].includes(item.role));
}

function several(facts: Facts, accords: readonly string[]): Order | null {
  const { has } = facts;
  const gaps = deniedGaps(facts);
  const only = (gap: number) => gaps.size === 1 && gaps.has(gap);
  if (gaps.size === 0) return { accords, combine: has('or') && !has('both') ? 'any' : 'all' };
  if (only(1)) return { accords, combine: 'minus' };
  if (accords.length === 2 && gaps.size === 2 && gaps.has(0) && gaps.has(1))
    return { accords, combine: 'none' };
  if (!only(0) || has('minus') || (has('not') && has('both'))) return null;
  if (accords.length === 2 && affirmsSecond(facts))
    return { accords: [...accords].reverse(), combine: 'minus' };
  const either = has('neither') && !/\bneither\b/.test(facts.scan.folded);
  const denies = has('not', 'outside') || !either;
  return { accords, combine: denies ? 'none' : 'any' };
}

/** How the accords of a clause belong together; null when the denials fit no combination. */
export function combinationOf(
  facts: Facts,
  predicate: Predicate,
  accords: readonly string[],
): Order | null {
  const { has } = facts;
  const named = facts.items.filter((item) => item.role === 'accord').length;
  if (accords.length > 1 && named === accords.length && facts.scan.language === 'en')
    return several(facts, accords);
  const denied = predicate === 'outside' || predicate === 'not-bound';
  const signedOnly = predicate === 'signatory-only' || predicate === 'bound';
  if (has('minus') && !(signedOnly && accords.length < 2)) return { accords, combine: 'minus' };
  if (has('neither') && has('or') && !denied && !/\bneither\b/.test(facts.scan.folded))
    return { accords, combine: has('not') ? 'none' : 'any' };
  if (has('neither') || denied) return { accords, combine: 'none' };
  return { accords, combine: has('or') && !has('both') ? 'any' : 'all' };
}
