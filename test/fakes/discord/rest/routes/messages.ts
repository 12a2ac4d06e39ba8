import { PermissionFlagsBits } from 'discord.js';
import type { MessageInput } from '../../rules/message-input.js';
import { checkMessage } from '../../rules/messages.js';
import { createMessage, deleteMessage, editMessage } from '../../state/messages.js';
import { has } from '../../state/permissions.js';
import type { FakeMessage } from '../../state/world.js';
import {
  type Call,
  failure,
  failures,
  nothing,
  type Outcome,
  ok,
  type Route,
  refuse,
} from '../call.js';
import { reach, toSend } from './access.js';

/** The message of a call, as the bot reaches it through its channel: never an ephemeral one. */
function messageOf({ world, params }: Call): FakeMessage | undefined {
  const message = world.messages.get(params['message_id'] ?? '');
  const hidden = !message || message.deleted || message.visibleTo !== null;
  return hidden || message.payload.channel_id !== params['channel_id'] ? undefined : message;
}

/** With `enforce_nonce` the message that the bot made with the same nonce stands for the new one. */
function sameNonce({ world }: Call, nonce: string | number | undefined) {
  return [...world.messages.values()].find(
    ({ payload }) =>
      nonce !== undefined && payload.nonce === nonce && payload.author.id === world.bot.user.id,
  );
}

function create(call: Call): Outcome {
  const input = (call.body ?? {}) as MessageInput;
  const reached = reach(call, toSend);
  if (reached.failed) return reached.failed;
  const { channel, granted } = reached;
  const lacksFiles = call.files.length > 0 && !has(granted, PermissionFlagsBits.AttachFiles);
  const lacksEmbeds =
    (input.embeds?.length ?? 0) > 0 && !has(granted, PermissionFlagsBits.EmbedLinks);
  if (lacksFiles || lacksEmbeds) return failures.missingPermissions;
  const replied = input.message_reference?.message_id;
  if (replied !== undefined) {
    if (!has(granted, PermissionFlagsBits.ReadMessageHistory)) {
      return failure(400, 160002, 'Cannot reply without permission to read message history');
    }
    const there = call.world.messages.get(replied);
    if (!there || there.deleted) {
      const errors = { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } };
      return failure(400, 50035, 'Invalid Form Body', errors);
    }
  }
  if (channel.locked) return failure(400, 160005, 'Thread is locked');
  const complaints = checkMessage({
    input,
    files: call.files,
    before: null,
    mayBeEphemeral: false,
  });
  if (complaints.length > 0) return refuse(call, complaints);
  const { world, files } = call;
  const twin = input.enforce_nonce === true ? sameNonce(call, input.nonce) : undefined;
  if (twin) return ok(twin.payload);
  return ok(createMessage(world, { channel, author: world.bot, input, files }).payload);
}

function edit(call: Call): Outcome {
  const input = (call.body ?? {}) as MessageInput;
  const reached = reach(call);
  if (reached.failed) return reached.failed;
  const message = messageOf(call);
  if (!message) return failures.unknownMessage;
  if (message.payload.author.id !== call.world.bot.user.id) return failures.notOwnMessage;
  const { files } = call;
  const complaints = checkMessage({ input, files, before: message.payload, mayBeEphemeral: false });
  if (complaints.length > 0) return refuse(call, complaints);
  editMessage(call.world, message, input, files);
  return ok(message.payload);
}

function remove(call: Call): Outcome {
  const reached = reach(call);
  if (reached.failed) return reached.failed;
  const message = messageOf(call);
  if (!message) return failures.unknownMessage;
  const own = message.payload.author.id === call.world.bot.user.id;
  if (!own && !has(reached.granted, PermissionFlagsBits.ManageMessages)) {
    return failures.missingPermissions;
  }
  deleteMessage(call.world, message);
  return nothing;
}

function one(call: Call): Outcome {
  const reached = reach(call, () => PermissionFlagsBits.ReadMessageHistory);
  if (reached.failed) return reached.failed;
  const message = messageOf(call);
  return message ? ok(withoutForeignContent(call, message)) : failures.unknownMessage;
}

/** REST, too, keeps the content of others from a bot without the intent; here it never has it. */
function withoutForeignContent({ world, params }: Call, { payload }: FakeMessage) {
  const direct = world.channels.get(params['channel_id'] ?? '')?.guildId === null;
  const open =
    direct ||
    payload.author.id === world.bot.user.id ||
    payload.mentions.some(({ id }) => id === world.bot.user.id);
  return open ? payload : { ...payload, content: '', embeds: [], attachments: [], components: [] };
}

function list(call: Call): Outcome {
  const reached = reach(call);
  if (reached.failed) return reached.failed;
  if (!has(reached.granted, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
  const limit = Number(call.query.get('limit') ?? 50);
  const before = call.query.get('before');
  const after = call.query.get('after');
  const found = [...call.world.messages.values()].filter(
    ({ payload, deleted, visibleTo }) =>
      payload.channel_id === reached.channel.id &&
      !deleted &&
      visibleTo === null &&
      (before === null || BigInt(payload.id) < BigInt(before)) &&
      (after === null || BigInt(payload.id) > BigInt(after)),
  );
  return ok(
    found
      .reverse()
      .slice(0, limit)
      .map((message) => withoutForeignContent(call, message)),
  );
}

function type(call: Call): Outcome {
  const reached = reach(call, toSend);
  if (reached.failed) return reached.failed;
  call.world.typing.push({ channelId: reached.channel.id, at: call.world.now() });
  call.world.waiting.changed();
  return nothing;
}

const messages = '/channels/{channel_id}/messages';
const message = `${messages}/{message_id}`;

export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: messages, needs: 'bot', handle: create },
  { method: 'GET', path: messages, needs: 'bot', handle: list },
  { method: 'GET', path: message, needs: 'bot', handle: one },
  { method: 'PATCH', path: message, needs: 'bot', handle: edit },
  { method: 'DELETE', path: message, needs: 'bot', handle: remove },
  { method: 'POST', path: '/channels/{channel_id}/typing', needs: 'bot', handle: type },
];
