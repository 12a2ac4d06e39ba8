import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** A failure. */
export function presentFailure(input: {
  readonly error: unknown;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.texts.notices.unexpected };
}

/** One plain line of our own texts. */
export function presentNotice(input: { readonly text: string }): MessageBody {
  return { content: input.text };
}

/** Too fast. */
export function presentWait(input: {
  readonly seconds: number;
  readonly whose: 'user' | 'guild';
  readonly texts: Texts;
}): MessageBody {
  return { content: input.texts.wait(input.texts.seconds(input.seconds), input.whose) };
}

/** Welcome. */
export function presentThreadWelcome(input: {
  readonly conversation: string;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.texts.thread.welcome };
}
