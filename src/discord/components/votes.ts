import { presentWrongForm } from '../present/modals.js';
import { presentNotice } from '../present/notices.js';
import { button, modal } from './component.js';

/** Longest comment that is kept, in characters. */
const longestComment = 1000;

/** 👍 is kept and thanked for; 👎 asks at once what is wrong. */
export const vote = button(
  {
    name: 'vote',
    acknowledge: (_interaction, _settings, [direction]) =>
      direction === 'down' ? 'modal' : 'hidden-reply',
  },
  async ({ interaction, asker, services, texts, reply }, [direction, id = '']) => {
    const { community } = services;
    const down = direction === 'down';
    // The form comes first: it has to be open within 3 s, whatever the store is doing.
    if (down) await interaction.showModal(presentWrongForm({ id, texts }));
    await community.vote({
      answer: id,
      user: asker.user,
      vote: down ? 'down' : 'up',
      comment: null,
    });
    if (!down) await reply.send(presentNotice({ text: texts.thanks }));
  },
);

export const wrong = modal(
  { name: 'wrong', acknowledge: 'hidden-reply' },
  async ({ interaction, asker, services, texts, reply }, [id = '']) => {
    const comment = interaction.fields.getTextInputValue('comment').trim().slice(0, longestComment);
    const voter = { answer: id, user: asker.user, vote: 'down' as const };
    await services.community.vote({ ...voter, comment: comment === '' ? null : comment });
    await reply.send(presentNotice({ text: texts.thanks }));
  },
);
