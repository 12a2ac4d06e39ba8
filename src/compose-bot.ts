import { createFileKeeper } from './adapters/files/keeper/file-keeper.js';
import { createStatusPage } from './adapters/http-status/status-page.js';
import { createPrometheusMetrics } from './adapters/prometheus/prometheus-metrics.js';
import { createSqliteStateStore } from './adapters/sqlite/sqlite-state-store.js';
import { compose } from './compose.js';
import { composeDatabase } from './compose-database.js';
import { composeModel } from './compose-model.js';
import type { Config } from './config.js';
import type { BotProduct } from './discord/run-bot-product.js';
import type { Logger } from './ports/logger.js';
import { createCommunity } from './use-cases/community/create-community.js';
import { createStewardship } from './use-cases/community/create-stewardship.js';
import { createForbearing } from './use-cases/community/forbearing.js';
import { createSettingsBook } from './use-cases/community/settings-book.js';

/**
 * The product with what the bot needs besides: its state, its keepers, figures, a status page. Apart
 * from `compose`, so that the command does not load a database to answer one question.
 */
export async function composeBot(config: Config, logger: Logger): Promise<BotProduct> {
  const now = () => new Date();
  const metrics = createPrometheusMetrics();
  const database = await composeDatabase(config, logger);
  // Told of a switch, a process need not ask the database before every question.
  const unfollow = database?.snapshots.onSwitch(() => {});
  const store =
    database?.state ??
    createSqliteStateStore({ file: config.state, onNotice: (notice) => logger.warn(notice) });
  const model = await composeModel(config, logger, store.usage);
  const application = compose(config, logger, { ingestApart: true, model, database });
  const forbearing = createForbearing({ logger, metrics });
  const settings = createSettingsBook({ store: store.settings, forbearing, now });
  const {
    corpus: folder,
    maxFileBytes,
    retentionDays,
    statusHost: host,
    statusPort: port,
  } = config;
  const knownAccords = () =>
    application.accords().then(
      (accords) => accords.map(({ id }) => id),
      () => [],
    );
  const keeper = createFileKeeper({
    folder,
    maxFileBytes,
    except: config.data,
    knownAccords,
    now,
  });
  const shared = { application, settings, logger, metrics, now };
  return {
    application,
    community: createCommunity({ ...shared, store, forbearing, retentionDays }),
    stewardship: createStewardship({ ...shared, keeper, audit: store.audit }),
    metrics,
    statusPage: port === null ? null : createStatusPage({ host, port, metrics }),
    checkState: () => store.check(),
    forgetGuild: (guild) => store.settings.remove(guild),
    ...(database
      ? { limiter: database.limiter, takeTurn: database.takeTurn, promises: database.promises }
      : {}),
    close: async () => {
      await unfollow?.();
      await application.close();
      await store.close();
    },
  };
}
