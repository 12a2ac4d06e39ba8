import { constants, setPriority } from 'node:os';
import { AccordError } from '../../domain/errors.js';
import type { IngestProgress } from '../../domain/reports.js';
import type { IngestRunner } from '../../ports/ingest-runner.js';
import type { Failure, Order, Word } from './protocol.js';

/** What the process opens for its ingest. */
export interface Ingesting {
  readonly ingest: IngestRunner['run'];
  close(): Promise<void>;
}

/** Milliseconds between two messages of one stage: a reader cannot take in more. */
const pace = 100;

function failureOf(error: unknown): Failure {
  if (error instanceof AccordError) {
    return { code: error.code, message: error.message, facts: error.facts };
  }
  if (!(error instanceof Error)) return { code: null, message: String(error), facts: {} };
  return { code: null, message: error.message, facts: { stack: error.stack } };
}

/**
 * Threads that are started later take the priority over, those of the model among them. Not the
 * lowest there is: on a machine that others keep busy an ingest would never end.
 */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some containers forbid it; the ingest is then only less considerate.
  }
}

/**
 * Runs the one ingest that the parent orders and tells it how it goes. Stops, leaving nothing
 * behind, when the parent says so, is gone, or the process gets SIGINT or SIGTERM.
 */
export async function serveIngest(
  host: NodeJS.Process,
  open: (settings: unknown) => Promise<Ingesting>,
): Promise<void> {
  giveWay();
  const stopped = new AbortController();
  const stop = () => stopped.abort(new AccordError('cancelled', 'The ingest was stopped.'));
  for (const event of ['disconnect', 'SIGINT', 'SIGTERM'] as const) host.on(event, stop);
  // Resolves once the message is written; a parent that is gone does not matter.
  const tell = (word: Word) =>
    new Promise<void>((resolve) => {
      if (host.connected && host.send) host.send(word, undefined, undefined, () => resolve());
      else resolve();
    });
  const order = await new Promise<Extract<Order, { kind: 'run' }> | null>((resolve) => {
    host.on('message', (message: Order) => {
      if (message.kind === 'run') resolve(message);
      else stop();
    });
    stopped.signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  let [stage, toldAt] = ['', 0];
  const onProgress = (progress: IngestProgress) => {
    const now = performance.now();
    const whole = progress.done === progress.total;
    if (progress.stage === stage && !whole && now - toldAt < pace) return;
    [stage, toldAt] = [progress.stage, now];
    void tell({ kind: 'progress', progress });
  };
  let opened: Ingesting | null = null;
  try {
    if (order) {
      opened = await open(order.settings);
      const { activate } = order;
      const report = await opened.ingest({ signal: stopped.signal, onProgress, activate });
      await tell({ kind: 'done', report });
    }
  } catch (error) {
    await tell({ kind: 'failed', failure: failureOf(error) });
  }
  await opened?.close();
  if (host.connected) host.disconnect();
}
