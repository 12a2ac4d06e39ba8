import type { AskedQuestion } from '../../domain/community.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** The passages behind an answer. */
export function presentSources(input: {
  readonly asked: AskedQuestion;
  readonly texts: Texts;
  readonly page: number;
}): MessageBody {
  return { content: input.texts.answer.sources };
}
