import type { WatchdogLimits } from './watchdog.js';

/** The shards of this process among all of the bot; null: it has them all. */
export type Share = { readonly ids: readonly number[]; readonly of: number } | null;

/** True where other processes have the other shards. */
export function isPart(share: Share): boolean {
  return share !== null && share.ids.length < share.of;
}

/** Whether it is for this process to do what is done once for the whole bot. */
export function isFirst(share: Share): boolean {
  return share === null || share.ids.includes(0);
}

/** Shards of other processes take their turn to identify between those of this one. */
export function limitsFor(share: Share, limits: WatchdogLimits): WatchdogLimits {
  if (share === null) return limits;
  const others = share.of - share.ids.length;
  return { ...limits, connectMs: limits.connectMs + others * limits.shardMs };
}

/**
 * Whether admins of a server may change the corpus. One process of several sees only some of the
 * servers, so that none may where nobody said which.
 */
export function keepersOf(
  { keeperGuilds, shards }: { readonly keeperGuilds: readonly string[] | null; shards: Share },
  servers: () => number,
): (guild: string) => boolean {
  return (guild) => {
    if (keeperGuilds) return keeperGuilds.includes(guild);
    return !isPart(shards) && servers() === 1;
  };
}
