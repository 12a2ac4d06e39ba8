import {
  type BaseInteraction,
  type Channel,
  PermissionFlagsBits,
  type PermissionsString,
} from 'discord.js';
import type { GuildSettings } from '../domain/community.js';
import type { Audience } from './command.js';
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

/** Who may do more than ask. */
export interface Rights {
  /** Ids of those whom the bot belongs to; they may do everything everywhere. */
  readonly owners: ReadonlySet<string>;
  /** Whether the corpus, which all servers share, is kept from this one. */
  keepsCorpus(guild: string): boolean;
}

/**
 * Whether the asker is of the audience: `managers` manage the server or have its admin role;
 * `stewards` do so in a server from which the corpus is kept. Somebody's own installation of the
 * bot gives no right, for everyone manages some server.
 */
export function mayAct(
  interaction: BaseInteraction,
  audience: Audience,
  settings: Pick<GuildSettings, 'adminRole'>,
  rights: Rights,
): 'yes' | 'no' | 'elsewhere' {
  if (audience === 'everyone' || rights.owners.has(interaction.user.id)) return 'yes';
  if (!interaction.inCachedGuild()) return 'no';
  const manages =
    interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild) ||
    (settings.adminRole !== null && interaction.member.roles.cache.has(settings.adminRole));
  if (!manages) return 'no';
  return audience === 'managers' || rights.keepsCorpus(interaction.guildId) ? 'yes' : 'elsewhere';
}
