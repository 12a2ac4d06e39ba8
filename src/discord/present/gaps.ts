import type { Gap } from '../../domain/community.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Gaps. */
export function presentGaps(input: {
  readonly gaps: readonly Gap[];
  readonly texts: Texts;
}): MessageBody {
  return { content: String(input.gaps.length) };
}
