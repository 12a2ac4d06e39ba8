import { AccordError } from '../domain/errors.js';
import type { Clock } from './clock.js';
import { presentFailure, presentNotice } from './present/notices.js';
import type { TrackedReply } from './respond.js';
import { deliveryFailure } from './respond-errors.js';
import type { Services } from './services.js';
import type { Texts } from './texts/texts.js';

export interface Performance {
  readonly name: string;
  readonly reply: TrackedReply;
  readonly texts: Texts;
  readonly work: () => Promise<void>;
  /** Milliseconds after which the asker is told that it takes too long; null: it may take long. */
  readonly limitMs: number | null;
}

export interface PerformTools {
  readonly services: Services;
  readonly clock: Clock;
  /** True while the first corpus is read. */
  readonly preparing: () => boolean;
}

/** What the asker is told of an error. */
function explain(error: unknown, texts: Texts, preparing: boolean) {
  if (error instanceof AccordError && error.code === 'no-snapshot' && preparing) {
    return presentNotice({ text: texts.notices.preparing });
  }
  if (deliveryFailure(error) === 'forbidden') {
    return presentNotice({ text: texts.notices.cannotPost });
  }
  return presentFailure({ error, texts });
}

/** Does the work of a handler; whatever happens, the asker is told. Never throws. */
export async function perform(
  { name, reply, texts, work, limitMs }: Performance,
  { services, clock, preparing }: PerformTools,
): Promise<void> {
  const { logger, metrics } = services;
  const start = clock.now();
  const tell = async (body: Parameters<TrackedReply['send']>[0]) => {
    await reply.send(body).catch((error: unknown) => {
      metrics.error('discord');
      logger.error('an answer could not be delivered', { error, name });
    });
  };
  const done = new AbortController();
  const finished = work().then(
    async () => {
      if (reply.pending()) await reply.dismiss();
    },
    async (error: unknown) => {
      const expected = error instanceof AccordError;
      metrics.error(expected ? error.code : 'unexpected');
      logger[expected ? 'info' : 'error']('a command failed', { error, name });
      await tell(explain(error, texts, preparing()));
    },
  );
  if (limitMs === null) await finished;
  else {
    const late = clock.sleep(limitMs, done.signal).then(async () => {
      if (done.signal.aborted) return;
      metrics.error('slow');
      logger.warn('a command takes too long', { name, ms: limitMs });
      await tell(presentNotice({ text: texts.notices.slow }));
    });
    await Promise.race([finished, late]);
    done.abort();
  }
  metrics.stage('answer', (clock.now() - start) / 1000);
}
