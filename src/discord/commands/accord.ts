import { presentAccord, presentAccords } from '../present/accords.js';
import { answeringDeed } from './answering.js';
import { chatCommandGroup } from './chat-command.js';
import { accords, meant } from './completions.js';
import { textOption } from './option.js';

const info = answeringDeed(
  {
    named: ({ accord }) => accord.info,
    options: [
      textOption(({ accord }) => accord.info.options.accord, { required: true, complete: accords }),
    ],
  },
  async (visit) => {
    const { services, texts } = visit;
    const name = (await meant(visit, 'accord', ({ accord }) => accord.info.options.accord)) ?? '';
    return presentAccord({ details: await services.application.accord(name), texts });
  },
);

const list = answeringDeed(
  { named: ({ accord }) => accord.list, options: [] },
  async ({ services, texts }) =>
    presentAccords({ accords: await services.application.accords(), texts }),
);

export const accord = chatCommandGroup(({ accord }) => accord, [info, list]);
