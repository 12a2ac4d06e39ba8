import { exitCodes } from './failure.js';
import { run, type Surroundings } from './run.js';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C and SIGTERM reach the listener; a second one ends the process at once. */
function interruptsOf(process: NodeJS.Process): Surroundings['onInterrupt'] {
  return (listener) => {
    let times = 0;
    const onSignal = () => {
      times += 1;
      if (times > 1) process.exit(exitCodes.interrupted);
      listener();
    };
    for (const signal of signals) process.on(signal, onSignal);
    return () => {
      for (const signal of signals) process.off(signal, onSignal);
    };
  };
}

/** The terminal front as a whole process. Sets the exit code; ends quietly when a pipe is closed. */
export async function main(process: NodeJS.Process, open: Surroundings['open']): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed);
    });
  }
  process.exitCode = await run({
    words: process.argv.slice(2),
    input: process.stdin,
    output: process.stdout,
    errorOutput: process.stderr,
    open,
    onInterrupt: interruptsOf(process),
  });
}
