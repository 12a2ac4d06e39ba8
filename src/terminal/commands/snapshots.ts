import { Command } from 'commander';
import { type Context, print, printJson } from '../context.js';
import { exitCodes } from '../failure.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentDifference, presentSnapshots } from '../present-reports.js';
import { presentSweep, presentVerdicts } from '../present-verdicts.js';

interface JsonOption {
  readonly json?: true;
}

/** `accord snapshots`: what can be gone back to. */
export function snapshotsCommand(context: Context): Command {
  return new Command('snapshots')
    .summary('list the snapshots')
    .description('Lists the snapshots, newest first; the current one has a star.')
    .addOption(sharedOptions.json())
    .action(async (options: JsonOption) => {
      const { application, colour } = await context.open();
      const snapshots = await application.snapshots();
      if (options.json) printJson(context, snapshots);
      else print(context, presentSnapshots(snapshots, layoutOf(context, colour)));
    });
}

/** `accord rollback`: makes an older snapshot current. */
export function rollbackCommand(context: Context): Command {
  return new Command('rollback')
    .summary('make an older snapshot current')
    .description('Makes an older snapshot current. Nothing is deleted.')
    .argument('<id>', 'id of the snapshot; `accord snapshots` lists them')
    .addOption(sharedOptions.json())
    .action(async (id: string, options: JsonOption) => {
      const { application } = await context.open();
      const snapshot = await application.rollback(id);
      if (options.json) printJson(context, snapshot);
      else print(context, `Snapshot ${snapshot.id} of ${snapshot.createdAt} is current now.`);
    });
}

/** `accord diff`: what changed between two snapshots. */
export function diffCommand(context: Context): Command {
  return new Command('diff')
    .summary('compare two snapshots')
    .description('Lists the articles and statuses that differ between two snapshots.')
    .argument('<from>', 'id of the older snapshot')
    .argument('<to>', 'id of the newer one')
    .addOption(sharedOptions.json())
    .action(async (from: string, to: string, options: JsonOption) => {
      const { application, colour } = await context.open();
      const difference = await application.diff(from, to);
      if (options.json) printJson(context, difference);
      else print(context, presentDifference(difference, layoutOf(context, colour)));
    });
}

/** `accord verify`: fails when a file is not as it was written. */
export function verifyCommand(context: Context): Command {
  return new Command('verify')
    .summary('check the files of snapshots')
    .description(
      'Reads every file of a snapshot, or of all of them, and says which are as they were written.',
    )
    .argument('[id]', 'id of the snapshot; all of them when it is left out')
    .addOption(sharedOptions.json())
    .action(async (id: string | undefined, options: JsonOption) => {
      const { application } = await context.open();
      const verdicts = await application.verify(id);
      const sound = verdicts.pointer === null && verdicts.snapshots.every((one) => one.sound);
      if (options.json) printJson(context, { sound, ...verdicts });
      else print(context, presentVerdicts(verdicts));
      if (!sound) context.setExitCode(exitCodes.failed);
    });
}

/** `accord gc`: removes what nobody needs. */
export function gcCommand(context: Context): Command {
  return new Command('gc')
    .summary('remove unfinished and surplus snapshots')
    .description(
      'Removes what ingests left that were cut off, and snapshots beyond the number kept (ACCORD_KEEP_SNAPSHOTS). The current one stays, and so does what a process reads.',
    )
    .addOption(sharedOptions.json())
    .action(async (options: JsonOption) => {
      const { application } = await context.open();
      const sweep = await application.sweep();
      if (options.json) printJson(context, sweep);
      else print(context, presentSweep(sweep));
    });
}
