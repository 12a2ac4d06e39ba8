import { Command } from 'commander';
import { AccordError } from '../../domain/errors.js';
import { type Context, note } from '../context.js';

/** `accord work`: does the ingests that bots and others ask for, until it is stopped. */
export function workCommand(context: Context): Command {
  return new Command('work')
    .summary('do the ingests that are asked for, until stopped')
    .description(
      'Does the ingests that processes on the same database ask for (DATABASE_URL), one at a time, and nothing else. Of several workers one works, and another takes over when that ends. SIGTERM or Ctrl-C stops it; an ingest that runs is left to another.',
    )
    .action(async () => {
      const { work } = await context.open();
      if (!work) {
        throw new AccordError(
          'bad-config',
          'A worker takes its jobs from a database, and there is none. Set DATABASE_URL to that of the bots.',
        );
      }
      const stopped = new Promise<void>((resolve) => {
        context.onInterrupt(resolve);
      });
      const end = work();
      note(context, 'Ready for ingests.');
      await stopped;
      await end();
    });
}
