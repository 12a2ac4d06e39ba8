import type { GuildSettings } from '../../domain/community.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { channelMention, roleMention } from './mentions.js';
import { bold, onePage } from './parts.js';

/** The settings of a server, a line each. */
export function presentSettings(input: {
  readonly settings: GuildSettings;
  readonly texts: Texts;
}): MessageBody {
  const { settings, texts } = input;
  const { channels, defaultAccord, adminRole, answers, language } = settings;
  const words = texts.settings;
  const line = (name: string, value: string) => `${bold(`${name}${texts.colon}`)} ${value}`;
  const entries = [
    line(
      words.channels,
      channels.length === 0 ? words.everyChannel : channels.map(channelMention).join(' '),
    ),
    line(words.defaultAccord, defaultAccord === null ? words.noAccord : escapeLine(defaultAccord)),
    line(words.adminRole, adminRole === null ? words.noRole : roleMention(adminRole)),
    line(words.answers, texts.choices.answers[answers]),
    line(words.language, texts.choices.languages[language]),
  ];
  return onePage({ title: `⚙️ ${words.title}`, entries }, texts, words.title);
}
