import { PermissionFlagsBits } from 'discord.js';
import type { FakeChannel, FakeGuild, FakeMember, World } from './world.js';

export const everyPermission = Object.values(PermissionFlagsBits).reduce(
  (all, bit) => all | bit,
  0n,
);

/** What the bot is given where nothing else is said: the least that its commands need. */
export const usualBotPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads;

/** What everyone is given where nothing else is said. */
export const usualPermissions =
  usualBotPermissions |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.AddReactions;

function inGuild(guild: FakeGuild, member: FakeMember): bigint {
  if (guild.ownerId === member.account.user.id) return everyPermission;
  let granted = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) granted |= guild.roles.get(id)?.permissions ?? 0n;
  return granted & PermissionFlagsBits.Administrator ? everyPermission : granted;
}

/** What a member may do in a channel: roles, then the channel's overwrites in Discord's order. */
export function permissionsIn(world: World, channel: FakeChannel, userId: string): bigint {
  if (channel.guildId === null) return everyPermission;
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  let granted = inGuild(guild, member);
  if (granted === everyPermission) return granted;
  const place =
    channel.parentId === null ? channel : (world.channels.get(channel.parentId) ?? channel);
  const apply = (matches: (id: string) => boolean) => {
    let allow = 0n;
    let deny = 0n;
    for (const overwrite of place.overwrites) {
      if (!matches(overwrite.id)) continue;
      allow |= overwrite.allow;
      deny |= overwrite.deny;
    }
    granted = (granted & ~deny) | allow;
  };
  apply((id) => id === guild.id);
  apply((id) => id !== guild.id && member.roles.includes(id));
  apply((id) => id === userId);
  return granted;
}

export function has(permissions: bigint, bit: bigint): boolean {
  return (permissions & bit) === bit;
}
