import { AccordError, type ErrorCode } from '../domain/errors.js';
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
  /** Fires when the bot stops waiting for what runs. */
  readonly abandoning: AbortSignal;
}

/** The longest that a timer takes, in milliseconds. */
const forever = 2 ** 31 - 1;

/** What only whoever runs the bot can mend. The messages name files, servers and commands. */
const machinery: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'no-snapshot',
  'damaged-snapshot',
  'embedder-mismatch',
  'model-missing',
  'model-damaged',
  'cannot-write',
  'state-unavailable',
  'model-unavailable',
  'model-busy',
  'model-slow',
]);

const isMachinery = (error: unknown): error is AccordError =>
  error instanceof AccordError && machinery.has(error.code);

/** What the asker is told of an error. */
function explain(error: unknown, texts: Texts, preparing: boolean) {
  if (isMachinery(error)) {
    const waits = error.code === 'no-snapshot' && preparing;
    const meaning = texts.failures[error.code] ?? texts.notices.unexpected;
    return presentNotice({ text: waits ? texts.notices.preparing : meaning });
  }
  if (deliveryFailure(error) === 'forbidden') {
    return presentNotice({ text: texts.notices.cannotPost });
  }
  return presentFailure({ error, texts });
}

/** Does the work of a handler; whatever happens, the asker is told. Never throws. */
export async function perform(
  { name, reply, texts, work, limitMs }: Performance,
  { services, clock, preparing, abandoning }: PerformTools,
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
  const late = async (milliseconds: number, signal: AbortSignal, text: string, kind: string) => {
    await clock.sleep(milliseconds, AbortSignal.any([signal, done.signal]));
    if (done.signal.aborted) return;
    metrics.error(kind);
    logger.warn('a command was given up', { name, why: kind });
    await tell(presentNotice({ text }));
  };
  const finished = work().then(
    async () => {
      if (reply.pending()) await reply.dismiss();
    },
    async (error: unknown) => {
      metrics.error(error instanceof AccordError ? error.code : 'unexpected');
      const expected = error instanceof AccordError && (preparing() || !isMachinery(error));
      logger[expected ? 'info' : 'error']('a command failed', { error, name });
      await tell(explain(error, texts, preparing()));
    },
  );
  await Promise.race([
    finished,
    late(forever, abandoning, texts.notices.stopping, 'stopping'),
    ...(limitMs === null ? [] : [late(limitMs, done.signal, texts.notices.slow, 'slow')]),
  ]);
  done.abort();
  metrics.stage('answer', (clock.now() - start) / 1000);
}
