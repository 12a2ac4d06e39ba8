import { presentConflicts } from '../../present/conflicts.js';
import { presentCorpusStatus } from '../../present/corpus-status.js';
import { presentDifference } from '../../present/difference.js';
import { presentGaps } from '../../present/gaps.js';
import { presentNotice } from '../../present/notices.js';
import type { Deed } from '../chat-command.js';
import { accords, meant, snapshots } from '../completions.js';
import { given } from '../given.js';
import { textOption } from '../option.js';

const hidden = () => 'hidden-reply' as const;

/** Acts of admins that are shown. */
const shownActs = 10;

export const status: Deed = {
  named: ({ corpus }) => corpus.status,
  options: [],
  acknowledge: hidden,
  execute: async ({ asker, services, texts, reply }) => {
    const { application, stewardship } = services;
    const ready = await application.ready();
    const [listed, known, checks, audit, files] = await Promise.all([
      application.snapshots(),
      ready ? application.accords() : [],
      application.doctor(),
      stewardship.audit(asker.guild, shownActs),
      stewardship.files(),
    ]);
    await reply.send(
      presentCorpusStatus({ snapshots: listed, accords: known, checks, audit, files, texts }),
    );
  },
};

export const diff: Deed = {
  named: ({ corpus }) => corpus.diff,
  options: [
    textOption(({ corpus }) => corpus.diff.options.from, { complete: snapshots }),
    textOption(({ corpus }) => corpus.diff.options.to, { complete: snapshots }),
  ],
  acknowledge: hidden,
  execute: async ({ interaction, services, texts, reply }) => {
    const { application } = services;
    // Left out: from the one before to the current one.
    const newestFirst = [...(await application.snapshots())].sort((a, b) =>
      b.createdAt.localeCompare(a.createdAt),
    );
    const to =
      given(interaction, ({ corpus }) => corpus.diff.options.to) ??
      newestFirst.find((one) => one.current)?.id;
    const before = newestFirst.findIndex((one) => one.id === to) + 1;
    const from =
      given(interaction, ({ corpus }) => corpus.diff.options.from) ?? newestFirst[before]?.id;
    const body =
      from === undefined || to === undefined
        ? presentNotice({ text: texts.notices.nothingToCompare })
        : presentDifference({ difference: await application.diff(from, to), texts });
    await reply.send(body);
  },
};

export const conflicts: Deed = {
  named: ({ corpus }) => corpus.conflicts,
  options: [textOption(({ corpus }) => corpus.conflicts.options.accord, { complete: accords })],
  acknowledge: hidden,
  execute: async (visit) => {
    const { services, texts, reply } = visit;
    const { application } = services;
    const name = await meant(visit, 'accord', ({ corpus }) => corpus.conflicts.options.accord);
    const accord = name === null ? null : (await application.accord(name)).summary.id;
    const found = await application.conflicts(accord ?? undefined);
    await reply.send(presentConflicts({ conflicts: found, accord, page: 0, texts }));
  },
};

export const gaps: Deed = {
  named: ({ corpus }) => corpus.gaps,
  options: [],
  acknowledge: hidden,
  execute: async ({ asker, services, texts, reply }) => {
    await reply.send(presentGaps({ gaps: await services.community.gaps(asker.guild), texts }));
  },
};
