import type { SnapshotDifference } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Two snapshots. */
export function presentDifference(input: {
  readonly difference: SnapshotDifference;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.difference.from };
}
