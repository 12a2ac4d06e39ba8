/** The shards of one process among all shards of the bot. */
export interface ShardShare {
  readonly ids: readonly number[];
  readonly of: number;
}

/** Discord itself gives no bot so many. */
const most = 10_000;

/** Reads `3/8` or `0-3/8`; null for what is no share. */
export function shareOf(text: string): ShardShare | null {
  const [, first, last = first, all] = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(text) ?? [];
  const [from, to, of] = [Number(first), Number(last), Number(all)];
  if (!(from <= to && to < of && of <= most)) return null;
  return { ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), of };
}
