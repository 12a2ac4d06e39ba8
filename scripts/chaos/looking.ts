import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Looked {
  readonly opened: boolean;
  readonly hits?: unknown;
  readonly code?: string | null;
  readonly message?: string;
}

/** Null: the process died over it. */
export type Sight = Looked | null;

/** A process that looks at one line after another; another takes its place when it dies. */
export function createLooker(script: string, words: readonly string[]) {
  let child: ChildProcessWithoutNullStreams | null = null;
  let settle: ((sight: Sight) => void) | null = null;

  const start = (): ChildProcessWithoutNullStreams => {
    const own = spawn(process.execPath, [script, ...words]);
    own.stderr.pipe(process.stderr);
    own.stdin.on('error', () => {});
    createInterface({ input: own.stdout }).on('line', (line) => settle?.(JSON.parse(line)));
    own.on('close', () => {
      if (child === own) child = null;
      settle?.(null);
    });
    return own;
  };

  return {
    look(line: string): Promise<Sight> {
      child ??= start();
      const own = child;
      return new Promise((resolve) => {
        settle = (sight) => {
          settle = null;
          resolve(sight);
        };
        own.stdin.write(`${line}\n`);
      });
    },
    end(): void {
      child?.stdin.end();
    },
  };
}
