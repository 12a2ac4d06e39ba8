import type { BaseInteraction } from 'discord.js';
import type { GuildSettings } from '../domain/community.js';

/** Ids of the channel that something happens in and, for a thread, of the channel it hangs on. */
export type Place = readonly string[];

/** What an interaction and a message have in common. */
export type Located = Pick<BaseInteraction, 'channelId' | 'channel'>;

/** Where an interaction or a message stands. */
export function placeOf(at: Located): Place {
  const parent = at.channel?.isThread() ? at.channel.parentId : null;
  return [at.channelId, parent].filter((id) => id !== null);
}

/** True where the server lets the bot answer; threads go with their channel. */
export function answersIn(place: Place, settings: Pick<GuildSettings, 'channels'>): boolean {
  return settings.channels.length === 0 || place.some((id) => settings.channels.includes(id));
}
