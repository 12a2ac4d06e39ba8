import { presentList } from '../../present/list.js';
import { answeringDeed } from '../answering.js';
import { accords, blocs, meant } from '../completions.js';
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
  async (visit) => {
    const { services, texts } = visit;
    const { list, query } = await fetchList(
      services.application,
      readListRequest([
        await meant(visit, 'accord', ({ signatories }) => signatories.missing.options.accord),
        'missing',
        await meant(visit, 'bloc', ({ signatories }) => signatories.missing.options.bloc),
      ]),
    );
    return presentList({ list, query, page: 0, texts, withFile: false });
  },
);
