import { presentForgotten } from '../present/about.js';
import { button } from './component.js';

export const forgetConfirm = button(
  { name: 'forget-confirm', acknowledge: 'hidden-reply' },
  async ({ asker, services, texts, reply }) => {
    const count = await services.community.forget(asker.user);
    await reply.send(presentForgotten({ count, texts }));
  },
);
