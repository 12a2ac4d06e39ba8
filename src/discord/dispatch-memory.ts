import { type GuildSettings, usualSettings } from '../domain/community.js';
import type { Community } from '../use-cases/community/community.js';
import type { Clock } from './clock.js';

/** What has to be known before an interaction is acknowledged. Never slow, never throws. */
export interface DispatchMemory {
  /** True for the first delivery of an event only. */
  claim(event: string): Promise<boolean>;
  /** The server's settings, or the last ones known when the store is slow or out of reach. */
  settings(guild: string | null): Promise<GuildSettings>;
}

/** Discord wants an answer within 3 s; the state gets so much of it, in milliseconds. */
const patienceMs = 500;
/** Events and servers that are remembered. */
const mostRemembered = 5_000;

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > mostRemembered ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

export function createDispatchMemory(community: Community, clock: Clock): DispatchMemory {
  const seen = new Map<string, true>();
  const known = new Map<string, GuildSettings>();

  const within = async <Value>(work: Promise<Value>, fallback: () => Value): Promise<Value> => {
    const done = new AbortController();
    const late = clock.sleep(patienceMs, done.signal).then(fallback);
    try {
      return await Promise.race([work.catch(fallback), late]);
    } finally {
      done.abort();
    }
  };

  return {
    claim: async (event) => {
      if (seen.has(event)) return false;
      remember(seen, event, true);
      return within(community.takeUp(event), () => true);
    },
    settings: async (guild) => {
      if (guild === null) return usualSettings;
      const read = community.settings(guild).then((settings) => {
        remember(known, guild, settings);
        return settings;
      });
      return within(read, () => known.get(guild) ?? usualSettings);
    },
  };
}
