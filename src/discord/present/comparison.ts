import type { AccordComparison } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Two accords side by side. */
export function presentComparison(input: {
  readonly comparison: AccordComparison;
  readonly query: {
    readonly a: string;
    readonly b: string;
    readonly bloc?: string;
    readonly asOf?: string;
  };
  readonly page: number;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.comparison.a.short };
}
