import {
  type BaseInteraction,
  type Channel,
  PermissionFlagsBits,
  type PermissionsString,
} from 'discord.js';
import type { GuildSettings } from '../domain/community.js';
import type { MessageBody } from './message.js';

function needed(body: MessageBody, thread: boolean): readonly PermissionsString[] {
  return [
    'ViewChannel',
    thread ? 'SendMessagesInThreads' : 'SendMessages',
    ...((body.embeds ?? []).length > 0 ? (['EmbedLinks'] as const) : []),
    ...((body.files ?? []).length > 0 ? (['AttachFiles'] as const) : []),
  ];
}

/**
 * What the bot lacks to send the message to the channel. Empty also when that is not known; Discord
 * says so then.
 */
export function missingPermissions(
  channel: Channel,
  body: MessageBody,
): readonly PermissionsString[] {
  if (channel.isDMBased()) return [];
  const self = channel.guild.members.me;
  if (!self) return [];
  const has = channel.permissionsFor(self);
  return has.missing([...needed(body, channel.isThread())]);
}

/**
 * Whether the asker may keep the corpus: who manages a server that the bot is a member of or has
 * its admin role there, and the owners of the bot anywhere. Somebody's own installation of the bot
 * gives no right, for everyone manages some server.
 */
export function isSteward(
  interaction: BaseInteraction,
  settings: Pick<GuildSettings, 'adminRole'>,
  owners: ReadonlySet<string>,
): boolean {
  if (owners.has(interaction.user.id)) return true;
  if (!interaction.inCachedGuild()) return false;
  if (interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return true;
  return settings.adminRole !== null && interaction.member.roles.cache.has(settings.adminRole);
}
