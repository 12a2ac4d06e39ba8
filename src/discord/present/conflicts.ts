import type { ConflictReport } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Where sources disagree. */
export function presentConflicts(input: {
  readonly conflicts: readonly ConflictReport[];
  readonly accord: string | null;
  readonly page: number;
  readonly texts: Texts;
}): MessageBody {
  return { content: String(input.page) };
}
