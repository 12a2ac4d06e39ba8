import type { Logger } from '../ports/logger.js';
import type { Clock } from './clock.js';
import type { RegistrationChange } from './register-commands-compare.js';
import type { BotProduct } from './run-bot-product.js';

/** What goes on besides answering. */
export interface Chores {
  /** True while the first corpus is read. */
  preparing(): boolean;
}

const minute = 60_000;
const day = 24 * 60 * minute;

async function repeat(
  everyMs: number,
  work: () => Promise<void>,
  clock: Clock,
  until: AbortSignal,
) {
  while (!until.aborted) {
    await work();
    await clock.sleep(everyMs, until);
  }
}

/**
 * Registers the commands, reads the corpus when nothing was ingested yet, tells the figures which snapshot answers, and
 * removes what is too old. None of it keeps the bot from answering, or from stopping.
 */
export function startChores(
  product: BotProduct,
  tools: {
    readonly logger: Logger;
    readonly clock: Clock;
    readonly until: AbortSignal;
    /** Null: they are registered by other means. */
    readonly register: (() => Promise<readonly RegistrationChange[]>) | null;
  },
): Chores {
  const { application, community, metrics } = product;
  const { logger, clock, until } = tools;
  let preparing = false;

  const noteSnapshot = async () => {
    const current = (await application.snapshots()).find((snapshot) => snapshot.current);
    if (current) metrics.snapshot(current.id, current.createdAt);
  };
  const prepare = async () => {
    if (await application.ready()) return;
    preparing = true;
    logger.info('nothing was ingested yet: the corpus is being read');
    const { snapshot, passages, claims, elapsedMs } = await application.ingest({ signal: until });
    logger.info('the corpus was read', { snapshot, passages, claims, elapsedMs });
  };
  // Opened before anybody asks, so that nobody waits for it, and damage is told at the start.
  const open = async () => {
    if (await application.ready()) await application.accords();
  };
  const register = async () => {
    const changes = (await tools.register?.()) ?? [];
    for (const { kind, name } of changes) {
      if (kind !== 'unchanged') logger.info('a command was registered anew', { name, kind });
    }
  };
  const carefully = (what: string, work: () => Promise<void>) => async () => {
    await work().catch((error: unknown) => {
      if (until.aborted) return;
      metrics.error('chore');
      logger.error(`${what} failed`, { error });
    });
  };

  const start = async () => {
    await carefully('reading the corpus for the first time', prepare)();
    preparing = false;
    await carefully('opening the snapshot', open)();
    await repeat(minute, carefully('looking up the snapshot', noteSnapshot), clock, until);
  };
  void start();
  void carefully('registering the commands', register)();
  void repeat(
    day,
    carefully('removing what is too old', () => community.prune()),
    clock,
    until,
  );
  return { preparing: () => preparing };
}
