import type { APIMessage } from 'discord.js';
import { describeWorld } from '../state/describe.js';
import { createMessage, dispatchMessage } from '../state/messages.js';
import type { WaitOptions } from '../state/waiting.js';
import type { FakeAccount, World } from '../state/world.js';
import { type ShownMessage, shownMessage } from './handle.js';
import type { FileValue } from './options.js';
import { channelAt, type Place } from './place.js';

export interface SayOptions extends Place {
  /** Puts a mention of the bot before the text. @default false */
  readonly mention?: boolean;
  /** The message that this one replies to. */
  readonly replyTo?: APIMessage;
  /** Whether a reply mentions the author of what it replies to. @default true */
  readonly ping?: boolean;
  readonly files?: readonly FileValue[];
}

/** A message of a person's, and what the bot made of it. */
export interface Said {
  readonly message: APIMessage;
  /** The bot's message of that number: a reply, or one after it in its channel or in a thread on these. */
  reply(index?: number, wait?: WaitOptions): Promise<ShownMessage>;
  /** The same once it is as asked. */
  replyUntil(fits: (message: ShownMessage) => boolean, wait?: WaitOptions): Promise<ShownMessage>;
  readonly replies: readonly ShownMessage[];
  /** Sends MESSAGE_CREATE again, as happens after a reconnection. */
  deliverAgain(): void;
}

export function say(world: World, account: FakeAccount, text: string, options: SayOptions): Said {
  const channel = channelAt(world, account, options);
  const { replyTo, ping = true, mention = false } = options;
  const repliedAuthor = replyTo && world.accounts.get(replyTo.author.id);
  const { payload } = createMessage(world, {
    channel,
    author: account,
    input: {
      content: mention ? `<@${world.bot.user.id}> ${text}` : text,
      ...(replyTo ? { message_reference: { message_id: replyTo.id } } : {}),
    },
    files: (options.files ?? []).map((file, index) => ({
      id: String(index),
      contentType: file.contentType ?? 'application/octet-stream',
      name: file.name,
      bytes: file.bytes,
    })),
    mentions: repliedAuthor && ping ? [repliedAuthor] : [],
  });

  const later = () =>
    [...world.messages.values()].filter(
      ({ payload: other, visibleTo, deleted }) =>
        !deleted &&
        visibleTo === null &&
        other.author.id === world.bot.user.id &&
        BigInt(other.id) > BigInt(payload.id),
    );
  const replies = () => {
    const candidates = later();
    const here = candidates.filter(({ payload: other }) => {
      const reference = other.message_reference?.message_id;
      return reference === undefined ? other.channel_id === channel.id : reference === payload.id;
    });
    // A thread has the id of the message that it stands on.
    const threads = new Set([payload.id, ...here.map((message) => message.payload.id)]);
    const inThreads = candidates.filter((message) => threads.has(message.payload.channel_id));
    return [...new Set([...here, ...inThreads])].map(shownMessage);
  };
  const describe = () => `${replies().length} replies; ${describeWorld(world)}`;
  const wait = <Value>(what: string, look: () => Value | undefined, given?: WaitOptions) =>
    world.waiting.until(`${what} to "${text.slice(0, 60)}"`, look, describe, given);

  return {
    message: payload,
    reply: (index = 0, given) => wait(`reply ${index}`, () => replies()[index], given),
    replyUntil: (fits, given) => wait('the reply as asked', () => replies().find(fits), given),
    get replies() {
      return replies();
    },
    deliverAgain: () => dispatchMessage(world, 'MESSAGE_CREATE', payload),
  };
}
