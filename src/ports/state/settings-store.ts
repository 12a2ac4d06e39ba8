import type { GuildSettings } from '../../domain/community.js';

/** Settings of servers. A server that set nothing has the usual ones. */
export interface SettingsStore {
  read(guild: string): Promise<GuildSettings>;
  write(guild: string, settings: GuildSettings): Promise<void>;
  /** Forgets a server that the bot left. */
  remove(guild: string): Promise<void>;
}
