import { presentAnswer } from '../present/answer.js';
import { presentNotice } from '../present/notices.js';
import { button } from './component.js';

/** Posts a hidden answer for all to see; whoever asked decides that. */
export const share = button(
  { name: 'share', acknowledge: 'reply' },
  async ({ asker, services, texts, reply }, [id = '']) => {
    const asked = await services.community.asked(id);
    if (asked?.user !== asker.user) {
      await reply.whisper(presentNotice({ text: texts.notices.gone }));
      return;
    }
    const message = await reply.send(presentAnswer({ asked, texts, page: 0, hidden: false }));
    if (message === null) return;
    await services.community.converse(message, asked);
    await services.community.link(message, message);
  },
);
