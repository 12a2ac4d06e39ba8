import { presentRecord } from '../../present/record.js';
import { answeringDeed } from '../answering.js';
import { accords, meant, participants } from '../completions.js';
import { withoutNulls } from '../given.js';
import { textOption } from '../option.js';

export const status = answeringDeed(
  {
    named: ({ signatories }) => signatories.status,
    options: [
      textOption(({ signatories }) => signatories.status.options.participant, {
        required: true,
        complete: participants,
      }),
      textOption(({ signatories }) => signatories.status.options.accord, { complete: accords }),
    ],
  },
  async (visit) => {
    const { services, texts } = visit;
    const participant =
      (await meant(
        visit,
        'participant',
        ({ signatories }) => signatories.status.options.participant,
      )) ?? '';
    const accord = await meant(
      visit,
      'accord',
      ({ signatories }) => signatories.status.options.accord,
    );
    const within = withoutNulls({ accord });
    const record = await services.application.participant({ participant, ...within });
    const query = { participant: record.id, ...within };
    return presentRecord({ record, query, page: 0, texts });
  },
);
