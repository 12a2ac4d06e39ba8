/** 2015-01-01, the first millisecond that an id can name. */
const epoch = 1_420_070_400_000;

/** Makes ids that grow and that carry the time they were made at, as Discord's do. */
export type Snowflakes = () => string;

export function createSnowflakes(now: () => number): Snowflakes {
  let last = 0n;
  return () => {
    const next = BigInt(now() - epoch) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}

/** Which of `shards` shards hears of a guild. */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
