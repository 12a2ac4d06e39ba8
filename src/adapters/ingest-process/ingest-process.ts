import { type ChildProcess, fork } from 'node:child_process';
import { AccordError } from '../../domain/errors.js';
import type { IngestReport } from '../../domain/reports.js';
import type { IngestOptions, IngestRunner } from '../../ports/ingest-runner.js';
import type { Failure, Order, Word } from './protocol.js';

export interface IngestProcessOptions {
  /** Compiled file of the process, which calls `serveIngest`. */
  readonly entry: URL;
  /** Handed to the process as JSON. */
  readonly settings: unknown;
  /** Milliseconds that a stopped process has for tidying up before it is killed. @default 10000 */
  readonly patienceMs?: number;
}

/** Sources in TypeScript, as tests and scripts run them, are loaded through tsx. */
function start(entry: URL): ChildProcess {
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
  if (!import.meta.url.endsWith('.ts')) return fork(entry, { stdio: [...stdio], execArgv: [] });
  const source = new URL(entry.href.replace(/\.js$/, '.ts'));
  const execArgv = ['--import', import.meta.resolve('tsx')];
  return fork(source, { stdio: [...stdio], execArgv });
}

function errorOf({ code, message, facts }: Failure): AccordError {
  if (code !== null) return new AccordError(code, message, { facts });
  const told = `The ingest failed: ${message}. The current snapshot is untouched; try again, and look into the log if it fails the same way.`;
  return new AccordError('ingest-failed', told, { facts });
}

function died(how: string, facts: Readonly<Record<string, unknown>>, cause?: unknown): AccordError {
  return new AccordError(
    'ingest-failed',
    `The process that ingests ${how}. The current snapshot is untouched; check that there is memory left, then run the ingest again: it goes on from what is there.`,
    { facts, cause },
  );
}

/** What a process said before it ended. */
async function outcomeOf(
  child: ChildProcess,
  onProgress: IngestOptions['onProgress'],
): Promise<IngestReport> {
  let last: Word | null = null;
  child.on('message', (word: Word) => {
    if (word.kind === 'progress') onProgress?.(word.progress);
    else last = word;
  });
  const heard = () => last;
  const [code, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>(
    (resolve, reject) => {
      child.once('error', (cause) => reject(died('could not be started', {}, cause)));
      // After `close` no message can follow.
      child.once('close', (...ended) => resolve(ended));
    },
  );
  const word = heard();
  if (word?.kind === 'done') return word.report;
  if (word?.kind === 'failed') throw errorOf(word.failure);
  const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
  throw died(how, { code, signal });
}

/**
 * Ingests in a process of its own at low priority, so that questions go first. It ends with
 * its ingest; should this process end before it, it stops and tidies up by itself.
 */
export function createIngestProcess({
  entry,
  settings,
  patienceMs = 10_000,
}: IngestProcessOptions): IngestRunner {
  return {
    async run({ signal, onProgress, activate = true } = {}) {
      signal?.throwIfAborted();
      const child = start(entry);
      const tell = (order: Order) => child.connected && child.send(order, () => {});
      let patience: NodeJS.Timeout | undefined;
      const stop = () => {
        tell({ kind: 'stop' });
        patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      };
      signal?.addEventListener('abort', stop, { once: true });
      tell({ kind: 'run', settings, activate });
      try {
        return await outcomeOf(child, onProgress);
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        clearTimeout(patience);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
