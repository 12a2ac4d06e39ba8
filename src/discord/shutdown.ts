import type { Logger } from '../ports/logger.js';
import type { Clock } from './clock.js';

export interface ShutdownSteps {
  /** Turns away what comes from now on. */
  readonly refuse: () => void;
  /** Tells those who wait, and resolves when everything that runs is done. */
  readonly finish: () => Promise<void>;
  /** Tells those whose work is not done that it will not be. */
  readonly abandon: () => void;
  /** Closes what is open, in this order; none keeps the others from it. */
  readonly close: readonly (() => Promise<void>)[];
}

/** How long those who are abandoned get to be told, and each thing that closes, in milliseconds. */
const graceMs = 3_000;

/** True when the work was done in time. Never throws. */
async function within(
  work: Promise<void>,
  milliseconds: number,
  clock: Clock,
  logger: Logger,
): Promise<boolean> {
  const done = new AbortController();
  const late = clock.sleep(milliseconds, done.signal).then(() => done.signal.aborted);
  const finished = work.then(
    () => true,
    (error: unknown) => {
      logger.warn('stopping met an error', { error });
      return true;
    },
  );
  const inTime = await Promise.race([finished, late]);
  done.abort();
  return inTime;
}

/** Stops the bot: what runs may end, whoever waits is told, and everything is closed. */
export async function shutDown(
  steps: ShutdownSteps,
  tools: { readonly seconds: number; readonly clock: Clock; readonly logger: Logger },
): Promise<void> {
  const { clock, logger } = tools;
  logger.info('stopping: what runs may end', { seconds: tools.seconds });
  steps.refuse();
  const finishing = steps.finish();
  if (!(await within(finishing, tools.seconds * 1000, clock, logger))) {
    logger.warn('what still runs is given up');
    steps.abandon();
    await within(finishing, graceMs, clock, logger);
  }
  for (const close of steps.close) await within(close(), graceMs, clock, logger);
  logger.info('stopped');
}
