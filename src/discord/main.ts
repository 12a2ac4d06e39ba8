import { AccordError } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import { type Bot, runBot } from './run-bot.js';
import type { BotTools } from './run-bot-product.js';

const exitCodes = { stopped: 0, failed: 1, badConfig: 2, interrupted: 130 } as const;

/** Errors that nobody caught. A rejection costs one piece of work; an exception ends the process. */
function watchErrors(process: NodeJS.Process, { product, logger }: BotTools, bot: Bot): void {
  process.on('unhandledRejection', (error) => {
    product.metrics.error('unhandled');
    logger.error('a rejection was not handled', { error });
  });
  process.on('uncaughtException', (error) => {
    product.metrics.error('uncaught');
    logger.error('an exception was not caught: the bot stops', { error });
    process.exitCode = exitCodes.failed;
    void bot.stop();
  });
}

function watchSignals(process: NodeJS.Process, logger: Logger, bot: Bot): void {
  let times = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      times += 1;
      if (times > 1) process.exit(exitCodes.interrupted);
      logger.info('asked to stop', { signal });
      void bot.stop();
    });
  }
}

/** The bot as a whole process. Ends it when the bot has stopped; tells why it could not start. */
export async function main(process: NodeJS.Process, open: () => Promise<BotTools>): Promise<void> {
  // A log that nobody reads any more must not stop the bot, nor fail again for every line of it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  let failure: string | null;
  try {
    const tools = await open();
    const bot = await runBot(tools);
    watchErrors(process, tools, bot);
    watchSignals(process, tools.logger, bot);
    failure = await bot.ended;
    // Only what the configuration has to mend ends the bot so: starting it again would not help.
    if (failure !== null) process.exitCode = exitCodes.badConfig;
  } catch (error) {
    const configured = error instanceof AccordError && error.code === 'bad-config';
    failure = error instanceof Error ? error.message : String(error);
    process.exitCode = configured ? exitCodes.badConfig : exitCodes.failed;
  }
  if (failure !== null) process.stderr.write(`${failure}\n`);
  // Sockets whose peer says nothing any more would keep the process.
  process.exit();
}
