import { Command, Option } from 'commander';
import { AccordError } from '../../domain/errors.js';
import type {
  MigrationOutcome,
  MigrationPlan,
  MigrationProgress,
  MigrationRequest,
} from '../../use-cases/migrate-store-report.js';
import { type Context, note, type Opened, print, printJson } from '../context.js';
import { exitCodes } from '../failure.js';
import { sharedOptions } from '../options.js';
import { presentMigration, presentMigrationPlan } from '../present-migration.js';
import { progressDisplay } from '../progress.js';

/** Shows progress only once it is known what will be copied. */
function watcher(context: Context) {
  let display: ReturnType<typeof progressDisplay> | null = null;
  return {
    onPlan: (plan: MigrationPlan) => {
      note(context, presentMigrationPlan(plan));
      display = progressDisplay(context, 'snapshots');
    },
    onProgress: (progress: MigrationProgress) => display?.update(progress),
    stop: () => {
      display?.stop();
      display = null;
    },
  };
}

/** Null where Ctrl-C stopped it. */
async function migrateWatched(
  context: Context,
  { migrate }: Opened,
  to: MigrationRequest['to'],
): Promise<MigrationOutcome | null> {
  const controller = new AbortController();
  const cancelled = new AccordError('cancelled', 'The copy was stopped; nothing became current.');
  const { stop, ...watching } = watcher(context);
  const release = context.onInterrupt(() => {
    controller.abort(cancelled);
    note(context, 'Stopping after what is being written; once more stops at once.');
  });
  try {
    return await migrate({ to, signal: controller.signal, ...watching });
  } catch (error) {
    if (error !== cancelled) throw error;
    return null;
  } finally {
    stop();
    release();
  }
}

async function run(
  context: Context,
  { to, json }: { readonly to: MigrationRequest['to']; readonly json?: true },
): Promise<void> {
  const outcome = await migrateWatched(context, await context.open(), to);
  if (!outcome) {
    note(
      context,
      'Stopped: no snapshot became current. What was copied stays; run it again to go on.',
    );
    context.setExitCode(exitCodes.interrupted);
    return;
  }
  if (json) printJson(context, outcome);
  if (outcome.kind === 'refused') {
    context.setExitCode(exitCodes.failed);
    if (!json) note(context, presentMigration(outcome));
  } else if (!json) print(context, presentMigration(outcome));
}

/** `accord migrate-store`: from files to the database, or back. */
export function migrateStoreCommand(context: Context): Command {
  return new Command('migrate-store')
    .summary('copy snapshots and state between files and PostgreSQL')
    .description(
      "Copies every snapshot and the bot's state (settings, questions, votes, conversations, the audit log, usage) between the files (ACCORD_DATA, ACCORD_STATE) and the database (DATABASE_URL), reads all of it back and compares it; the same snapshot is current at the end. Stop the bot first. The source is not changed, and nothing in the target is overwritten or removed: where it holds something else under the same name, nothing is copied, and what differs is named. After a break run it again.",
    )
    .addOption(
      new Option('--to <store>', 'where to copy to')
        .choices(['database', 'files'])
        .makeOptionMandatory(),
    )
    .addOption(sharedOptions.json())
    .action((options) => run(context, options));
}
