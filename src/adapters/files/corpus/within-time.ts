import { createContext, Script } from 'node:vm';

const script = new Script('work()');
const context: { work: () => void } = { work: () => {} };
createContext(context);

/** Reading took longer than any honest file of its size does. */
export class TooSlowError extends Error {
  override readonly name = 'TooSlowError';
}

/** Milliseconds for a text: an honest one takes a tenth of them. */
function patienceFor(characters: number): number {
  return Math.round(800 + characters * 0.003);
}

/** Attempts at work that was cut off though the processor was busy with others meanwhile. */
const attempts = 4;

function run<T>(milliseconds: number, work: () => T): { readonly result: T } | null {
  const results: T[] = [];
  context.work = () => void results.push(work());
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    // The engine's own error is not one of this realm.
    if (Object(error).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return null;
  } finally {
    context.work = () => {};
  }
  return { result: results[0] as T };
}

/** What may still be spent on one text. */
export interface Allowance {
  /**
   * Runs synchronous work, which has to bear being run again; throws `TooSlowError` when the
   * allowance is used up. Costs some 0.1 ms.
   */
  spend<T>(work: () => T): T;
}

const usedMs = () => process.cpuUsage().user / 1000;

/**
 * Parsers take time that grows with the square of a text made for it, and nothing but the engine
 * itself can stop them. What counts is the processor's time, lest a busy machine refuse what is
 * honest.
 */
export function allowanceFor(characters: number): Allowance {
  const whole = patienceFor(characters);
  let left = whole;
  return {
    spend(work) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const before = usedMs();
        const done = run(Math.max(1, Math.ceil(left)), work);
        const used = usedMs() - before;
        left -= used;
        if (done) return done.result;
        if (left < whole * 0.3) break;
      }
      throw new TooSlowError(`takes more than ${whole} ms`);
    },
  };
}
