import { AccordError } from '../domain/errors.js';
import type { Application } from '../use-cases/application.js';
import { createAcknowledging } from './acknowledging.js';
import { createBotClient, isConnected } from './client.js';
import { createConnection } from './client-connection.js';
import { systemClock } from './clock.js';
import { createRunningReingest } from './commands/corpus/running.js';
import { commands } from './commands/index.js';
import { components } from './components/index.js';
import { type DispatchTools, dispatchInteraction } from './dispatch.js';
import { dispatchMessage } from './dispatch-message.js';
import { createTargets } from './dispatch-targets.js';
import { createPromises, noPromises } from './promises.js';
import { createTelling } from './promises-telling.js';
import { createFairQueue } from './queue.js';
import { createRateLimits } from './rate-limits.js';
import { registerCommands } from './register-commands.js';
import { startChores } from './run-bot-chores.js';
import { listen } from './run-bot-listen.js';
import { type BotTools, measured } from './run-bot-product.js';
import { isFirst, keepersOf, limitsFor } from './shares.js';
import { shutDown } from './shutdown.js';
import { usualLimits } from './watchdog.js';

/** A running bot. */
export interface Bot {
  /** Resolves when it has stopped: null, or with what kept it from connecting. */
  readonly ended: Promise<string | null>;
  /** Stops it in order; called again, it is the same stop. */
  stop(): Promise<void>;
}

/** Questions that may wait, in all and of one server. */
const waiting = { most: 1_000, mostInLane: 250 } as const;

function queueFor({ options, product }: BotTools) {
  return createFairQueue({
    concurrency: options.concurrentQuestions,
    ...waiting,
    onChange: (waits, runs) => product.metrics.queue(waits, runs),
  });
}

/** Why no question can be answered, or null. */
function unanswerable(application: Pick<Application, 'accords'>): Promise<string | null> {
  return application.accords().then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof AccordError)) return String(error);
      return error.code === 'no-snapshot' ? 'no corpus was read yet' : error.message;
    },
  );
}

/** Starts the bot. Throws `bad-config` when there is no token or no status page can be opened. */
export async function runBot(tools: BotTools): Promise<Bot> {
  const { product, options, logger, version } = tools;
  const { metrics, application } = product;
  const token = options.token?.reveal();
  if (token === undefined) {
    throw new AccordError(
      'bad-config',
      "DISCORD_TOKEN is not set. Set it to the token from the page Bot of Discord's developer portal.",
    );
  }
  const clock = systemClock;
  const stopping = new AbortController();
  const abandoning = new AbortController();
  const queue = queueFor(tools);
  const running = new Set<Promise<void>>();
  let owners: ReadonlySet<string> = new Set();
  const { discordApi: api, discordGuild: guild, messageContent, shards } = options;
  const bodies = commands.map(({ data }) => data);
  const chores = startChores(product, {
    logger,
    clock,
    until: stopping.signal,
    register:
      options.registersCommands && isFirst(shards)
        ? () => registerCommands({ token, api, guild, commands: bodies, dryRun: false })
        : null,
  });
  const promises = product.promises
    ? createPromises({
        replies: product.promises,
        tell: createTelling({
          api,
          token,
          languageOf: async (server) => (await product.community.settings(server)).language,
        }),
        clock,
        logger,
      })
    : null;
  const dispatch: DispatchTools = {
    services: {
      application,
      community: measured(product.community, metrics),
      stewardship: product.stewardship,
      logger,
      metrics,
      version,
      now: () => new Date(),
      running: createRunningReingest(),
      fileOrigins: [new URL(options.discordApi).origin],
    },
    targets: createTargets(commands, components),
    limits: createRateLimits({
      user: options.userQuestions,
      guild: options.guildQuestions,
      ...(product.limiter ? { limiter: product.limiter } : {}),
    }),
    queue,
    promises: promises ?? noPromises,
    acknowledging: createAcknowledging(),
    clock,
    stopping: stopping.signal,
    abandoning: abandoning.signal,
    rights: () => ({ owners, keepsCorpus }),
    preparing: chores.preparing,
  };
  const keepsCorpus = keepersOf(options, () => connection.client()?.guilds.cache.size ?? 0);
  const track = (work: Promise<void>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  const handlers = {
    interaction: (one: Parameters<typeof dispatchInteraction>[0]) =>
      track(dispatchInteraction(one, dispatch)),
    message: (one: Parameters<typeof dispatchMessage>[0]) => track(dispatchMessage(one, dispatch)),
    left: (guild: string) => {
      product.forgetGuild(guild).catch((error: unknown) => {
        logger.warn('the settings of a server could not be removed', { error, guild });
      });
    },
    owners: (ids: ReadonlySet<string>) => {
      owners = ids;
    },
  };
  const connection = createConnection({
    token,
    logger,
    metrics,
    clock,
    limits: limitsFor(shards, usualLimits),
    random: Math.random,
    createClient: () =>
      createBotClient({ api, messageContent, shards, takeTurn: product.takeTurn }),
    listen: (client) => listen(client, handlers, logger),
  });
  const port = await product.statusPage?.open(async () => {
    const state = await product.checkState().then(() => null, String);
    const client = connection.client();
    const reasons = [
      client && isConnected(client) ? null : 'not connected to Discord',
      await unanswerable(application),
      state,
      stopping.signal.aborted ? 'stopping' : null,
    ].filter((reason) => reason !== null);
    return { ready: reasons.length === 0, reasons };
  });
  if (port !== undefined) logger.info('the status page is open', { port });

  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= shutDown(
      {
        refuse: () => stopping.abort(),
        finish: async () => {
          await queue.close();
          await Promise.all(running);
        },
        abandon: () => abandoning.abort(),
        close: [
          connection.stop,
          async () => product.statusPage?.close(),
          async () => promises?.close(),
          () => product.close(),
        ],
      },
      { seconds: options.shutdownSeconds, clock, logger },
    );
    return stopped;
  };
  const ended = connection.run().then(async (end) => {
    await stop();
    return end.kind === 'failed' ? end.message : null;
  });
  return { ended, stop };
}
