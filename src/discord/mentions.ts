import { type Message, MessageType } from 'discord.js';
import type { Community } from '../use-cases/community/community.js';
import { answer, questionProblem } from './answering.js';
import type { Visit } from './command.js';
import { elsewhere } from './commands/answering.js';
import { answersIn, placeOf } from './placement.js';
import { presentHelp } from './present/about.js';
import { presentNotice, presentThreadWelcome } from './present/notices.js';

/** What a message wants of the bot. */
export interface Address {
  /** The question; empty for a mere mention, or where Discord keeps the text from the bot. */
  readonly question: string;
  /** The conversation that it continues or begins: a thread's id, or a message's. */
  readonly conversation: string;
  /** `mention`: the bot was named. `conversation`: it was not, but this goes on with it. */
  readonly by: 'mention' | 'conversation';
}

type Conversations = Pick<Community, 'isConversation' | 'conversationOf'>;

/** The text without the mentions of the bot. */
function withoutMention(text: string, self: string): string {
  return text
    .replaceAll(new RegExp(`<@!?${self}>`, 'g'), ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

function isWritten({ author, webhookId, type }: Message): boolean {
  const byPerson = !author.bot && !author.system && webhookId === null;
  return byPerson && (type === MessageType.Default || type === MessageType.Reply);
}

/**
 * What a message wants of the bot, or null where it is none of its business: it is addressed by a
 * mention of itself (not of everyone, nor of a role), by a reply to a message of its own, in a
 * thread that it opened, and in direct messages.
 */
export async function addressOf(
  message: Message,
  conversations: Conversations,
): Promise<Address | null> {
  const self = message.client.user.id;
  if (!isWritten(message) || message.author.id === self) return null;
  const { mentions, reference, channel, channelId } = message;
  const named = mentions.users.has(self) && new RegExp(`<@!?${self}>`).test(message.content);
  const replies = mentions.repliedUser?.id === self && reference?.messageId !== undefined;
  const question = withoutMention(message.content, self);
  const by = named ? 'mention' : 'conversation';
  if (channel.isDMBased()) return { question, conversation: channelId, by };
  if (channel.isThread() && (await conversations.isConversation(channelId))) {
    return { question, conversation: channelId, by };
  }
  if (!named && !replies) return null;
  const earlier = reference?.messageId;
  const continued =
    replies && earlier !== undefined ? await conversations.conversationOf(earlier) : null;
  return { question, conversation: continued ?? message.id, by };
}

/** Shows that the bot is at work; nothing when it may not. */
function showTyping({ channel }: Message, { services }: Visit<Message>): void {
  if (!channel.isSendable()) return;
  channel.sendTyping().catch((error: unknown) => {
    services.logger.debug('typing could not be shown', { error });
  });
}

/**
 * Answers a message that is addressed to the bot. Without the privileged intent the text of a
 * message in a thread, or of a reply that pings nobody, is kept from the bot: then it says once how
 * to be reached.
 */
export async function handleMessage(visit: Visit<Message>, address: Address): Promise<void> {
  const { interaction: message, settings, services, texts, reply } = visit;
  const { question, conversation, by } = address;
  if (!answersIn(placeOf(message), settings)) {
    if (by === 'mention') await reply.whisper(elsewhere(settings, texts));
    return;
  }
  if (question === '') {
    if (by === 'mention') await reply.send(presentHelp({ texts }));
    else if (message.attachments.size + message.stickers.size === 0) {
      if (!(await services.community.takeUp(`unreadable ${conversation}`))) return;
      const welcome = presentThreadWelcome({ conversation, texts });
      await reply.send({ ...welcome, content: texts.notices.unreadable });
    }
    return;
  }
  const problem = questionProblem(question, texts);
  if (problem !== null) {
    await reply.send(presentNotice({ text: problem }));
    return;
  }
  showTyping(message, visit);
  await services.community.converse(conversation, null);
  await answer(visit, { question, conversation }, { hidden: false });
}
