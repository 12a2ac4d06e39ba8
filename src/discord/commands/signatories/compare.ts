import { presentComparison } from '../../present/comparison.js';
import { answeringDeed } from '../answering.js';
import { accords, blocs, meant } from '../completions.js';
import { withoutNulls } from '../given.js';
import { textOption } from '../option.js';

export const compare = answeringDeed(
  {
    named: ({ signatories }) => signatories.compare,
    options: [
      textOption(({ signatories }) => signatories.compare.options.a, {
        required: true,
        complete: accords,
      }),
      textOption(({ signatories }) => signatories.compare.options.b, {
        required: true,
        complete: accords,
      }),
      textOption(({ signatories }) => signatories.compare.options.bloc, { complete: blocs }),
    ],
  },
  async (visit) => {
    const { services, texts } = visit;
    const a =
      (await meant(visit, 'accord', ({ signatories }) => signatories.compare.options.a)) ?? '';
    const b =
      (await meant(visit, 'accord', ({ signatories }) => signatories.compare.options.b)) ?? '';
    const bloc = await meant(visit, 'bloc', ({ signatories }) => signatories.compare.options.bloc);
    const within = withoutNulls({ bloc });
    const comparison = await services.application.compare({ a, b, ...within });
    const query = { a: comparison.a.id, b: comparison.b.id, ...within };
    return presentComparison({ comparison, query, page: 0, texts });
  },
);
