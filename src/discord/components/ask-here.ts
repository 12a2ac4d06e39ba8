import { MessageFlags } from 'discord.js';
import type { GuildSettings } from '../../domain/community.js';
import { answer, questionProblem } from '../answering.js';
import type { ComponentInteraction } from '../command.js';
import { mayAnswer } from '../commands/answering.js';
import { presentAskForm } from '../present/modals.js';
import { presentNotice } from '../present/notices.js';
import { button, modal } from './component.js';

/** A form for a question: text of a form reaches the bot without any privileged intent. */
export const askHere = button(
  { name: 'ask-here', acknowledge: 'modal' },
  async ({ interaction, texts }, [conversation = '']) => {
    await interaction.showModal(presentAskForm({ conversation, texts }));
  },
);

/** What was begun for one pair of eyes goes on so. */
function isHidden({ message }: ComponentInteraction, { answers }: GuildSettings): boolean {
  return answers === 'private' || message?.flags.has(MessageFlags.Ephemeral) === true;
}

export const askedHere = modal(
  {
    name: 'asked-here',
    asks: true,
    acknowledge: (interaction, settings) =>
      isHidden(interaction, settings) ? 'hidden-reply' : 'reply',
  },
  async (visit, [conversation = '']) => {
    const { interaction, settings, services, texts, reply } = visit;
    if (!(await mayAnswer(visit))) return;
    const question = interaction.fields.getTextInputValue('question').trim();
    const problem = questionProblem(question, texts);
    if (problem !== null) {
      await reply.whisper(presentNotice({ text: problem }));
      return;
    }
    await services.community.converse(conversation, null);
    await answer(visit, { question, conversation }, { hidden: isHidden(interaction, settings) });
  },
);
