import { type GuildSettings, usualSettings } from '../../../domain/community.js';
import type { SettingsStore } from '../../../ports/state/settings-store.js';
import { recordOf, type Session } from '../connection/connection.js';

export function settingsStore(session: Session): SettingsStore {
  return {
    async read(guild) {
      const [row] = await session.query('select record from accord.settings where guild = $1', [
        guild,
      ]);
      return row ? { ...usualSettings, ...recordOf<GuildSettings>(row) } : usualSettings;
    },
    async write(guild, settings) {
      await session.query(
        `insert into accord.settings (guild, record) values ($1, $2)
         on conflict (guild) do update set record = excluded.record`,
        [guild, JSON.stringify(settings)],
      );
    },
    async remove(guild) {
      await session.query('delete from accord.settings where guild = $1', [guild]);
    },
  };
}
