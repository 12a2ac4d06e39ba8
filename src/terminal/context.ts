import type { Readable, Writable } from 'node:stream';
import type { Check } from '../domain/reports.js';
import type { Logger } from '../ports/logger.js';
import type { Application } from '../use-cases/application.js';
import type { Migrate } from '../use-cases/migrate-store-report.js';
import type { Tape } from '../use-cases/model/evaluate-tape.js';

/** Variables that options of the command line set; they go before the environment. */
export type Overrides = Readonly<Record<string, string>>;

/** The product, composed. */
export interface Opened {
  readonly application: Application;
  readonly logger: Logger;
  /** Where the history of the prompt is kept. */
  readonly dataFolder: string;
  readonly colour: 'auto' | 'on' | 'off';
  /** What is configured and what is not; no secret is in it. */
  readonly settings: readonly Check[];
  /** Copies everything between the files and the database. */
  readonly migrate: Migrate;
  /** Between the product and its language model; missing where none is configured. */
  readonly tape?: Tape | undefined;
  /** Does ingests that others ask for; gives what ends that. Null where no database is shared. */
  readonly work?: (() => () => Promise<void>) | null;
}

/** The streams of a process, or of a test. */
export interface Streams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errorOutput: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/** What a command works with. */
export interface Context extends Streams {
  /** Opens the product on the first call, with what a command's own options set; later calls give the same. Closed by whoever runs. */
  open(overrides?: Overrides): Promise<Opened>;
  /** Calls the listener on Ctrl-C or SIGTERM instead of ending the process; the result undoes it. */
  onInterrupt(listener: () => void): () => void;
  /** 0 unless a command sets another. */
  setExitCode(code: number): void;
}

/** Writes a line to standard output, which holds answers alone. */
export function print(context: Streams, text: string): void {
  context.output.write(`${text}\n`);
}

/** Writes a line to standard error, for whoever watches. */
export function note(context: Streams, text: string): void {
  context.errorOutput.write(`${text}\n`);
}

/** One JSON value: spread over lines for a person at a terminal, one line for a program. */
export function printJson(context: Streams, value: unknown): void {
  print(context, JSON.stringify(value, null, context.output.isTTY ? 2 : undefined));
}
