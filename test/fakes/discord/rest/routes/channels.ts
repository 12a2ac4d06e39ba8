import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { addChannel } from '../../state/build.js';
import { channelPayload } from '../../state/payloads.js';
import type { FakeChannel, World } from '../../state/world.js';
import { type Call, failure, failures, nothing, type Outcome, ok, type Route } from '../call.js';
import { isThread, reach } from './access.js';

interface ThreadInput {
  readonly name: string;
  readonly type?: number | null;
}

function tellThread(world: World, type: string, thread: FakeChannel, extra: object = {}) {
  world.dispatch({
    type,
    guildId: thread.guildId,
    intents: GatewayIntentBits.Guilds,
    dataFor: () => ({ ...channelPayload(thread), ...extra }),
  });
  world.waiting.changed();
}

function startThread(call: Call): Outcome {
  const { world, params } = call;
  const input = call.body as ThreadInput;
  const isPrivate = params['message_id'] === undefined && (input.type ?? 12) === 12;
  const reached = reach(call, () =>
    isPrivate ? PermissionFlagsBits.CreatePrivateThreads : PermissionFlagsBits.CreatePublicThreads,
  );
  if (reached.failed) return reached.failed;
  const { channel } = reached;
  if (channel.guildId === null || isThread(channel)) {
    return failure(400, 50024, 'Cannot execute action on this channel type');
  }
  const messageId = params['message_id'];
  const message = messageId === undefined ? undefined : world.messages.get(messageId);
  if (messageId !== undefined) {
    if (!message || message.deleted || message.visibleTo !== null) return failures.unknownMessage;
    if (world.channels.has(messageId)) {
      return failure(400, 160004, 'A thread has already been created for this message');
    }
  }
  const thread = addChannel(world, {
    ...(messageId === undefined ? {} : { id: messageId }),
    name: input.name,
    type: isPrivate ? 12 : 11,
    guildId: channel.guildId,
    parentId: channel.id,
    ownerId: world.bot.user.id,
    threadMembers: new Set([world.bot.user.id]),
  });
  tellThread(world, 'THREAD_CREATE', thread, { newly_created: true });
  return { status: 201, body: channelPayload(thread) };
}

interface ChannelInput {
  readonly archived?: boolean;
  readonly locked?: boolean;
}

function change(call: Call): Outcome {
  const reached = reach(call);
  if (reached.failed) return reached.failed;
  const { channel, granted } = reached;
  const own = isThread(channel) && channel.ownerId === call.world.bot.user.id;
  if (!own && !(granted & PermissionFlagsBits.ManageChannels)) return failures.missingPermissions;
  const { archived, locked } = call.body as ChannelInput;
  if (archived !== undefined) channel.archived = archived;
  if (locked !== undefined) channel.locked = locked;
  tellThread(call.world, isThread(channel) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel);
  return ok(channelPayload(channel));
}

function look(call: Call): Outcome {
  const reached = reach(call);
  return reached.failed ?? ok(channelPayload(reached.channel));
}

/** The bot joins or leaves a thread, or brings someone in. */
function membership(joins: boolean) {
  return (call: Call): Outcome => {
    const reached = reach(call);
    if (reached.failed) return reached.failed;
    const userId = call.params['user_id'] ?? call.world.bot.user.id;
    if (joins) reached.channel.threadMembers.add(userId);
    else reached.channel.threadMembers.delete(userId);
    call.world.waiting.changed();
    return nothing;
  };
}

const channel = '/channels/{channel_id}';
const member = `${channel}/thread-members`;

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: channel, needs: 'bot', handle: look },
  { method: 'PATCH', path: channel, needs: 'bot', handle: change },
  {
    method: 'POST',
    path: `${channel}/messages/{message_id}/threads`,
    needs: 'bot',
    handle: startThread,
  },
  { method: 'POST', path: `${channel}/threads`, needs: 'bot', handle: startThread },
  { method: 'PUT', path: `${member}/@me`, needs: 'bot', handle: membership(true) },
  { method: 'DELETE', path: `${member}/@me`, needs: 'bot', handle: membership(false) },
  { method: 'PUT', path: `${member}/{user_id}`, needs: 'bot', handle: membership(true) },
  { method: 'DELETE', path: `${member}/{user_id}`, needs: 'bot', handle: membership(false) },
];
