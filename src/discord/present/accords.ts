import type { AccordDetails, AccordSummary } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** One accord. */
export function presentAccord(input: {
  readonly details: AccordDetails;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.details.summary.id };
}

/** The accords. */
export function presentAccords(input: {
  readonly accords: readonly AccordSummary[];
  readonly texts: Texts;
}): MessageBody {
  return { content: String(input.accords.length) };
}
