import type { Combination, Predicate } from '../../domain/register-query.js';
import type { Facts } from './facts.js';

/** A predicate, or null when the words contradict each other or say nothing of taking part. */
export function predicateOf(facts: Facts, accords: readonly string[]): Predicate | null {
  const { has, at } = facts;
  const negated = has('not', 'outside', 'neither') || (has('minus') && accords.length < 2);
  const consent = has('consent');
  const joins = has('join', 'member');
  const attitude = (['withdrew', 'declined', 'undecided', 'announced'] as const).find((tag) =>
    has(tag),
  );
  if (has('minus', 'not', 'only') && consent && joins && accords.length < 2) {
    const denial = at('minus', 'not');
    const between = at('join', 'member') < denial && denial < at('consent');
    if (between) return 'signatory-only';
    if (has('only') && has('or')) return 'bound';
  }
  if (has('only') && joins && !consent && accords.length < 2 && !negated && has('who', 'count')) {
    return 'signatory-only';
  }
  if (attitude) return negated ? null : attitude;
  if (has('minus') && accords.length < 2) return null;
  if (has('outside') && has('not')) return has('consent') && joins ? 'signatory-only' : null;
  const minus = has('minus') || has('neither');
  const denied = has('outside') || (has('not') && !minus);
  if (consent) return denied ? 'not-bound' : 'bound';
  if (denied) return 'outside';
  return joins || has('status', 'everyone', 'and', 'both', 'minus', 'neither', 'compare')
    ? 'participates'
    : null;
}

/** How several accords belong together. */
export function combinationOf(facts: Facts, predicate: Predicate): Combination {
  const { has } = facts;
  if (has('minus')) return 'minus';
  if (has('neither') && has('or')) {
    return has('not') || /\bneither\b/.test(facts.scan.folded) || predicate === 'outside'
      ? 'none'
      : 'any';
  }
  if (has('neither')) return 'none';
  if (predicate === 'outside' || predicate === 'not-bound') return 'none';
  return has('or') && !has('both') ? 'any' : 'all';
}

/** The predicate that a combination holds the first accord against. */
export function positive(predicate: Predicate, combine: Combination): Predicate {
  if (combine !== 'none') return predicate;
  if (predicate === 'outside') return 'participates';
  return predicate === 'not-bound' ? 'bound' : predicate;
}
