import { directChannel } from '../state/build.js';
import { interactionChannelPayload, memberPayload } from '../state/payloads.js';
import { everyPermission, has, permissionsIn, usualBotPermissions } from '../state/permissions.js';
import type { FakeAccount, FakeChannel, World } from '../state/world.js';

/** Where a person acts: a channel by name or id; the first of the first guild when nothing is said. */
export interface Place {
  /** Name or id. */
  readonly guild?: string;
  /** Name or id; a thread, too. */
  readonly channel?: string;
  /** In the direct messages with the bot. */
  readonly dm?: boolean;
}

export function channelAt(world: World, account: FakeAccount, place: Place): FakeChannel {
  if (place.dm) return directChannel(world, account);
  const guild = [...world.guilds.values()].find(
    ({ id, name }) => place.guild === undefined || place.guild === id || place.guild === name,
  );
  const channel = [...world.channels.values()].find(
    ({ id, name, guildId }) =>
      id === place.channel ||
      (guildId === guild?.id && (place.channel === undefined || place.channel === name)),
  );
  if (!channel) throw new Error(`There is no place ${JSON.stringify(place)}`);
  return channel;
}

/** The fields of an interaction that tell who acts, where, and in what right. */
export function placePayload(world: World, account: FakeAccount, channel: FakeChannel) {
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const permissions = permissionsIn(world, channel, account.user.id);
  const shared = {
    channel_id: channel.id,
    channel: interactionChannelPayload(world, channel, account.user.id),
    locale: account.locale,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
  if (!guild) {
    return {
      ...shared,
      user: account.user,
      context: 1,
      authorizing_integration_owners: { 0: '0', 1: account.user.id },
      app_permissions: String(usualBotPermissions),
    };
  }
  const member = guild.members.get(account.user.id);
  if (!member) throw new Error(`${account.user.username} is not in ${guild.name}`);
  const bot = permissionsIn(world, channel, world.bot.user.id);
  return {
    ...shared,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberPayload(member), permissions: String(permissions) },
    context: 0,
    authorizing_integration_owners: guild.botIsMember ? { 0: guild.id } : { 1: account.user.id },
    app_permissions: String(guild.botIsMember ? bot : usualBotPermissions),
  };
}

/** Whether Discord would show a command to a member with these permissions. */
export function mayUse(permissions: bigint, needed: string | null | undefined): boolean {
  if (needed === null || needed === undefined) return true;
  const wanted = BigInt(needed);
  if (wanted === 0n) return permissions === everyPermission;
  return has(permissions, wanted);
}
