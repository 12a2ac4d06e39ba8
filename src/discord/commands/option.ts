import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  ChannelType,
} from 'discord.js';
import type { Suggestion } from '../../domain/reports.js';
import type { Services } from '../services.js';
import { localisedName } from '../texts/languages.js';
import type { Texts } from '../texts/texts.js';
import { type Described, described } from './described.js';

/** Most completions that Discord shows. */
export const mostCompletions = 25;

/** Longest value that a completion may stand for, in characters. */
const longestValue = 100;

/** Completes what is typed so far. */
export type Completion = (typed: string, services: Services) => Promise<readonly Suggestion[]>;

/** An option of a command with what completes it while it is typed. */
export interface Option {
  readonly data: APIApplicationCommandBasicOption;
  readonly complete: Completion | null;
}

interface Traits {
  readonly required?: boolean;
  readonly complete?: Completion;
  /** Values with the words for them. */
  readonly choices?: Readonly<Record<string, (texts: Texts) => string>>;
}

export function textOption(named: Described, traits: Traits = {}): Option {
  const { required = false, complete, choices } = traits;
  const base = {
    type: ApplicationCommandOptionType.String as const,
    ...described(named),
    required,
  };
  if (complete) return { data: { ...base, autocomplete: true }, complete };
  const listed = Object.entries(choices ?? {}).map(([value, words]) => ({
    value,
    ...localisedName(words),
  }));
  return { data: listed.length > 0 ? { ...base, choices: listed } : base, complete: null };
}

export function flagOption(named: Described): Option {
  const data = { type: ApplicationCommandOptionType.Boolean as const, ...described(named) };
  return { data: { ...data, required: false }, complete: null };
}

export function fileOption(named: Described): Option {
  const data = { type: ApplicationCommandOptionType.Attachment as const, ...described(named) };
  return { data: { ...data, required: true }, complete: null };
}

export function roleOption(named: Described): Option {
  const data = { type: ApplicationCommandOptionType.Role as const, ...described(named) };
  return { data: { ...data, required: false }, complete: null };
}

/** A channel of the kinds that the bot can answer in. */
export function channelOption(named: Described): Option {
  return {
    data: {
      type: ApplicationCommandOptionType.Channel,
      ...described(named),
      required: false,
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.GuildForum,
        ChannelType.GuildVoice,
      ],
    },
    complete: null,
  };
}

/** Completions of the option being typed; none for options that complete nothing. */
export async function completeFocused(
  interaction: AutocompleteInteraction,
  options: readonly Option[],
  services: Services,
): Promise<readonly Suggestion[]> {
  const { name, value } = interaction.options.getFocused(true);
  const option = options.find((one) => one.data.name === name);
  const found = (await option?.complete?.(value, services)) ?? [];
  return found.filter(({ id }) => id.length <= longestValue).slice(0, mostCompletions);
}
