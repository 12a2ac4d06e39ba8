import { presentList } from '../../present/list.js';
import { answeringDeed } from '../answering.js';
import { accords, blocs } from '../completions.js';
import { given } from '../given.js';
import { textOption } from '../option.js';
import { fetchList, readListRequest } from './fetch-list.js';

export const missing = answeringDeed(
  {
    named: ({ signatories }) => signatories.missing,
    options: [
      textOption(({ signatories }) => signatories.missing.options.accord, {
        required: true,
        complete: accords,
      }),
      textOption(({ signatories }) => signatories.missing.options.bloc, { complete: blocs }),
    ],
  },
  async ({ interaction, services, texts }) => {
    const { list, query } = await fetchList(
      services.application,
      readListRequest([
        given(interaction, ({ signatories }) => signatories.missing.options.accord),
        'missing',
        given(interaction, ({ signatories }) => signatories.missing.options.bloc),
      ]),
    );
    return presentList({ list, query, page: 0, texts, withFile: false });
  },
);
