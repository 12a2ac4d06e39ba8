import { PermissionFlagsBits } from 'discord.js';
import { has, permissionsIn } from '../../state/permissions.js';
import type { FakeChannel } from '../../state/world.js';
import { type Call, channelOf, failures, type Outcome } from '../call.js';

export type Reached =
  | { readonly channel: FakeChannel; readonly granted: bigint; readonly failed?: never }
  | { readonly failed: Outcome };

/** The channel of a call when the bot may look at it and has what is needed in it. */
export function reach(call: Call, needed: (channel: FakeChannel) => bigint = () => 0n): Reached {
  const channel = channelOf(call);
  if (!channel) return { failed: failures.unknownChannel };
  const granted = permissionsIn(call.world, channel, call.world.bot.user.id);
  if (!has(granted, PermissionFlagsBits.ViewChannel)) return { failed: failures.missingAccess };
  return has(granted, needed(channel))
    ? { channel, granted }
    : { failed: failures.missingPermissions };
}

export const isThread = ({ type }: FakeChannel) => type >= 10 && type <= 12;

export function toSend(channel: FakeChannel): bigint {
  return isThread(channel)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
}
