import { PassThrough, Readable } from 'node:stream';
import type { Opened, Overrides } from '../../src/terminal/context.js';
import { run } from '../../src/terminal/run.js';
import type { Application } from '../../src/use-cases/application.js';
import { fakeApplication } from '../fakes/application.js';

interface Situation {
  readonly application?: Application;
  readonly input?: string;
  /** Columns of the terminal on standard output; none when it is a pipe. */
  readonly columns?: number;
  readonly colour?: Opened['colour'];
  readonly settings?: Opened['settings'];
  readonly dataFolder?: string;
  readonly migrate?: Opened['migrate'];
  readonly open?: (overrides: Overrides) => Promise<Opened>;
  /** Called with the interrupt handler when a command sets one. */
  readonly onInterrupt?: (interrupt: () => void) => void;
}

export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly errorOutput: string;
  /** How often the product was opened, and with what. */
  readonly opened: readonly Overrides[];
}

export const silentLogger: Opened['logger'] = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  with: () => silentLogger,
};

/** A stream that keeps what is written to it. */
export function sink(columns?: number) {
  const chunks: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  return { stream: Object.assign(stream, terminal), text: () => chunks.join('') };
}

/** Runs a command line as the process would, on a fake application. */
export async function accord(
  words: readonly string[],
  situation: Situation = {},
): Promise<Outcome> {
  const output = sink(situation.columns);
  const errorOutput = sink();
  const opened: Overrides[] = [];
  const exitCode = await run({
    words,
    input: Readable.from([situation.input ?? '']),
    output: output.stream,
    errorOutput: errorOutput.stream,
    onInterrupt: (listener) => {
      situation.onInterrupt?.(listener);
      return () => {};
    },
    open: async (overrides) => {
      opened.push(overrides);
      if (situation.open) return situation.open(overrides);
      return {
        application: situation.application ?? fakeApplication(),
        logger: silentLogger,
        dataFolder: situation.dataFolder ?? '/nowhere',
        colour: situation.colour ?? 'off',
        settings: situation.settings ?? [],
        migrate: situation.migrate ?? (() => Promise.reject(new Error('Nothing to copy.'))),
      };
    },
  });
  return { exitCode, output: output.text(), errorOutput: errorOutput.text(), opened };
}
