import { CommanderError } from 'commander';
import type { Context, Opened, Overrides, Streams } from './context.js';
import { note } from './context.js';
import { describeFailure, exitCodes } from './failure.js';
import { createProgram } from './program.js';

/** What a run of the program needs from the process. */
export interface Surroundings extends Streams {
  /** Words of the command line after the program's name. */
  readonly words: readonly string[];
  readonly open: (overrides: Overrides) => Promise<Opened>;
  readonly onInterrupt: (listener: () => void) => () => void;
}

const helpOrVersion = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** Runs one command line and gives its exit code; whatever was opened is closed. Never throws. */
export async function run(surroundings: Surroundings): Promise<number> {
  const { input, output, errorOutput, onInterrupt } = surroundings;
  let exitCode: number = exitCodes.done;
  let opening: Promise<Opened> | null = null;
  const program = createProgram(
    (overrides): Context => ({
      input,
      output,
      errorOutput,
      onInterrupt,
      open: (own) => {
        opening ??= surroundings.open({ ...overrides(), ...own });
        return opening;
      },
      setExitCode: (code) => {
        exitCode = code;
      },
    }),
  );
  const opened = async () => opening?.catch(() => null) ?? null;
  try {
    const { operands, unknown } = program.parseOptions([...surroundings.words]);
    const bare = operands.length === 0 && unknown.length === 0;
    await program.parseAsync(bare ? [...surroundings.words, 'start'] : [...surroundings.words], {
      from: 'user',
    });
  } catch (error) {
    if (error instanceof CommanderError) {
      exitCode = helpOrVersion.has(error.code) ? exitCodes.done : exitCodes.usage;
    } else {
      const failure = describeFailure(error);
      note(surroundings, failure.text);
      exitCode = failure.exitCode;
      (await opened())?.logger.debug('the command failed', { error });
    }
  }
  const session = await opened();
  await session?.application.close().catch((error: unknown) => {
    session.logger.warn('closing failed', { error });
  });
  return exitCode;
}
