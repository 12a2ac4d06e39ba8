import type { AuditEntry } from '../../domain/community.js';
import { AccordError } from '../../domain/errors.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';
import type { AuditLog } from '../../ports/state/audit-log.js';
import type { Steward } from './stewardship.js';

export type Act = AuditEntry['act'];

/** What came of an act, for its entry in the audit log. */
export interface Noted<Result> {
  readonly result: Result;
  readonly detail: string;
  readonly outcome?: AuditEntry['outcome'];
}

export interface Auditor {
  note(steward: Steward, entry: Omit<AuditEntry, 'at' | 'user' | 'guild'>): Promise<void>;
  /**
   * Runs an act and notes what came of it, failures and cancellations too. One that changes corpus
   * or snapshot runs alone: another meanwhile gets `locked`, with who is at work.
   */
  act<Result>(
    steward: Steward,
    act: Act,
    what: string,
    work: () => Promise<Noted<Result>>,
    options?: { readonly alone?: boolean; readonly signal?: AbortSignal | undefined },
  ): Promise<Result>;
}

const longestDetail = 1_000;

function cut(text: string): string {
  return text.length > longestDetail ? `${text.slice(0, longestDetail - 1)}…` : text;
}

const nothingChanged = 'The re-ingest was cancelled; nothing was changed.';

/** Reason for the abort of an act, by which the audit log knows who cancelled it. */
class CancelledBy extends AccordError {
  readonly steward: Steward;

  constructor(steward: Steward) {
    super('cancelled', nothingChanged);
    this.steward = steward;
  }
}

/** What to abort an act's signal with. */
export function cancelledBy({ user, guild }: Steward): AccordError {
  return new CancelledBy({ user, guild });
}

/** An error of an aborted signal in the words of the product. */
function told(error: unknown, signal: AbortSignal | undefined): unknown {
  if (!signal?.aborted || error instanceof AccordError) return error;
  return new AccordError('cancelled', nothingChanged, { cause: error });
}

/** Entry for an act that was cancelled, by whoever did that. */
function cancellation(steward: Steward, what: string, signal: AbortSignal | undefined) {
  const reason: unknown = signal?.reason;
  const by = reason instanceof CancelledBy ? reason.steward : steward;
  const detail = by.user === steward.user ? what : `${what}, begun by user ${steward.user}`;
  return { by, entry: { act: 'cancel-reingest', detail, outcome: 'done' } as const };
}

export function createAuditor(tools: {
  readonly audit: AuditLog;
  readonly logger: Logger;
  readonly metrics?: Pick<Metrics, 'error'> | undefined;
  readonly now: () => Date;
}): Auditor {
  let running: { readonly user: string; readonly act: Act; readonly since: string } | null = null;
  const moment = () => tools.now().toISOString();

  const note: Auditor['note'] = async ({ user, guild }, rest) => {
    const entry: AuditEntry = { at: moment(), user, guild, ...rest, detail: cut(rest.detail) };
    tools.logger.info('An act of a keeper', { entry });
    try {
      await tools.audit.append(entry);
    } catch (error) {
      tools.metrics?.error('state');
      tools.logger.error('An act of a keeper could not be written to the audit log', {
        entry,
        error,
      });
    }
  };

  return {
    note,
    act: async (steward, act, what, work, options = {}) => {
      try {
        if (options.alone !== false) {
          if (running) {
            throw new AccordError(
              'locked',
              `User ${running.user} is at work on the corpus since ${running.since} (${running.act}). Try again when that has ended.`,
              { facts: running },
            );
          }
          running = { user: steward.user, act, since: moment() };
        }
      } catch (error) {
        await note(steward, {
          act,
          detail: `${what}: ${(error as Error).message}`,
          outcome: 'failed',
        });
        throw error;
      }
      try {
        const { result, detail, outcome = 'done' } = await work();
        await note(steward, { act, detail: `${what}${detail}`, outcome });
        return result;
      } catch (raw) {
        const error = told(raw, options.signal);
        const reason = error instanceof Error ? error.message : String(error);
        if (error instanceof AccordError && error.code === 'cancelled') {
          const { by, entry } = cancellation(steward, what, options.signal);
          await note(by, entry);
        } else await note(steward, { act, detail: `${what}: ${reason}`, outcome: 'failed' });
        throw error;
      } finally {
        if (options.alone !== false) running = null;
      }
    },
  };
}
