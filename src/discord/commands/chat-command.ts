import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { GuildSettings } from '../../domain/community.js';
import type { Acknowledgement, Audience, Command, CommandInteraction, Visit } from '../command.js';
import { type Described, described } from './described.js';
import { completeFocused, type Option } from './option.js';

export type ChatVisit = Visit<ChatInputCommandInteraction>;

/** One thing that can be called: a command without subcommands, or a subcommand. */
export interface Deed {
  readonly named: Described;
  readonly options: readonly Option[];
  readonly acknowledge: (
    interaction: ChatInputCommandInteraction,
    settings: GuildSettings,
  ) => Acknowledgement;
  readonly execute: (visit: ChatVisit) => Promise<void>;
}

/** Everywhere for everyone; what stewards do only in servers, for those who manage them. */
export function reach(audience: Audience) {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return audience === 'everyone'
    ? { contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] }
    : {
        contexts: [Guild],
        integration_types: [GuildInstall],
        default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      };
}

/** Discord wants required options first. */
function dataOf(options: readonly Option[]): APIApplicationCommandBasicOption[] {
  return options
    .map((option) => option.data)
    .sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

function fromDeeds(
  find: (name: string | null) => Deed | undefined,
): Pick<Command, 'acknowledge' | 'execute' | 'autocomplete'> {
  const deedOf = (interaction: CommandInteraction) =>
    interaction.isChatInputCommand() ? find(interaction.options.getSubcommand(false)) : undefined;
  return {
    acknowledge: (interaction, settings) =>
      interaction.isChatInputCommand()
        ? (deedOf(interaction)?.acknowledge(interaction, settings) ?? 'hidden-reply')
        : 'hidden-reply',
    execute: async (visit) => {
      const { interaction } = visit;
      if (!interaction.isChatInputCommand()) return;
      await deedOf(interaction)?.execute({ ...visit, interaction });
    },
    autocomplete: async (interaction, services) => {
      const deed = find(interaction.options.getSubcommand(false));
      return completeFocused(interaction, deed?.options ?? [], services);
    },
  };
}

/** A command that is one deed. */
export function chatCommand(
  deed: Deed,
  {
    audience = 'everyone',
    asks = false,
  }: { readonly audience?: Audience; readonly asks?: boolean } = {},
): Command {
  return {
    data: {
      type: ApplicationCommandType.ChatInput,
      ...described(deed.named),
      ...reach(audience),
      options: dataOf(deed.options),
    },
    audience,
    asks,
    ...fromDeeds(() => deed),
  };
}

/** A command whose subcommands are the deeds. */
export function chatCommandGroup(
  named: Described,
  deeds: readonly Deed[],
  { audience = 'everyone' }: { readonly audience?: Audience } = {},
): Command {
  const byName = new Map(deeds.map((deed) => [described(deed.named).name, deed]));
  return {
    data: {
      type: ApplicationCommandType.ChatInput,
      ...described(named),
      ...reach(audience),
      options: deeds.map((deed) => ({
        type: ApplicationCommandOptionType.Subcommand,
        ...described(deed.named),
        options: dataOf(deed.options),
      })),
    },
    audience,
    asks: false,
    ...fromDeeds((name) => byName.get(name ?? '')),
  };
}
