import { type ButtonInteraction, DiscordAPIError, MessageFlags } from 'discord.js';
import type { AskedQuestion } from '../../domain/community.js';
import { cleanLine } from '../clean.js';
import type { Visit } from '../command.js';
import { limits } from '../limits.js';
import { clip } from '../measure.js';
import { presentNotice, presentThreadWelcome } from '../present/notices.js';
import { channelMessage } from '../respond-payload.js';
import { button } from './component.js';

type Following = Visit<ButtonInteraction>;

/** Where a follow-up goes: to a thread of its own where the message can have one. */
function wayOf({ message, channel }: ButtonInteraction): 'alone' | 'here' | 'thread' {
  if (message.flags.has(MessageFlags.Ephemeral)) return 'alone';
  return channel !== null && !channel.isDMBased() && 'threads' in channel ? 'thread' : 'here';
}

/** Goes on in the conversation that the answer belongs to, by a form. */
async function followHere(
  { interaction, services, texts, reply }: Following,
  asked: AskedQuestion,
  text?: string,
): Promise<void> {
  const { community } = services;
  const alone = wayOf(interaction) === 'alone';
  const key = alone ? asked.id : interaction.message.id;
  const conversation = (await community.conversationOf(key)) ?? key;
  await community.converse(conversation, asked);
  const welcome = presentThreadWelcome({ conversation, texts });
  await reply.send(text === undefined ? welcome : { ...welcome, content: text });
}

/** Discord's code for a message that has a thread already. */
const hasThreadAlready = 160004;

/** Opens a thread, unless there is one. It has the id of the message that it begins with. */
async function openThread(
  { interaction, texts }: Following,
  { question }: AskedQuestion,
): Promise<{ readonly thread: string; readonly isNew: boolean }> {
  const { message } = interaction;
  const there = { thread: message.id, isNew: false };
  if (message.hasThread) return there;
  const name = clip(cleanLine(question), limits.thread.name) || texts.thread.name;
  try {
    await message.startThread({ name });
    return { ...there, isNew: true };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === hasThreadAlready) return there;
    throw error;
  }
}

async function followInThread(visit: Following, asked: AskedQuestion): Promise<void> {
  const { interaction, services, texts, reply } = visit;
  try {
    const { thread, isNew } = await openThread(visit, asked);
    await services.community.converse(thread, asked);
    const channel = isNew ? await interaction.client.channels.fetch(thread) : null;
    if (channel?.isSendable()) {
      const welcome = presentThreadWelcome({ conversation: thread, texts });
      await channel.send(channelMessage(welcome));
    }
    await reply.send(presentNotice({ text: `<#${thread}>` }));
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error;
    services.logger.info('a thread could not be opened', { error });
    await followHere(visit, asked, texts.notices.noThread);
  }
}

/** Goes on from an answer: in a thread, or by a form where there can be none. */
export const follow = button(
  {
    name: 'follow',
    acknowledge: (interaction) =>
      interaction.isButton() && wayOf(interaction) === 'here' ? 'reply' : 'hidden-reply',
  },
  async (visit, [id = '']) => {
    const { interaction, services, texts, reply } = visit;
    const asked = await services.community.asked(id);
    if (!asked) await reply.send(presentNotice({ text: texts.notices.gone }));
    else if (wayOf(interaction) === 'thread') await followInThread(visit, asked);
    else await followHere(visit, asked);
  },
);
