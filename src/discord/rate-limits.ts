import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Asker } from '../domain/community.js';

export type Admission =
  | { readonly kind: 'admitted' }
  | {
      readonly kind: 'wait';
      readonly whose: 'user' | 'guild';
      /** Until the next question is taken. */
      readonly seconds: number;
    };

export interface RateLimitOptions {
  /** Questions a minute. */
  readonly user: number;
  readonly guild: number;
}

export interface RateLimits {
  /** Counts a question of the asker's. One that has to wait counts against nobody. */
  admit(asker: Asker): Promise<Admission>;
}

const windowSeconds = 60;

/** Milliseconds to wait, or null when it was admitted. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
    throw refused;
  }
}

/** Windows of a minute from the first question on, kept in memory: a restart forgives. */
export function createRateLimits(options: RateLimitOptions): RateLimits {
  const users = new RateLimiterMemory({ points: options.user, duration: windowSeconds });
  const guilds = new RateLimiterMemory({ points: options.guild, duration: windowSeconds });
  const wait = (whose: 'user' | 'guild', milliseconds: number): Admission => ({
    kind: 'wait',
    whose,
    seconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  });
  return {
    admit: async ({ user, guild }) => {
      const byUser = await consume(users, user);
      if (byUser !== null) return wait('user', byUser);
      const byGuild = guild === null ? null : await consume(guilds, guild);
      if (byGuild === null) return { kind: 'admitted' };
      await users.reward(user);
      return wait('guild', byGuild);
    },
  };
}
