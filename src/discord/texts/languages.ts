import type { LocalizationMap } from 'discord.js';
import type { Named } from './command-texts.js';
import { english } from './en/english.js';
import { french } from './fr/french.js';
import type { Texts } from './texts.js';

/** Every language that the chat front speaks, the default first. A new one is added here. */
export const languages: readonly [Texts, ...Texts[]] = [english, french];

/** Texts for a locale of Discord's or a language of the settings: `fr`, `en-GB`; else English. */
export function textsFor(locale: string): Texts {
  const [language] = locale.toLowerCase().split('-');
  return languages.find((texts) => texts.language === language) ?? english;
}

/** A text of the default language with those of the others by locale. */
function inAll(pick: (texts: Texts) => string): {
  readonly text: string;
  readonly localizations: LocalizationMap;
} {
  const others = languages.flatMap((texts) =>
    texts.locales.map((locale) => [locale, pick(texts)] as const),
  );
  return { text: pick(languages[0]), localizations: Object.fromEntries(others) };
}

/** A name for registration: of a command, an option or a choice. */
export function localisedName(pick: (texts: Texts) => string): {
  name: string;
  name_localizations: LocalizationMap;
} {
  const { text, localizations } = inAll(pick);
  return { name: text, name_localizations: localizations };
}

/** A description for registration. */
export function localisedDescription(pick: (texts: Texts) => string): {
  description: string;
  description_localizations: LocalizationMap;
} {
  const { text, localizations } = inAll(pick);
  return { description: text, description_localizations: localizations };
}

/** Name and description of a command or option for registration, in every language. */
export function localised(
  pick: (texts: Texts) => Named,
): ReturnType<typeof localisedName> & ReturnType<typeof localisedDescription> {
  return {
    ...localisedName((texts) => pick(texts).name),
    ...localisedDescription((texts) => pick(texts).description),
  };
}
