import { permissionsIn } from './permissions.js';
import type { FakeChannel, FakeGuild, FakeMember, World } from './world.js';

const joined = '2024-05-01T00:00:00.000000+00:00';

export function memberPayload(member: FakeMember) {
  return {
    user: member.account.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: joined,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function channelPayload(channel: FakeChannel) {
  const shared = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: 0,
  };
  if (channel.recipient) return { ...shared, recipients: [channel.recipient.user] };
  const inGuild = {
    ...shared,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
  };
  if (channel.parentId === null) {
    return {
      ...inGuild,
      position: 0,
      topic: null,
      nsfw: false,
      permission_overwrites: channel.overwrites.map((overwrite) => ({
        id: overwrite.id,
        type: overwrite.type,
        allow: String(overwrite.allow),
        deny: String(overwrite.deny),
      })),
    };
  }
  return {
    ...inGuild,
    owner_id: channel.ownerId,
    message_count: 0,
    member_count: channel.threadMembers.size,
    total_message_sent: 0,
    thread_metadata: {
      archived: channel.archived,
      auto_archive_duration: 1440,
      archive_timestamp: joined,
      locked: channel.locked,
      create_timestamp: joined,
    },
  };
}

/** A channel as interactions carry it: with what the asker may do in it. */
export function interactionChannelPayload(world: World, channel: FakeChannel, userId: string) {
  return { ...channelPayload(channel), permissions: String(permissionsIn(world, channel, userId)) };
}

/** GUILD_CREATE: the guild with its channels and roles, and of its members the bot alone. */
export function guildPayload(world: World, guild: FakeGuild) {
  const channels = [...guild.channelIds].flatMap((id) => world.channels.get(id) ?? []);
  const bot = guild.members.get(world.bot.user.id);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    verification_level: 1,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    nsfw_level: 0,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map((role, position) => ({
      id: role.id,
      name: role.name,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      icon: null,
      unicode_emoji: null,
      position,
      permissions: String(role.permissions),
      managed: false,
      mentionable: false,
      flags: 0,
    })),
    joined_at: joined,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot ? [memberPayload(bot)] : [],
    channels: channels.filter(({ parentId }) => parentId === null).map(channelPayload),
    threads: channels.filter(({ parentId }) => parentId !== null).map(channelPayload),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
