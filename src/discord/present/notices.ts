import { ButtonStyle } from 'discord.js';
import { AccordError } from '../../domain/errors.js';
import { customId } from '../custom-ids.js';
import { escapeText } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { button, row, rows } from './buttons.js';
import { paginate } from './paging.js';
import { colours, embedOf, pageLength, small } from './parts.js';

/**
 * What went wrong: what the error means in the reader's language, then what it says. Surprises that
 * are no `AccordError` keep their details to the log.
 */
export function presentFailure(input: {
  readonly error: unknown;
  readonly texts: Texts;
}): MessageBody {
  const { error, texts } = input;
  const meaning = error instanceof AccordError ? texts.failures[error.code] : undefined;
  const detail = error instanceof AccordError ? escapeText(error.message) : '';
  const lines =
    detail === ''
      ? [texts.notices.unexpected]
      : meaning === undefined
        ? [detail]
        : [meaning, ...detail.split('\n').map(small)];
  const description = paginate(lines, { limit: pageLength })[0]?.text ?? '';
  return { embeds: [embedOf({ description, colour: colours.no })], components: [] };
}

/** A line of the texts, which nothing from outside is part of. */
export function presentNotice(input: { readonly text: string }): MessageBody {
  return { embeds: [embedOf({ description: input.text, colour: colours.quiet })] };
}

/** Somebody asks faster than is allowed. */
export function presentWait(input: {
  readonly seconds: number;
  readonly whose: 'user' | 'guild';
  readonly texts: Texts;
}): MessageBody {
  const { seconds, whose, texts } = input;
  const rest = texts.seconds(Math.max(1, Math.ceil(seconds)));
  return presentNotice({ text: `⏱️ ${texts.wait(rest, whose)}` });
}

/** The first message of a thread that continues an answer. */
export function presentThreadWelcome(input: {
  readonly conversation: string;
  readonly texts: Texts;
}): MessageBody {
  const { conversation, texts } = input;
  const ask = button(
    customId('ask-here', conversation),
    { label: texts.buttons.askHere, emoji: '💬' },
    ButtonStyle.Primary,
  );
  return { content: texts.thread.welcome, ...rows(row(ask)) };
}
