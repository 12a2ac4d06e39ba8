import type { IngestProgress } from '../../domain/reports.js';
import type { Reingested } from '../../use-cases/community/stewardship.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** A re-ingest under way. */
export function presentProgress(input: {
  readonly progress: IngestProgress | null;
  readonly elapsedMs: number;
  readonly texts: Texts;
  readonly cancellable: boolean;
}): MessageBody {
  return { content: String(input.elapsedMs) };
}

/** What came of a re-ingest. */
export function presentReingested(input: {
  readonly outcome: Reingested;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.outcome.kind };
}

/** What came of adding a file. */
export function presentAdded(input: {
  readonly path: string;
  readonly outcome: Reingested;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.path };
}

/** What came of removing a file. */
export function presentRemoved(input: {
  readonly path: string;
  readonly outcome: Reingested;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.path };
}
