import { AccordError } from '../domain/errors.js';
import { cleanLine } from './clean.js';

/** Done, failed, used wrongly, interrupted: what a shell sees. */
export const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

export interface Failure {
  readonly exitCode: number;
  /** What to tell; one line or, where several things are wrong, one line each. */
  readonly text: string;
}

/** Turns whatever was thrown into words and an exit code. Stacks go to the log, not to people. */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof AccordError)) {
    const message = error instanceof Error ? error.message : String(error);
    const text = `Something unforeseen went wrong: ${cleanLine(message)}\nACCORD_LOG_LEVEL=debug shows where.`;
    return { exitCode: exitCodes.failed, text };
  }
  if (error.code === 'cancelled') {
    return { exitCode: exitCodes.interrupted, text: 'Stopped: nothing was changed.' };
  }
  const text = error.message.split('\n').map(cleanLine).join('\n');
  const usage = error.code === 'bad-usage' || error.code === 'bad-config';
  return { exitCode: usage ? exitCodes.usage : exitCodes.failed, text };
}
