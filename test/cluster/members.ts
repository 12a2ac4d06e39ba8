import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = (file: string) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
const modelCache = fileURLToPath(
  new URL('../../node_modules/.cache/accord-models', import.meta.url),
);

export interface MemberOptions {
  readonly name: string;
  /** Folder of all; each member has one of its own in it. */
  readonly folder: string;
  /** File of the built product, and its words. */
  readonly entry: readonly [file: string, ...words: string[]];
  readonly environment: Readonly<Record<string, string>>;
}

/** A process of the cluster, which may die and be started again. */
export interface Member {
  readonly name: string;
  /** Of the process that runs now. */
  readonly pid: number | undefined;
  /** What all its processes wrote. */
  log(): string;
  start(): void;
  /** SIGKILL; resolves once it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; gives its exit code. */
  stop(): Promise<number | null>;
}

/** A process that is not started yet. */
export function createMember({ name, folder, entry, environment }: MemberOptions): Member {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  const [file, ...words] = entry;
  let log = '';
  let child: ChildProcess | null = null;
  let ended: Promise<number | null> = Promise.resolve(null);
  const end = (signal: NodeJS.Signals) => {
    child?.kill(signal);
    return ended;
  };
  return {
    name,
    get pid() {
      return child?.pid;
    },
    log: () => log,
    start: () => {
      const started = spawn(process.execPath, [built(file), ...words], {
        cwd: own,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          HOME: own,
          ACCORD_MODEL_CACHE: modelCache,
          ACCORD_CORPUS: join(folder, 'corpus'),
          ACCORD_DATA: join(own, 'data'),
          ACCORD_THREADS: '1',
          ...environment,
        },
      });
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
      child = started;
      // Not `close`: what it started may hold the pipe for a moment longer.
      ended = new Promise((resolve) => started.on('exit', resolve));
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
