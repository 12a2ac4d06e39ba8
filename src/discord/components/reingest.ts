import type { ButtonInteraction } from 'discord.js';
import type { MessageBody } from '../message.js';
import { presentNotice } from '../present/notices.js';
import { button } from './component.js';

/** The report stays to be read; its buttons have done their work. */
function withoutButtons({ message }: ButtonInteraction, content: string): MessageBody {
  return { content, embeds: message.embeds.map((embed) => embed.toJSON()), components: [] };
}

export const reingestCancel = button(
  { name: 'reingest-cancel', audience: 'stewards', acknowledge: 'hidden-reply' },
  async ({ asker, services, texts, reply }) => {
    const found = services.running.cancel(asker);
    const text = found ? texts.corpus.cancelling : texts.notices.notRunning;
    await reply.send(presentNotice({ text }));
  },
);

export const reingestConfirm = button(
  { name: 'reingest-confirm', audience: 'stewards', acknowledge: 'update' },
  async ({ interaction, asker, services, texts, reply }, [id = '']) => {
    await services.stewardship.confirm(asker, id);
    await reply.send(withoutButtons(interaction, texts.corpus.current));
  },
);

export const reingestDecline = button(
  { name: 'reingest-decline', audience: 'stewards', acknowledge: 'update' },
  async ({ interaction, asker, services, texts, reply }, [id = '']) => {
    await services.stewardship.decline(asker, id);
    await reply.send(withoutButtons(interaction, texts.corpus.declined));
  },
);
