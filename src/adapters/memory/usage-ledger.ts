import type { UsageLedger } from '../../ports/state/usage-ledger.js';

/** Counts for as long as the process lives, at most `limit` keys of a day. */
export function createMemoryUsage(limit = 10_000): UsageLedger {
  let today = '';
  let spent = new Map<string, number>();
  return {
    add: async (day, keys, tokens) => {
      if (day > today) [today, spent] = [day, new Map()];
      for (const key of keys) {
        if (spent.has(key) || spent.size < limit) spent.set(key, (spent.get(key) ?? 0) + tokens);
      }
    },
    spent: async (day, key) => (day === today ? (spent.get(key) ?? 0) : 0),
  };
}
