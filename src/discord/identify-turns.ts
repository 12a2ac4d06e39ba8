import { type IIdentifyThrottler, SimpleIdentifyThrottler } from 'discord.js';
import type { TakeTurn } from '../ports/take-turn.js';
import type { Clock } from './clock.js';

/** Discord lets a bucket identify once in 5 s, whichever process does; the rest is for the way. */
const turnMs = 5_500;
const lookMs = 250;

/**
 * Lets shards identify one after the other over all processes of a bot. Where the turns cannot be
 * known, this process keeps its own, as discord.js does: Discord then refuses one that comes too
 * soon, and it is tried again.
 */
export function createIdentifyTurns(
  concurrency: number,
  takeTurn: TakeTurn,
  clock: Pick<Clock, 'sleep'>,
): IIdentifyThrottler {
  const own = new SimpleIdentifyThrottler(concurrency);
  return {
    waitForIdentify: async (shard, signal) => {
      for (;;) {
        signal.throwIfAborted();
        const taken = await takeTurn(`identify ${shard % concurrency}`, turnMs).catch(() => null);
        if (taken === null) return own.waitForIdentify(shard, signal);
        if (taken) return;
        await clock.sleep(lookMs, signal);
      }
    },
  };
}
