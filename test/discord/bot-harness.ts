import { createMemoryStateStore } from '../../src/adapters/memory/state-store.js';
import { createAcknowledging } from '../../src/discord/acknowledging.js';
import { createBotClient } from '../../src/discord/client.js';
import { type Connection, createConnection } from '../../src/discord/client-connection.js';
import { systemClock } from '../../src/discord/clock.js';
import type { Command, Component } from '../../src/discord/command.js';
import { createRunningReingest } from '../../src/discord/commands/corpus/running.js';
import { type DispatchTools, dispatchInteraction } from '../../src/discord/dispatch.js';
import { dispatchMessage } from '../../src/discord/dispatch-message.js';
import { createTargets } from '../../src/discord/dispatch-targets.js';
import { noPromises } from '../../src/discord/promises.js';
import { createFairQueue, type FairQueue } from '../../src/discord/queue.js';
import { createRateLimits } from '../../src/discord/rate-limits.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import { listen } from '../../src/discord/run-bot-listen.js';
import { usualLimits, type WatchdogLimits } from '../../src/discord/watchdog.js';
import type { Logger } from '../../src/ports/logger.js';
import type { Metrics } from '../../src/ports/metrics.js';
import { createCommunity } from '../../src/use-cases/community/create-community.js';
import { createForbearing } from '../../src/use-cases/community/forbearing.js';
import { createSettingsBook } from '../../src/use-cases/community/settings-book.js';
import type { Stewardship } from '../../src/use-cases/community/stewardship.js';
import { fakeApplication } from '../fakes/application.js';
import type { FakeDiscord } from '../fakes/discord/index.js';

const nothing = () => {};
const metrics: Metrics = {
  question: nothing,
  stage: nothing,
  interaction: nothing,
  error: nothing,
  gateway: nothing,
  queue: nothing,
  snapshot: nothing,
  limited: nothing,
};

export interface HarnessOptions {
  readonly commands?: readonly Command[];
  readonly components?: readonly Component[];
  readonly limits?: Partial<WatchdogLimits>;
  readonly questions?: { readonly user: number; readonly guild: number };
  readonly queue?: { readonly concurrency: number; readonly most: number };
  readonly tools?: Partial<DispatchTools>;
}

export interface TestBot {
  readonly connection: Connection;
  readonly queue: FairQueue;
  readonly ended: ReturnType<Connection['run']>;
  /** Messages of the log, warnings and errors, and what was refused to whom. */
  readonly complaints: string[];
  readonly stopping: AbortController;
  readonly abandoning: AbortController;
}

/** The bot's own machinery with commands of a test, connected to the fake. */
export async function startTestBot(
  fake: FakeDiscord,
  { commands = [], components = [], ...options }: HarnessOptions = {},
): Promise<TestBot> {
  const { api, token } = fake;
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  const logger: Logger = {
    debug: nothing,
    info: nothing,
    warn: complain,
    error: complain,
    with: () => logger,
  };
  const now = () => new Date();
  const store = createMemoryStateStore();
  const forbearing = createForbearing({ logger });
  const settings = createSettingsBook({ store: store.settings, forbearing, now });
  const application = fakeApplication();
  const community = createCommunity({ application, store, settings, forbearing, logger, now });
  const stewardship = {
    refuse: async (_steward: unknown, detail: string) => complain(`refused ${detail}`),
  } as unknown as Stewardship;
  const queue = createFairQueue({ concurrency: 4, most: 100, mostInLane: 100, ...options.queue });
  const stopping = new AbortController();
  const abandoning = new AbortController();
  const tools: DispatchTools = {
    services: {
      application,
      community,
      stewardship,
      logger,
      metrics,
      version: '0.0.0',
      now,
      running: createRunningReingest(),
      fileOrigins: [],
    },
    targets: createTargets(commands, components),
    limits: createRateLimits(options.questions ?? { user: 100, guild: 1_000 }),
    queue,
    promises: noPromises,
    acknowledging: createAcknowledging(),
    clock: systemClock,
    stopping: stopping.signal,
    abandoning: abandoning.signal,
    rights: () => ({ owners: new Set<string>(), keepsCorpus: () => true }),
    preparing: () => false,
    ...options.tools,
  };
  const data = commands.map((command) => command.data);
  await registerCommands({ api, token, guild: null, commands: data, dryRun: false });
  const connection = createConnection({
    token,
    logger,
    metrics,
    clock: systemClock,
    limits: { ...usualLimits, ...options.limits },
    random: () => 0,
    createClient: () => createBotClient({ api, messageContent: false }),
    listen: (client) =>
      listen(
        client,
        {
          interaction: (one) => void dispatchInteraction(one, tools),
          message: (one) => void dispatchMessage(one, tools),
          left: nothing,
          owners: nothing,
        },
        logger,
      ),
  });
  const ended = connection.run();
  return { connection, queue, ended, complaints, stopping, abandoning };
}
