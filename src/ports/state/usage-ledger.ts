/** Tokens that a language model took, by day and by whoever is counted. */
export interface UsageLedger {
  /** Adds to each key, such as "user 1", "guild 2" and "all". `day` is `YYYY-MM-DD`, UTC. */
  add(day: string, keys: readonly string[], tokens: number): Promise<void>;
  /** Tokens of the day under the key; 0 where nothing was added. */
  spent(day: string, key: string): Promise<number>;
}
