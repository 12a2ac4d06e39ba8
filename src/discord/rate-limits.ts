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

export interface LimiterOptions {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Takes a point of a key's; rejects with `RateLimiterRes` when it has none left. */
export interface Limiter {
  consume(key: string): Promise<unknown>;
  reward(key: string): Promise<unknown>;
}

export interface RateLimitOptions {
  /** Questions a minute. */
  readonly user: number;
  readonly guild: number;
  /** @default kept in memory: a restart forgives */
  readonly limiter?: (options: LimiterOptions) => Limiter;
}

export interface RateLimits {
  /** Counts a question of the asker's. One that has to wait counts against nobody. */
  admit(asker: Asker): Promise<Admission>;
}

const windowSeconds = 60;

/** Milliseconds to wait, or null when it was admitted. */
async function consume(limiter: Limiter, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
    throw refused;
  }
}

const inMemory = ({ points, seconds }: LimiterOptions): Limiter =>
  new RateLimiterMemory({ points, duration: seconds });

/** Windows of a minute from the first question on. */
export function createRateLimits(options: RateLimitOptions): RateLimits {
  const { limiter = inMemory } = options;
  const seconds = windowSeconds;
  const users = limiter({ name: 'user', points: options.user, seconds });
  const guilds = limiter({ name: 'guild', points: options.guild, seconds });
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
