import { ApplicationCommandType, type Interaction, type RepliableInteraction } from 'discord.js';
import type { GuildSettings } from '../domain/community.js';
import type {
  Acknowledgement,
  Audience,
  Command,
  CommandInteraction,
  Component,
  ComponentInteraction,
  Visit,
} from './command.js';
import { readCustomId } from './custom-ids.js';

/** What is done about one interaction. */
export interface Target {
  /** Of the command or component, for figures and logs. */
  readonly name: string;
  readonly audience: Audience;
  readonly asks: boolean;
  readonly interaction: RepliableInteraction;
  acknowledgement(settings: GuildSettings): Acknowledgement;
  execute(visit: Omit<Visit<unknown>, 'interaction'>): Promise<void>;
}

export interface Targets {
  command(name: string): Command | undefined;
  /** Null for what the bot does not have (any more), such as the button of an older version. */
  of(interaction: Interaction): Target | null;
}

function isCommand(interaction: Interaction): interaction is CommandInteraction {
  if (interaction.isChatInputCommand()) return true;
  return interaction.isContextMenuCommand()
    ? interaction.commandType === ApplicationCommandType.Message
    : false;
}

function isComponent(interaction: Interaction): interaction is ComponentInteraction {
  return interaction.isButton() || interaction.isStringSelectMenu() || interaction.isModalSubmit();
}

function commandTarget(interaction: CommandInteraction, command: Command): Target {
  return {
    name: command.data.name,
    audience: command.audience,
    asks: command.asks,
    interaction,
    acknowledgement: (settings) => command.acknowledge(interaction, settings),
    execute: (visit) => command.execute({ ...visit, interaction }),
  };
}

function componentTarget(interaction: ComponentInteraction, component: Component): Target {
  const { args } = readCustomId(interaction.customId);
  return {
    name: component.name,
    audience: component.audience,
    asks: component.asks,
    interaction,
    acknowledgement: (settings) =>
      typeof component.acknowledge === 'function'
        ? component.acknowledge(interaction, settings, args)
        : component.acknowledge,
    execute: (visit) => component.execute({ ...visit, interaction }, args),
  };
}

export function createTargets(
  commands: readonly Command[],
  components: readonly Component[],
): Targets {
  const commandsByName = new Map(commands.map((command) => [command.data.name, command]));
  const componentsByName = new Map(components.map((component) => [component.name, component]));
  return {
    command: (name) => commandsByName.get(name),
    of: (interaction) => {
      if (isCommand(interaction)) {
        const command = commandsByName.get(interaction.commandName);
        return command ? commandTarget(interaction, command) : null;
      }
      if (!isComponent(interaction)) return null;
      const component = componentsByName.get(readCustomId(interaction.customId).name);
      return component ? componentTarget(interaction, component) : null;
    },
  };
}
