import { presentAnswer } from '../present/answer.js';
import { presentNotice } from '../present/notices.js';
import { presentSources } from '../present/sources.js';
import { button, pageOf } from './component.js';

/** The passages behind an answer, for whoever wants to see them. */
export const sources = button(
  { name: 'sources', acknowledge: 'hidden-reply' },
  async ({ services, texts, reply }, [id = '']) => {
    const asked = await services.community.asked(id);
    await reply.send(
      asked
        ? presentSources({ asked, texts, page: 0 })
        : presentNotice({ text: texts.notices.gone }),
    );
  },
);

export const sourcesPage = button(
  { name: 'sources-page', acknowledge: 'update' },
  async ({ services, texts, reply }, [id = '', page]) => {
    const asked = await services.community.asked(id);
    if (asked) await reply.send(presentSources({ asked, texts, page: pageOf(page) }));
    else await reply.whisper(presentNotice({ text: texts.notices.gone }));
  },
);

export const answerPage = button(
  { name: 'answer-page', acknowledge: 'update' },
  async ({ services, texts, reply }, [id = '', page, hidden]) => {
    const asked = await services.community.asked(id);
    if (asked) {
      const shown = { asked, texts, page: pageOf(page), hidden: hidden === '1' };
      await reply.send(presentAnswer(shown));
    } else await reply.whisper(presentNotice({ text: texts.notices.gone }));
  },
);
