import type { ParticipantRecord } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** A timeline. */
export function presentRecord(input: {
  readonly record: ParticipantRecord;
  readonly query: { readonly participant: string; readonly accord?: string };
  readonly page: number;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.record.id };
}
