import { statuses } from '../../../domain/answer.js';
import { participantTypes } from '../../../domain/participant.js';
import { readDay } from '../../options.js';
import { presentList } from '../../present/list.js';
import { presentNotice } from '../../present/notices.js';
import type { Texts } from '../../texts/texts.js';
import { answeringDeed } from '../answering.js';
import { accords, blocs, meant } from '../completions.js';
import { given } from '../given.js';
import { textOption } from '../option.js';
import { fetchList, readListRequest } from './fetch-list.js';

const words = <Value extends string>(
  values: readonly Value[],
  pick: (texts: Texts) => Readonly<Record<Value, string>>,
) => Object.fromEntries(values.map((value) => [value, (texts: Texts) => pick(texts)[value]]));

export const list = answeringDeed(
  {
    named: ({ signatories }) => signatories.list,
    options: [
      textOption(({ signatories }) => signatories.list.options.accord, {
        required: true,
        complete: accords,
      }),
      textOption(({ signatories }) => signatories.list.options.status, {
        choices: words(statuses, ({ choices }) => choices.statuses),
      }),
      textOption(({ signatories }) => signatories.list.options.bloc, { complete: blocs }),
      textOption(({ signatories }) => signatories.list.options.type, {
        choices: words(participantTypes, ({ choices }) => choices.types),
      }),
      textOption(({ signatories }) => signatories.list.options.asOf),
    ],
  },
  async (visit) => {
    const { interaction, services, texts } = visit;
    const asOf = given(interaction, ({ signatories }) => signatories.list.options.asOf);
    if (asOf !== null && readDay(asOf) === null) {
      return presentNotice({ text: texts.notices.badDate });
    }
    const { list: found, query } = await fetchList(
      services.application,
      readListRequest([
        await meant(visit, 'accord', ({ signatories }) => signatories.list.options.accord),
        given(interaction, ({ signatories }) => signatories.list.options.status),
        await meant(visit, 'bloc', ({ signatories }) => signatories.list.options.bloc),
        given(interaction, ({ signatories }) => signatories.list.options.type),
        asOf,
      ]),
    );
    return presentList({ list: found, query, page: 0, texts, withFile: false });
  },
);
