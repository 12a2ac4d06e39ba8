import { Command, InvalidArgumentError } from 'commander';
import { accordsCommand } from './commands/accords.js';
import { askCommand } from './commands/ask.js';
import { claimsCommand } from './commands/claims.js';
import { conflictsCommand } from './commands/conflicts.js';
import { doctorCommand } from './commands/doctor.js';
import { evalCommand } from './commands/eval.js';
import { ingestCommand } from './commands/ingest.js';
import { migrateStoreCommand } from './commands/migrate-store.js';
import { searchCommand } from './commands/search.js';
import { signatoriesCommand } from './commands/signatories.js';
import {
  diffCommand,
  gcCommand,
  rollbackCommand,
  snapshotsCommand,
  verifyCommand,
} from './commands/snapshots.js';
import { startCommand } from './commands/start.js';
import { workCommand } from './commands/work.js';
import type { Context, Overrides } from './context.js';
import { ownVersion } from './version.js';

const commands = [
  startCommand,
  askCommand,
  searchCommand,
  signatoriesCommand,
  accordsCommand,
  conflictsCommand,
  claimsCommand,
  ingestCommand,
  snapshotsCommand,
  rollbackCommand,
  diffCommand,
  verifyCommand,
  gcCommand,
  evalCommand,
  doctorCommand,
  migrateStoreCommand,
  workCommand,
];

/** Options of every command and the variables that they set. */
const folderOptions = [
  { flags: '--corpus <folder>', name: 'corpus', variable: 'ACCORD_CORPUS', meaning: 'the corpus' },
  { flags: '--data <folder>', name: 'data', variable: 'ACCORD_DATA', meaning: 'the snapshots' },
] as const;

/** An empty name, as of a shell's variable that is not set, would mean the default in silence. */
function requireFolder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It has to be a folder.');
  return text;
}

/** The commands of `accord`. What options override is known once a command runs. */
export function createProgram(contextFor: (overrides: () => Overrides) => Context): Command {
  const program = new Command('accord');
  const context = contextFor(() => {
    const options = program.opts<Readonly<Record<string, string>>>();
    return Object.fromEntries(
      folderOptions.flatMap(({ name, variable }) =>
        options[name] === undefined ? [] : [[variable, options[name]]],
      ),
    );
  });
  program
    .description('Answers questions about international accords, with dates and sources.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => context.output.write(text),
      writeErr: (text) => context.errorOutput.write(text),
      getOutHelpWidth: () => context.output.columns ?? 80,
      getErrHelpWidth: () => context.errorOutput.columns ?? 80,
    })
    .showHelpAfterError(
      '`accord --help` lists the commands, `accord COMMAND --help` their options.',
    )
    .exitOverride()
    .addHelpText('after', '\nTo ask: accord ask Who has not signed the Paris Call yet?');
  for (const { flags, variable, meaning } of folderOptions) {
    program.option(flags, `folder of ${meaning} (${variable})`, requireFolder);
  }
  for (const command of commands) {
    program.addCommand(command(context).copyInheritedSettings(program));
  }
  return program;
}
