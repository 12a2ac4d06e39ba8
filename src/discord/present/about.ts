import type { AccordSummary, SnapshotSummary } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Help. */
export function presentHelp(input: { readonly texts: Texts }): MessageBody {
  return { content: input.texts.help.title };
}

/** About. */
export function presentAbout(input: {
  readonly version: string;
  readonly snapshot: SnapshotSummary | null;
  readonly accords: readonly AccordSummary[];
  readonly texts: Texts;
}): MessageBody {
  return { content: input.version };
}

/** Privacy. */
export function presentPrivacy(input: { readonly texts: Texts }): MessageBody {
  return { content: input.texts.privacy.title };
}

/** Forgotten. */
export function presentForgotten(input: {
  readonly count: number;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.texts.forgotten(String(input.count)) };
}
