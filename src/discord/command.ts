import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Asker, GuildSettings } from '../domain/community.js';
import type { Suggestion } from '../domain/reports.js';
import type { Reply } from './reply.js';
import type { Services } from './services.js';
import type { Texts } from './texts/texts.js';

/** One interaction under way, acknowledged already unless its handler says `modal`. */
export interface Visit<Interaction> {
  readonly interaction: Interaction;
  readonly asker: Asker;
  readonly settings: GuildSettings;
  /** In the language of the server's setting or of the user. */
  readonly texts: Texts;
  readonly reply: Reply;
  readonly services: Services;
  /** Fires when the bot is stopping. */
  readonly signal: AbortSignal;
}

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;
export type ComponentInteraction =
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/**
 * How an interaction is acknowledged before any work: by a reply that everyone or only the asker
 * sees, by a change of the message that it stands on, or by a modal that the handler opens at once.
 */
export type Acknowledgement = 'reply' | 'hidden-reply' | 'update' | 'modal';

/**
 * Who may: everyone, those who manage their server, or those who manage a server from which the
 * corpus is kept. Checked again at execution, whatever Discord was told.
 */
export type Audience = 'everyone' | 'managers' | 'stewards';

/** A command: what Discord is told of it, and what it does. */
export interface Command {
  /** As registered, with the localisations of names and descriptions. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  readonly audience: Audience;
  /** True when it asks a question and so counts against the limits of user and server. */
  readonly asks: boolean;
  acknowledge(interaction: CommandInteraction, settings: GuildSettings): Acknowledgement;
  execute(visit: Visit<CommandInteraction>): Promise<void>;
  /** Completions for the option being typed, within 50 ms. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    services: Services,
  ): Promise<readonly Suggestion[]>;
}

/** What a button, select or modal does. Its custom id is `name:argument:argument…`. */
export interface Component {
  readonly name: string;
  readonly audience: Audience;
  readonly asks: boolean;
  /** Always the same, or by what it carries and where it stands. Must not wait for anything. */
  readonly acknowledge:
    | Acknowledgement
    | ((
        interaction: ComponentInteraction,
        settings: GuildSettings,
        args: readonly string[],
      ) => Acknowledgement);
  execute(visit: Visit<ComponentInteraction>, args: readonly string[]): Promise<void>;
}
