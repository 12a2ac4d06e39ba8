import { AccordError } from '../../domain/errors.js';
import type { IngestProgress, IngestReport } from '../../domain/reports.js';
import type { CorpusKeeper } from '../../ports/corpus-keeper.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';
import type { AuditLog } from '../../ports/state/audit-log.js';
import type { Application } from '../application.js';
import { alarmingIn } from './alarming.js';
import { type Auditor, createAuditor } from './audited.js';
import type { SettingsBook } from './settings-book.js';
import type { Reingested, Stewardship } from './stewardship.js';
import { createWaitingList, type WaitingList } from './waiting-list.js';

export interface StewardshipTools {
  readonly application: Pick<
    Application,
    'accord' | 'accords' | 'diff' | 'ingest' | 'rollback' | 'snapshots'
  >;
  readonly keeper: CorpusKeeper;
  readonly audit: AuditLog;
  readonly settings: SettingsBook;
  readonly logger: Logger;
  readonly metrics?: Pick<Metrics, 'error'>;
  readonly now: () => Date;
}

interface Building {
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Takes back the change of the corpus that is ingested. */
  readonly undo?: () => Promise<void>;
  /** Throws when what was built shows that the change of the corpus is of no use. */
  readonly examine?: (report: IngestReport, from: string | null) => Promise<void>;
}

type Build = (building: Building) => Promise<Reingested>;

const outcomeOf = ({ kind }: Reingested) => (kind === 'waiting' ? 'waiting' : 'done');

function told({ kind, report }: Reingested): string {
  if (kind === 'unchanged') return ': nothing changed';
  const changes = `${report.changes.length} changes of the register`;
  return `: snapshot ${report.snapshot} ${kind === 'current' ? 'is current' : 'waits'}, ${changes}`;
}

/** Builds aside, then makes current what nothing speaks against. */
function createBuild({ application }: StewardshipTools, waiting: WaitingList): Build {
  return async ({ dryRun = false, signal, onProgress, undo, examine }) => {
    const before = (await application.snapshots()).find(({ current }) => current) ?? null;
    const accords = before ? await application.accords().catch(() => []) : [];
    const report = await application.ingest({
      activate: false,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
    const { snapshot, changes, claims } = report;
    await examine?.(report, before?.id ?? null);
    if (snapshot === before?.id) return { kind: 'unchanged', report };
    const counts = { claimsBefore: before?.claims ?? 0, claimsAfter: claims };
    const { failed } = report.articles;
    const alarming = before ? alarmingIn({ changes, ...counts, accords, failed }) : [];
    if (dryRun || alarming.length > 0) {
      const prepared = { snapshot, from: before?.id ?? null, changes, ...counts, alarming };
      waiting.add({ prepared, undo: undo ?? null });
      return { kind: 'waiting', report, prepared };
    }
    signal?.throwIfAborted();
    await application.rollback(snapshot);
    waiting.settle(snapshot);
    return { kind: 'current', report };
  };
}

/** Throws `bad-file` when an added file gave the snapshot nothing. */
function assertRead(
  { application }: StewardshipTools,
  path: string,
): NonNullable<Building['examine']> {
  const refuse = (reason: string) => {
    const facts = { path, reason };
    throw new AccordError('bad-file', `${path} was not kept: ${reason}.`, { facts });
  };
  return async ({ snapshot, articles }, from) => {
    const twin = articles.duplicates.find((one) => one.path === path || one.of === path);
    if (twin) refuse(`its text is that of ${twin.path === path ? twin.of : twin.path}`);
    const reasons = articles.failed.filter((one) => one.path === path).map(({ reason }) => reason);
    if (snapshot === from && !path.endsWith('.csv')) refuse('nothing in it was read');
    if (reasons.length === 0) return;
    // A file that was read may still have a field that was not; it is in the snapshot then.
    if (from !== null && from !== snapshot && !path.endsWith('.csv')) {
      const difference = await application.diff(from, snapshot).catch(() => null);
      const { added = [], changed = [] } = difference?.articles ?? {};
      if (added.includes(path) || changed.includes(path)) return;
    }
    refuse(reasons.join('; '));
  };
}

/** Acts on prepared snapshots. */
function decisions(
  { application }: StewardshipTools,
  waiting: WaitingList,
  auditor: Auditor,
): Pick<Stewardship, 'confirm' | 'decline' | 'rollback'> {
  const activate = async (id: string) => {
    const result = await application.rollback(id);
    return { result, detail: '' };
  };
  return {
    confirm: (steward, snapshot) =>
      auditor.act(steward, 'reingest', `confirmed snapshot ${snapshot}`, async () => {
        const { from } = waiting.get(snapshot).prepared;
        const current = (await application.snapshots()).find((one) => one.current)?.id ?? null;
        if (current !== from) {
          throw new AccordError(
            'not-found',
            `Snapshot ${snapshot} was compared with ${from ?? 'nothing'}, but ${current ?? 'nothing'} is current now. Re-ingest to see what would change.`,
            { facts: { snapshot, from, current } },
          );
        }
        const done = await activate(snapshot);
        waiting.settle(snapshot);
        return done;
      }),
    decline: (steward, snapshot) =>
      auditor.act(steward, 'cancel-reingest', `declined snapshot ${snapshot}`, async () => {
        await waiting.get(snapshot).undo?.();
        waiting.remove(snapshot);
        return { result: undefined, detail: '' };
      }),
    rollback: (steward, snapshot) =>
      auditor.act(steward, 'rollback', `snapshot ${snapshot}`, () => activate(snapshot)),
  };
}

/** What keepers do, over the application and the folder of the corpus. */
export function createStewardship(tools: StewardshipTools): Stewardship {
  const { application, keeper, settings } = tools;
  const waiting = createWaitingList();
  const auditor = createAuditor(tools);
  const build = createBuild(tools, waiting);

  /** A change of the corpus whose ingest fails is taken back, and the failure told. */
  const changing = async (path: string, building: Building): Promise<Reingested> => {
    const undo = () => keeper.undo(path);
    try {
      return await build({ ...building, undo });
    } catch (error) {
      await undo().catch((cause: unknown) => {
        tools.logger.error('A change of the corpus could not be undone', { path, error: cause });
      });
      throw error;
    }
  };

  return {
    ...decisions(tools, waiting, auditor),
    reingest: (steward, options) =>
      auditor.act(
        steward,
        'reingest',
        options.dryRun ? 'dry run' : 're-ingest',
        async () => {
          const result = await build(options);
          return { result, detail: told(result), outcome: outcomeOf(result) };
        },
        { signal: options.signal },
      ),
    add: (steward, article, { signal }) =>
      auditor.act(
        steward,
        'add',
        article.fileName,
        async () => {
          const { path, replaced } = await keeper.add(article);
          const examine = assertRead(tools, path);
          const outcome = await changing(path, { examine, ...(signal ? { signal } : {}) });
          const detail = ` ${replaced ? 'replaced' : 'as'} ${path}${told(outcome)}`;
          return { result: { path, outcome }, detail, outcome: outcomeOf(outcome) };
        },
        { signal },
      ),
    remove: (steward, path) =>
      auditor.act(steward, 'remove', path, async () => {
        await keeper.remove(path);
        const result = await changing(path, {});
        return { result, detail: told(result), outcome: outcomeOf(result) };
      }),
    configure: ({ user, guild }, change) =>
      auditor.act(
        { user, guild },
        'settings',
        JSON.stringify(change),
        async () => {
          const named = change.defaultAccord;
          const known = named
            ? { defaultAccord: (await application.accord(named)).summary.id }
            : {};
          return { result: await settings.change(guild, { ...change, ...known }), detail: '' };
        },
        { alone: false },
      ),
    refuse: (steward, detail) =>
      auditor.note(steward, { act: 'refused', detail, outcome: 'failed' }),
    files: () => keeper.list(),
    audit: (guild, limit) => tools.audit.list({ guild, limit }),
  };
}
