import type { CheckReport } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** A message held against the register. */
export function presentCheck(input: {
  readonly report: CheckReport;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.report.snapshot };
}
