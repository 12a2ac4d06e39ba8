import { AccordError } from '../../domain/errors.js';
import type { Answerer, Usage } from '../../ports/answerer.js';
import type { QuestionReader } from '../../ports/question-reader.js';
import type { Breaker } from './breaker.js';
import type { Account, Budget } from './budget.js';

/** A language model and what keeps it within bounds. */
export interface ModelDesk {
  readonly answerer: Answerer;
  /** Null: questions that the parser cannot read go to passages. */
  readonly reader: QuestionReader | null;
  readonly budget: Budget;
  readonly breaker: Breaker;
  /** Longest time for all that a model does for one question, in milliseconds. */
  readonly deadlineMs: number;
  /** Checked answers by question, snapshot and model. */
  readonly cache: AnswerCache;
  /** Told why an answer was written without the model. No question or key is in it. */
  readonly onNotice: (notice: string) => void;
}

/** Texts that a model wrote, unchecked: they are checked anew whenever they are used. */
export interface AnswerCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** The most recent `limit` texts. */
export function createAnswerCache(limit = 500): AnswerCache {
  const kept = new Map<string, string>();
  return {
    get: (key) => {
      const text = kept.get(key);
      if (text !== undefined) {
        kept.delete(key);
        kept.set(key, text);
      }
      return text;
    },
    set: (key, text) => {
      kept.delete(key);
      kept.set(key, text);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Why a model was not asked or gave nothing of use, as a reader is told it. */
export type Setback =
  | 'over-budget'
  | 'resting'
  | 'slow'
  | 'busy'
  | 'unavailable'
  | 'filtered'
  | 'unsupported';

export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'setback'; readonly setback: Setback };

function setbackOf(error: unknown): Setback {
  if (!(error instanceof AccordError)) return 'unavailable';
  if (error.code === 'model-slow') return 'slow';
  return error.code === 'model-busy' ? 'busy' : 'unavailable';
}

/** Characters that stand for a token where a server does not count. */
const charactersAToken = 4;

/**
 * One call to the model: within the budget, past the breaker, before the deadline. What goes wrong
 * is a value. Only an asker who left (`signal`) makes it throw.
 */
export async function callModel<T extends { readonly usage: Usage }>(
  desk: ModelDesk,
  account: Account | undefined,
  options: { readonly signal?: AbortSignal | undefined; readonly characters: number },
  call: (signal: AbortSignal) => Promise<T>,
): Promise<Outcome<T>> {
  const { breaker, budget } = desk;
  if (!breaker.closed()) return { kind: 'setback', setback: 'resting' };
  if ((await budget.exceeded(account)) !== null) return { kind: 'setback', setback: 'over-budget' };
  const deadline = AbortSignal.timeout(desk.deadlineMs);
  const stop = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  const estimate = Math.ceil(options.characters / charactersAToken);
  try {
    const value = await call(stop);
    breaker.succeeded();
    await budget.spend(account, value.usage, estimate);
    return { kind: 'done', value };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const setback = deadline.aborted ? 'slow' : setbackOf(error);
    const wait = error instanceof AccordError ? error.facts['retryAfterSeconds'] : undefined;
    breaker.failed(typeof wait === 'number' ? wait : undefined);
    await budget.spend(account, { inputTokens: null, outputTokens: null }, estimate);
    desk.onNotice(error instanceof Error ? error.message : String(error));
    return { kind: 'setback', setback };
  }
}
