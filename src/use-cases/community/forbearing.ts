import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';

/** Runs work on the state store that an answer must not wait for, or fail with. */
export type Forbearing = <Value>(
  what: string,
  fallback: Value,
  work: () => Promise<Value>,
) => Promise<Value>;

/** The longest that an answer waits for the state store, in milliseconds. */
const patience = 500;

/** A failure of one kind is logged once in so many milliseconds: a full disk must not fill further. */
const quiet = 60_000;

/**
 * Makes work on the state store bearable: what fails, or takes longer than half a second, is logged
 * and counted, and gives the fallback. Work that is late goes on by itself.
 */
export function createForbearing(tools: {
  readonly logger: Logger;
  readonly metrics?: Pick<Metrics, 'error'> | undefined;
}): Forbearing {
  const told = new Map<string, { at: number; held: number }>();
  const tell = (what: string, error: unknown) => {
    tools.metrics?.error('state');
    const last = told.get(what);
    if (last && performance.now() - last.at < quiet) {
      last.held += 1;
      return;
    }
    tools.logger.error(`The state store failed: ${what}`, { error, alsoBefore: last?.held ?? 0 });
    told.set(what, { at: performance.now(), held: 0 });
  };
  return <Value>(what: string, fallback: Value, work: () => Promise<Value>) =>
    new Promise<Value>((resolve) => {
      const late = setTimeout(() => {
        tell(what, new Error(`no reply within ${patience} ms`));
        resolve(fallback);
      }, patience);
      Promise.resolve()
        .then(work)
        .then(resolve, (error: unknown) => {
          tell(what, error);
          resolve(fallback);
        })
        .finally(() => clearTimeout(late));
    });
}
