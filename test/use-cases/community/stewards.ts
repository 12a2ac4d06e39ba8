import { createMemoryStateStore } from '../../../src/adapters/memory/state-store.js';
import { AccordError } from '../../../src/domain/errors.js';
import type { RegisterChange, SnapshotSummary } from '../../../src/domain/reports.js';
import type { CorpusKeeper } from '../../../src/ports/corpus-keeper.js';
import type { Application } from '../../../src/use-cases/application.js';
import { createStewardship } from '../../../src/use-cases/community/create-stewardship.js';
import { createForbearing } from '../../../src/use-cases/community/forbearing.js';
import { createSettingsBook } from '../../../src/use-cases/community/settings-book.js';
import {
  accordDetailsOf,
  accordSummaryOf,
  fakeApplication,
  ingestReportOf,
} from '../../fakes/application.js';
import { recordingLogger } from './tools.js';

/** What the next ingest gives; `files` decide whether anything changed. */
export interface NextIngest {
  claims?: number;
  changes?: readonly RegisterChange[];
  failed?: readonly { readonly path: string; readonly reason: string }[];
  duplicates?: readonly { readonly path: string; readonly of: string }[];
  error?: Error;
  /** Waits for this, or for the signal. */
  until?: Promise<void>;
}

export const removal: RegisterChange = {
  accord: 'paris-call',
  participant: 'JPN',
  name: 'Japan',
  change: 'removed',
  before: 'participates',
  after: null,
};

/** A keeper that is a set of paths. */
function setKeeper(files: Set<string>): CorpusKeeper {
  const undos = new Map<string, () => void>();
  return {
    add: async ({ fileName }) => {
      files.add(fileName);
      undos.set(fileName, () => void files.delete(fileName));
      return { path: fileName, replaced: false };
    },
    remove: async (path) => {
      if (!files.delete(path)) throw new AccordError('not-found', `There is no ${path}.`);
      undos.set(path, () => void files.add(path));
    },
    undo: async (path) => {
      undos.get(path)?.();
      undos.delete(path);
    },
    list: async () => [...files].sort(),
  };
}

/**
 * Stewardship over a corpus that is a set of paths and an application whose snapshots are what the
 * corpus held; the first snapshot is current and has 100 claims.
 */
export function stewardshipOf(overrides: Partial<Application> = {}, first = true) {
  const files = new Set(['a.md', 'b.md']);
  const built = new Map<string, { files: string; claims: number }>();
  const contents = () => [...files].sort().join();
  if (first) built.set('s0', { files: contents(), claims: 100 });
  const state: { current: string | null; next: NextIngest } = {
    current: first ? 's0' : null,
    next: {},
  };
  const summaryOf = (id: string): SnapshotSummary => ({
    id,
    createdAt: '2026-03-01T10:00:00.000Z',
    current: id === state.current,
    articles: 2,
    passages: 5,
    claims: built.get(id)?.claims ?? 0,
    embedder: 'fake',
  });
  const application = fakeApplication({
    accords: async () => [accordSummaryOf({ participants: 2 })],
    accord: async () => accordDetailsOf(),
    snapshots: async () => [...built.keys()].map(summaryOf),
    rollback: async (id) => {
      if (!built.has(id)) throw new AccordError('not-found', `There is no snapshot ${id}.`);
      state.current = id;
      return summaryOf(id);
    },
    diff: async (from, to) => ({
      from,
      to,
      changes: [],
      articles: {
        added: (built.get(to)?.files ?? '').split(',').filter((path) => !path.startsWith('bad')),
        changed: [],
        removed: [],
      },
    }),
    ingest: async ({ signal, activate = true } = {}) => {
      const { claims = 100, changes = [], failed = [], duplicates = [], error, until } = state.next;
      if (until) {
        const aborted = new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
        await Promise.race([until, aborted]);
      }
      if (error) throw error;
      const now = state.current === null ? null : built.get(state.current);
      const same = now?.files === contents() && changes.length === 0 && claims === now.claims;
      const snapshot = same && state.current ? state.current : `s${built.size}`;
      built.set(snapshot, { files: contents(), claims });
      if (activate) state.current = snapshot;
      const articles = { ...ingestReportOf().articles, failed, duplicates };
      return ingestReportOf({ snapshot, claims, changes, articles });
    },
    ...overrides,
  });
  const store = createMemoryStateStore();
  const logger = recordingLogger();
  const now = () => new Date('2026-03-01T10:00:00Z');
  const forbearing = createForbearing({ logger });
  const settings = createSettingsBook({ store: store.settings, forbearing, now });
  const tools = {
    application,
    keeper: setKeeper(files),
    audit: store.audit,
    settings,
    logger,
    now,
  };
  const stewardship = createStewardship(tools);
  /** Acts and outcomes of the audit log, the newest first. */
  const acts = async () =>
    (await store.audit.list({ guild: null, limit: 99 })).map(
      ({ act, outcome }) => `${act} ${outcome}`,
    );
  return { stewardship, tools, state, files, built, settings, acts, store, logger };
}
