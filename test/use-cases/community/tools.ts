import { createMemoryStateStore } from '../../../src/adapters/memory/state-store.js';
import { AccordError } from '../../../src/domain/errors.js';
import type { LogFacts, Logger } from '../../../src/ports/logger.js';
import type { StateStore } from '../../../src/ports/state/state-store.js';
import type { Application } from '../../../src/use-cases/application.js';
import { createCommunity } from '../../../src/use-cases/community/create-community.js';
import { createForbearing } from '../../../src/use-cases/community/forbearing.js';
import { createSettingsBook } from '../../../src/use-cases/community/settings-book.js';
import { fakeApplication } from '../../fakes/application.js';

export interface Line {
  readonly message: string;
  readonly facts: LogFacts | undefined;
}

export function recordingLogger(): Logger & { readonly errors: Line[] } {
  const errors: Line[] = [];
  const logger: Logger & { readonly errors: Line[] } = {
    errors,
    debug: () => {},
    info: () => {},
    warn: (message, facts) => void errors.push({ message, facts }),
    error: (message, facts) => void errors.push({ message, facts }),
    with: () => logger,
  };
  return logger;
}

/** A store of which every call fails, or never ends. */
export function brokenStore(how: 'fails' | 'hangs'): StateStore {
  const call = () =>
    how === 'hangs'
      ? new Promise<never>(() => {})
      : Promise.reject(new AccordError('state-unavailable', 'The disk is full.'));
  const part = new Proxy({}, { get: () => call });
  const parts = new Set(['settings', 'questions', 'conversations', 'audit', 'deliveries', 'usage']);
  return new Proxy({} as StateStore, {
    get: (_target, name) => (parts.has(String(name)) ? part : call),
  });
}

/** A community over a memory store and a fake application, on 1 March 2026. */
export function communityOf({
  store = createMemoryStateStore(),
  application = {},
  retentionDays = 90,
}: {
  readonly store?: StateStore;
  readonly application?: Partial<Application>;
  readonly retentionDays?: number;
} = {}) {
  const clock = { now: Date.parse('2026-03-01T10:00:00Z') };
  const now = () => new Date(clock.now);
  const logger = recordingLogger();
  const counted: string[] = [];
  const metrics = { error: (kind: string) => void counted.push(kind) };
  const forbearing = createForbearing({ logger, metrics });
  const settings = createSettingsBook({ store: store.settings, forbearing, now });
  const fake = fakeApplication(application);
  const community = createCommunity({
    application: fake,
    store,
    settings,
    forbearing,
    logger,
    now,
    retentionDays,
  });
  return { community, settings, store, clock, logger, counted, application: fake };
}
