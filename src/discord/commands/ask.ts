import type { ChatInputCommandInteraction } from 'discord.js';
import type { GuildSettings } from '../../domain/community.js';
import { answer, questionProblem } from '../answering.js';
import { readDay } from '../options.js';
import { presentNotice } from '../present/notices.js';
import { textsFor } from '../texts/languages.js';
import type { Texts } from '../texts/texts.js';
import { answerAcknowledgement, mayAnswer } from './answering.js';
import { chatCommand } from './chat-command.js';
import { accords, meant } from './completions.js';
import { flagged, given, withoutNulls } from './given.js';
import { flagOption, textOption } from './option.js';

type Interaction = ChatInputCommandInteraction;

function wordsOf(interaction: Interaction) {
  const asOf = given(interaction, ({ ask }) => ask.options.asOf);
  return {
    question: given(interaction, ({ ask }) => ask.options.question) ?? '',
    asOf: asOf === null ? null : readDay(asOf),
    badDate: asOf !== null && readDay(asOf) === null,
  };
}

function problemOf(interaction: Interaction, texts: Texts): string | null {
  const { question, badDate } = wordsOf(interaction);
  return badDate ? texts.notices.badDate : questionProblem(question, texts);
}

/** What goes wrong is told to the asker alone. */
function isHidden(interaction: Interaction, settings: GuildSettings): boolean {
  return (
    flagged(interaction, ({ ask }) => ask.options.private) ||
    answerAcknowledgement(interaction, settings) === 'hidden-reply' ||
    problemOf(interaction, textsFor(interaction.locale)) !== null
  );
}

export const ask = chatCommand(
  {
    named: ({ ask }) => ask,
    options: [
      textOption(({ ask }) => ask.options.question, { required: true }),
      textOption(({ ask }) => ask.options.accord, { complete: accords }),
      textOption(({ ask }) => ask.options.asOf),
      flagOption(({ ask }) => ask.options.private),
    ],
    acknowledge: (interaction, settings) =>
      isHidden(interaction, settings) ? 'hidden-reply' : 'reply',
    execute: async (visit) => {
      const { interaction, services, settings, texts, reply } = visit;
      if (!(await mayAnswer(visit))) return;
      const problem = problemOf(interaction, texts);
      if (problem !== null) {
        await reply.send(presentNotice({ text: problem }));
        return;
      }
      const { question, asOf } = wordsOf(interaction);
      const name = await meant(visit, 'accord', ({ ask }) => ask.options.accord);
      const accord = name === null ? null : (await services.application.accord(name)).summary.id;
      await answer(
        visit,
        { question, ...withoutNulls({ accord, asOf }) },
        { hidden: isHidden(interaction, settings) },
      );
    },
  },
  { asks: true },
);
