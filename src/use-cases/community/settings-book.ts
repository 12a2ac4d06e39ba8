import { type GuildSettings, usualSettings } from '../../domain/community.js';
import type { SettingsStore } from '../../ports/state/settings-store.js';
import type { Forbearing } from './forbearing.js';

/** Settings of servers, at hand for every message. */
export interface SettingsBook {
  /** Within half a second: when the store is out of reach, as last known, or the usual ones. */
  read(guild: string | null): Promise<GuildSettings>;
  /** Throws `state-unavailable`; what was read before never replaces what is stored. */
  change(guild: string, change: Partial<GuildSettings>): Promise<GuildSettings>;
}

export interface SettingsBookOptions {
  readonly store: SettingsStore;
  readonly forbearing: Forbearing;
  readonly now: () => Date;
  /** After so many milliseconds settings are read again, for another process may have changed them. @default 5,000 */
  readonly freshFor?: number;
  /** Servers kept at hand. @default 5,000 */
  readonly limit?: number;
}

export function createSettingsBook(options: SettingsBookOptions): SettingsBook {
  const { store, forbearing, now, freshFor = 5_000, limit = 5_000 } = options;
  const pages = new Map<string, { readonly settings: GuildSettings; readonly until: number }>();
  let changes: Promise<unknown> = Promise.resolve();
  let edition = 0;

  const keep = (guild: string, settings: GuildSettings) => {
    pages.delete(guild);
    pages.set(guild, { settings, until: now().getTime() + freshFor });
    for (const oldest of pages.keys()) {
      if (pages.size <= limit) break;
      pages.delete(oldest);
    }
  };

  return {
    read: async (guild) => {
      if (guild === null) return usualSettings;
      const known = pages.get(guild);
      if (known && known.until > now().getTime()) return known.settings;
      const begun = edition;
      const fallback = known?.settings ?? usualSettings;
      const settings = await forbearing('settings', fallback, () => store.read(guild));
      // A change that was made meanwhile is newer than what was read.
      if (begun !== edition) return pages.get(guild)?.settings ?? settings;
      keep(guild, settings);
      return settings;
    },
    change: (guild, change) => {
      const changed = changes.then(async () => {
        const settings = { ...(await store.read(guild)), ...change };
        await store.write(guild, settings);
        edition += 1;
        keep(guild, settings);
        return settings;
      });
      changes = changed.catch(() => {});
      return changed;
    },
  };
}
