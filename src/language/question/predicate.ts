import type { Combination, Predicate } from '../../domain/register-query.js';
import { combinationOf } from './combination.js';
import type { Facts } from './facts.js';

const attitudes = ['withdrew', 'declined', 'undecided', 'announced'] as const;

/** What signing, consent and a denial say together of one accord; null when nothing clear. */
function bothStages({ has, at }: Facts): Predicate | null {
  const denial = at('minus', 'not', 'neither');
  const [joins, consents] = [at('join', 'member'), at('consent')];
  if (has('only')) {
    if (has('or')) return 'bound';
    return joins < consents && !has('or') ? (has('not') ? 'bound' : null) : null;
  }
  if (denial < 0) return has('or') ? 'participates' : 'bound';
  if (joins < denial && denial < consents) return 'signatory-only';
  const deniesBoth = denial < joins && denial < consents && has('or');
  return deniesBoth ? 'outside' : null;
}

/** A predicate, or null when the words contradict each other or say nothing of taking part. */
export function predicateOf(facts: Facts, accords: readonly string[]): Predicate | null {
  const { has } = facts;
  const one = accords.length < 2;
  const negated = has('not', 'outside', 'neither') || (has('minus') && one);
  const joins = has('join', 'member');
  const attitude = attitudes.find((tag) => has(tag));
  if (attitude) return negated ? null : attitude;
  if (has('outside') && has('not', 'minus') && one)
    return has('consent') && joins ? 'signatory-only' : null;
  if (has('consent') && joins && one) return bothStages(facts);
  if (has('only') && joins && one && !negated) return 'signatory-only';
  if (has('minus') && one) return null;
  const denied = has('outside') || (has('not') && !has('minus', 'neither'));
  if (has('consent')) return denied ? 'not-bound' : 'bound';
  if (denied) return 'outside';
  return joins || has('status', 'everyone', 'and', 'both', 'minus', 'neither', 'compare')
    ? 'participates'
    : null;
}

export interface Combined {
  readonly accords: readonly string[];
  readonly combine: Combination;
  /** Held against the first accord; `combine` says how the others relate to it. */
  readonly predicate: Predicate;
}

/** The predicate that a combination holds the first accord against. */
export function positive(predicate: Predicate, combine: Combination): Predicate {
  if (combine !== 'none' && combine !== 'minus') return predicate;
  if (predicate === 'outside') return 'participates';
  return predicate === 'not-bound' ? 'bound' : predicate;
}

/** Predicate and combination together; null when they cannot be told. */
export function combined(facts: Facts, accords: readonly string[]): Combined | null {
  const predicate = predicateOf(facts, accords);
  const order = predicate ? combinationOf(facts, predicate, accords) : null;
  if (!predicate || !order) return null;
  return { ...order, predicate: positive(predicate, order.combine) };
}
