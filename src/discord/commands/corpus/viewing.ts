import type { SnapshotSummary } from '../../../domain/reports.js';
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

/**
 * Which snapshots are compared where not both are named: the current one with the one before it or,
 * after a rollback to the oldest, with the newest.
 */
function snapshotsToCompare(
  all: readonly Pick<SnapshotSummary, 'id' | 'createdAt' | 'current'>[],
  from: string | null,
  to: string | null,
): { readonly from: string; readonly to: string } | null {
  const ids = [...all].sort((a, b) => a.createdAt.localeCompare(b.createdAt)).map(({ id }) => id);
  const current = all.find((one) => one.current)?.id;
  if (from !== null) {
    const later = to ?? (current === from ? ids.at(-1) : current);
    return later === undefined || later === from ? null : { from, to: later };
  }
  const end = to ?? current;
  const before = end === undefined ? undefined : ids[ids.indexOf(end) - 1];
  if (end === undefined) return null;
  if (before !== undefined) return { from: before, to: end };
  const newest = ids.at(-1);
  return newest === undefined || newest === end || to !== null ? null : { from: end, to: newest };
}

export const diff: Deed = {
  named: ({ corpus }) => corpus.diff,
  options: [
    textOption(({ corpus }) => corpus.diff.options.from, { complete: snapshots }),
    textOption(({ corpus }) => corpus.diff.options.to, { complete: snapshots }),
  ],
  acknowledge: hidden,
  execute: async ({ interaction, services, texts, reply }) => {
    const { application } = services;
    const pair = snapshotsToCompare(
      await application.snapshots(),
      given(interaction, ({ corpus }) => corpus.diff.options.from),
      given(interaction, ({ corpus }) => corpus.diff.options.to),
    );
    const body = pair
      ? presentDifference({ difference: await application.diff(pair.from, pair.to), texts })
      : presentNotice({ text: texts.notices.nothingToCompare });
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
