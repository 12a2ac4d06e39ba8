import { presentRolledBack } from '../../present/corpus-status.js';
import { presentReingested, presentRemoved } from '../../present/ingest.js';
import type { Deed } from '../chat-command.js';
import { files, snapshots } from '../completions.js';
import { flagged, given } from '../given.js';
import { flagOption, textOption } from '../option.js';
import { watchWork } from './watch-work.js';

/** Other stewards see what was done: they may cancel it, confirm it or take it back. */
const open = () => 'reply' as const;

export const reingest: Deed = {
  named: ({ corpus }) => corpus.reingest,
  options: [flagOption(({ corpus }) => corpus.reingest.options.dryRun)],
  acknowledge: open,
  execute: async (visit) => {
    const { interaction, asker, services, texts } = visit;
    const dryRun = flagged(interaction, ({ corpus }) => corpus.reingest.options.dryRun);
    await watchWork(visit, async (watched) => {
      const outcome = await services.stewardship.reingest(asker, { dryRun, ...watched });
      return presentReingested({ outcome, texts });
    });
  },
};

export const remove: Deed = {
  named: ({ corpus }) => corpus.remove,
  options: [
    textOption(({ corpus }) => corpus.remove.options.path, { required: true, complete: files }),
  ],
  acknowledge: open,
  execute: async (visit) => {
    const { interaction, asker, services, texts } = visit;
    const path = given(interaction, ({ corpus }) => corpus.remove.options.path) ?? '';
    await watchWork(
      visit,
      async () => {
        const outcome = await services.stewardship.remove(asker, path);
        return presentRemoved({ path, outcome, texts });
      },
      { cancellable: false },
    );
  },
};

export const rollback: Deed = {
  named: ({ corpus }) => corpus.rollback,
  options: [
    textOption(({ corpus }) => corpus.rollback.options.snapshot, {
      required: true,
      complete: snapshots,
    }),
  ],
  acknowledge: open,
  execute: async ({ interaction, asker, services, texts, reply }) => {
    const id = given(interaction, ({ corpus }) => corpus.rollback.options.snapshot) ?? '';
    const snapshot = await services.stewardship.rollback(asker, id);
    await reply.send(presentRolledBack({ snapshot, texts }));
  },
};
