import { presentAccord, presentAccords } from '../present/accords.js';
import { answeringDeed } from './answering.js';
import { chatCommandGroup } from './chat-command.js';
import { accords } from './completions.js';
import { given } from './given.js';
import { textOption } from './option.js';

const info = answeringDeed(
  {
    named: ({ accord }) => accord.info,
    options: [
      textOption(({ accord }) => accord.info.options.accord, { required: true, complete: accords }),
    ],
  },
  async ({ interaction, services, texts }) => {
    const name = given(interaction, ({ accord }) => accord.info.options.accord) ?? '';
    return presentAccord({ details: await services.application.accord(name), texts });
  },
);

const list = answeringDeed(
  { named: ({ accord }) => accord.list, options: [] },
  async ({ services, texts }) =>
    presentAccords({ accords: await services.application.accords(), texts }),
);

export const accord = chatCommandGroup(({ accord }) => accord, [info, list]);
