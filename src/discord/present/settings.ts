import type { GuildSettings } from '../../domain/community.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Settings. */
export function presentSettings(input: {
  readonly settings: GuildSettings;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.settings.answers };
}
