import type { AskedQuestion } from '../../domain/community.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** An answer. */
export function presentAnswer(input: {
  readonly asked: AskedQuestion;
  readonly texts: Texts;
  readonly page: number;
  readonly hidden: boolean;
}): MessageBody {
  return { content: input.texts.page(String(input.page), String(input.hidden)) };
}
