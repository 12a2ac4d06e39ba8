import { type APIMessage, type APIMessageReference, GatewayIntentBits } from 'discord.js';
import { type MessageInput, messageFlags, type SentFile } from '../rules/message-input.js';
import { memberPayload } from './payloads.js';
import type { FakeAccount, FakeChannel, FakeMessage, World } from './world.js';

export interface NewMessage {
  readonly channel: FakeChannel;
  readonly author: FakeAccount;
  readonly input: MessageInput;
  readonly files?: readonly SentFile[];
  readonly visibleTo?: string | null;
  readonly interactionToken?: string | null;
  readonly loading?: boolean;
  /** Fields of the message besides those of the input. */
  readonly extra?: Partial<APIMessage>;
  /** Whom it mentions besides those named in its content: the author of what it replies to. */
  readonly mentions?: readonly FakeAccount[];
}

function storeFiles(world: World, channel: FakeChannel, files: readonly SentFile[]) {
  return files.map((file) => {
    const id = world.snowflakes();
    const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(file.name)}`;
    const attachment = {
      id,
      filename: file.name,
      size: file.bytes.length,
      url: world.origin + path,
      proxy_url: world.origin + path,
      content_type: file.contentType,
    };
    world.files.set(path, { attachment, bytes: file.bytes });
    return attachment;
  });
}

/** Stores a file as if uploaded with a command; gives its attachment. */
export function storeFile(world: World, channel: FakeChannel, file: SentFile) {
  const [attachment] = storeFiles(world, channel, [file]);
  if (!attachment) throw new Error('One file makes one attachment');
  return attachment;
}

function mentionsIn(world: World, input: MessageInput, author: FakeAccount) {
  const named = [...(input.content ?? '').matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '');
  const allowed = input.allowed_mentions;
  const may = (id: string) =>
    !author.user.bot || !allowed || allowed.parse?.includes('users') || allowed.users?.includes(id);
  return [...new Set(named)].filter(may).flatMap((id) => world.accounts.get(id) ?? []);
}

/** Makes a message and tells the gateway, unless only one person sees it. */
export function createMessage(world: World, made: NewMessage): FakeMessage {
  const { channel, author, input } = made;
  const reference = input.message_reference;
  const replied = reference ? world.messages.get(reference.message_id) : undefined;
  const flags =
    (input.flags ?? 0) | (made.loading ? 128 : 0) | (made.visibleTo ? messageFlags.ephemeral : 0);
  const mentioned = new Map(
    [...mentionsIn(world, input, author), ...(made.mentions ?? [])].map(({ user }) => [
      user.id,
      user,
    ]),
  );
  const payload = {
    id: world.snowflakes(),
    channel_id: channel.id,
    author: author.user,
    content: input.content?.trim() ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [...mentioned.values()],
    mention_roles: [],
    attachments: storeFiles(world, channel, made.files ?? []),
    embeds: (input.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' })),
    components: input.components ?? [],
    pinned: false,
    type: reference ? 19 : 0,
    flags,
    ...(input.nonce === undefined ? {} : { nonce: input.nonce }),
    ...(reference ? referenceOf(channel, reference.message_id) : {}),
    ...(replied ? { referenced_message: replied.payload } : {}),
    ...made.extra,
  } as APIMessage;
  const message: FakeMessage = {
    payload,
    visibleTo: made.visibleTo ?? null,
    interactionToken: made.interactionToken ?? null,
    past: [],
    loading: made.loading ?? false,
    deleted: false,
  };
  world.messages.set(payload.id, message);
  channel.lastMessageId = payload.id;
  if (author.user.bot) channel.archived = false;
  tell(world, 'MESSAGE_CREATE', message);
  return message;
}

function referenceOf(channel: FakeChannel, messageId: string) {
  const message_reference = {
    type: 0,
    message_id: messageId,
    channel_id: channel.id,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
  } as APIMessageReference;
  return { message_reference };
}

/** Changes a message; what the input leaves out stays, and the first change ends "is thinking". */
export function editMessage(
  world: World,
  message: FakeMessage,
  input: MessageInput,
  files: readonly SentFile[] = [],
): void {
  const channel = world.channels.get(message.payload.channel_id);
  const before = message.payload;
  if (!channel) return;
  const sent = new Set(files.map(({ id }) => id));
  const kept = input.attachments
    ? before.attachments.filter(({ id }) =>
        input.attachments?.some((entry) => String(entry.id) === id && !sent.has(id)),
      )
    : before.attachments;
  const wasLoading = message.loading;
  message.past.push(before);
  message.payload = {
    ...before,
    ...(input.content === undefined ? {} : { content: input.content?.trim() ?? '' }),
    ...(input.embeds === undefined
      ? {}
      : { embeds: (input.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' })) }),
    ...(input.components === undefined ? {} : { components: input.components ?? [] }),
    attachments: [...kept, ...storeFiles(world, channel, files)],
    flags: ((before.flags ?? 0) & ~128) | ((input.flags ?? 0) & ~messageFlags.ephemeral),
    edited_timestamp: wasLoading ? null : new Date(world.now()).toISOString(),
  } as APIMessage;
  message.loading = false;
  tell(world, 'MESSAGE_UPDATE', message);
}

export function deleteMessage(world: World, message: FakeMessage): void {
  message.deleted = true;
  const { id, channel_id } = message.payload;
  const guildId = world.channels.get(channel_id)?.guildId ?? null;
  if (message.visibleTo === null) {
    world.dispatch({
      type: 'MESSAGE_DELETE',
      guildId,
      intents: messageIntent(guildId),
      dataFor: () => ({ id, channel_id, ...(guildId === null ? {} : { guild_id: guildId }) }),
    });
  }
  world.waiting.changed();
}

function messageIntent(guildId: string | null): number {
  return guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

/**
 * A message as the bot sees it. Without the privileged intent its content, embeds, components and
 * files are kept from it, unless it wrote the message, is mentioned or reads a direct message.
 */
function seenByBot(world: World, payload: APIMessage, guildId: string | null, intents: number) {
  const open =
    guildId === null ||
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    payload.author.id === world.bot.user.id ||
    payload.mentions.some(({ id }) => id === world.bot.user.id);
  return open ? payload : { ...payload, content: '', embeds: [], attachments: [], components: [] };
}

function tell(world: World, type: string, message: FakeMessage) {
  world.waiting.changed();
  if (message.visibleTo !== null) return;
  const { payload } = message;
  dispatchMessage(world, type, payload);
}

/** Tells the sessions of a message, with what each may see of it. */
export function dispatchMessage(world: World, type: string, payload: APIMessage): void {
  const channel = world.channels.get(payload.channel_id);
  const guildId = channel?.guildId ?? null;
  const member =
    guildId === null ? undefined : world.guilds.get(guildId)?.members.get(payload.author.id);
  world.dispatch({
    type,
    guildId,
    intents: messageIntent(guildId),
    dataFor: (intents) => {
      const { referenced_message: replied, ...rest } = payload;
      const { user: _, ...withoutUser } = member ? memberPayload(member) : { user: undefined };
      return {
        ...seenByBot(world, rest as APIMessage, guildId, intents),
        ...(replied ? { referenced_message: seenByBot(world, replied, guildId, intents) } : {}),
        channel_type: channel?.type,
        ...(guildId === null ? {} : { guild_id: guildId }),
        ...(member ? { member: withoutUser } : {}),
      };
    },
  });
}
