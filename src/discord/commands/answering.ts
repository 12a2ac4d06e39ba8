import type { GuildSettings } from '../../domain/community.js';
import type { Acknowledgement, Visit } from '../command.js';
import type { MessageBody } from '../message.js';
import { answersIn, type Located, placeOf } from '../placement.js';
import { presentNotice } from '../present/notices.js';
import type { Texts } from '../texts/texts.js';
import type { ChatVisit, Deed } from './chat-command.js';

/** Most channels that are pointed to. */
const mostChannels = 10;

/** Where the server lets the bot answer, for somebody who asked elsewhere. */
export function elsewhere(settings: GuildSettings, texts: Texts): MessageBody {
  const channels = settings.channels.slice(0, mostChannels).map((id) => `<#${id}>`);
  return presentNotice({ text: [texts.notices.notHere, '→', ...channels].join(' ') });
}

/** Answers are hidden where the server wants that, and where the bot may only point elsewhere. */
export function answerAcknowledgement(
  interaction: Located,
  settings: GuildSettings,
): Acknowledgement {
  const open = settings.answers === 'public' && answersIn(placeOf(interaction), settings);
  return open ? 'reply' : 'hidden-reply';
}

/** True when the bot may answer here; otherwise says where it may. */
export async function mayAnswer(visit: Visit<Located>): Promise<boolean> {
  const { interaction, settings, texts, reply } = visit;
  if (answersIn(placeOf(interaction), settings)) return true;
  await reply.send(elsewhere(settings, texts));
  return false;
}

/** A deed that answers out of the corpus with one message, in the channels where that is wanted. */
export function answeringDeed(
  deed: Pick<Deed, 'named' | 'options'>,
  answer: (visit: ChatVisit) => Promise<MessageBody>,
): Deed {
  return {
    ...deed,
    acknowledge: answerAcknowledgement,
    execute: async (visit) => {
      if (await mayAnswer(visit)) await visit.reply.send(await answer(visit));
    },
  };
}
