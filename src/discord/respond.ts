import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/metrics.js';
import type { Clock } from './clock.js';
import type { Reply } from './reply.js';
import { deliveryFailure } from './respond-errors.js';

export interface RespondTools {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** Fires when the bot is stopping: nothing is tried again then. */
  readonly signal: AbortSignal;
}

/** A reply that knows whether anything was shown yet. */
export interface TrackedReply extends Reply {
  /** True while "thinking" is shown. */
  pending(): boolean;
  /** Takes "thinking" away. Never throws. */
  dismiss(): Promise<void>;
}

/** How long an outage of Discord's is sat out, in milliseconds. */
const patienceMs = 180_000;
const longestWaitMs = 15_000;

/** Sends, and sends again while Discord or the network is down for a moment. */
export async function deliver<Result>(
  tools: RespondTools,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const { clock, metrics, signal } = tools;
  const start = clock.now();
  for (let wait = 1000; ; wait = Math.min(wait * 2, longestWaitMs)) {
    try {
      const result = await attempt();
      metrics.stage('send', (clock.now() - start) / 1000);
      return result;
    } catch (error) {
      const late = clock.now() + wait - start > patienceMs;
      if (deliveryFailure(error) !== 'outage' || late || signal.aborted) throw error;
      await clock.sleep(wait, signal);
    }
  }
}
