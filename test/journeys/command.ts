import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** The model is built once for all journeys; a folder that tests of other checkouts may share. */
const modelCache = fileURLToPath(
  new URL('../../node_modules/.cache/accord-models', import.meta.url),
);

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errorOutput: string;
}

export interface Journey {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with what standard error says so far; may send a signal. */
  readonly watch?: (errorOutput: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Makes dist/ what src/ is. Costs a moment when it is so already. */
export function buildFirst(): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`dist/ was not built: ${stderr}`);
}

/** Runs the built command as its own process, in a folder without a `.env`, and waits for its end. */
export function accord(
  words: readonly string[],
  folder: string,
  { input, environment = {}, watch }: Journey = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...words], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      ACCORD_MODEL_CACHE: modelCache,
      ACCORD_CORPUS: `${root}corpus`,
      ...environment,
    },
  });
  let output = '';
  let errorOutput = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorOutput += text;
    watch?.(errorOutput, (signal) => child.kill(signal));
  });
  child.stdin.end(input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output, errorOutput }));
  });
}
