import type { IngestProgress } from '../../../domain/reports.js';
import type { MessageBody } from '../../message.js';
import { presentProgress } from '../../present/ingest.js';
import { presentFailure } from '../../present/notices.js';
import { createThrottle } from '../../throttle.js';
import type { ChatVisit } from '../chat-command.js';

/** Discord lets a message be changed a few times in 5 s; once a second is as fast as anyone reads. */
const interval = 1000;

/** From here on a message of its own tells the end: the first one can hardly be changed any more. */
const changeableMs = 14 * 60_000;

export interface Watched {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IngestProgress) => void;
}

/**
 * Does work that takes minutes behind one message that tells how far it is and, where that is
 * possible, has a Cancel button. It ends as the outcome, or as what went wrong.
 */
export async function watchWork(
  { services, texts, reply, signal }: ChatVisit,
  work: (watched: Watched) => Promise<MessageBody>,
  { cancellable = true }: { readonly cancellable?: boolean } = {},
): Promise<void> {
  const { running, now, logger, metrics } = services;
  const begun = now().getTime();
  const elapsed = () => now().getTime() - begun;
  const show = (progress: IngestProgress | null) =>
    presentProgress({ progress, elapsedMs: elapsed(), texts, cancellable });
  await reply.send(show(null));
  const throttle = createThrottle((progress: IngestProgress) => reply.edit(show(progress)), {
    interval,
  });
  const run = running.begin();
  const end = await work({
    signal: AbortSignal.any([signal, run.signal]),
    onProgress: throttle.offer,
  })
    .catch((error: unknown) => {
      logger.warn('work on the corpus failed', { error });
      metrics.error('corpus');
      return presentFailure({ error, texts });
    })
    .finally(run.end);
  await throttle.stop();
  if (elapsed() > changeableMs) await reply.send(end);
  else await reply.edit(end);
}
