import { ApplicationCommandType } from 'discord.js';
import type { Command } from '../command.js';
import { presentCheck } from '../present/check.js';
import { presentNotice } from '../present/notices.js';
import { localisedName } from '../texts/languages.js';
import { mayAnswer } from './answering.js';
import { reach } from './chat-command.js';

/**
 * Holds a message against the register. Only whoever asks sees the outcome: nobody is corrected in
 * public by somebody else's click.
 */
export const check: Command = {
  data: {
    type: ApplicationCommandType.Message,
    ...localisedName(({ commands }) => commands.check.name),
    ...reach('everyone'),
  },
  audience: 'everyone',
  asks: true,
  acknowledge: () => 'hidden-reply',
  execute: async (visit) => {
    const { interaction, services, texts, reply } = visit;
    if (!interaction.isMessageContextMenuCommand() || !(await mayAnswer(visit))) return;
    const { content, embeds } = interaction.targetMessage;
    const shown = embeds.map((embed) => [embed.title, embed.description].join('\n'));
    const text = [content, ...shown].join('\n').trim();
    const body =
      text === ''
        ? presentNotice({ text: texts.check.nothing })
        : presentCheck({ report: await services.application.check(text), texts });
    await reply.send(body);
  },
};
