import type {
  ButtonInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Component, ComponentInteraction, Visit } from '../command.js';
import type { ComponentName } from '../custom-ids.js';
import { presentFailure } from '../present/notices.js';

type Execute<Interaction> = (visit: Visit<Interaction>, args: readonly string[]) => Promise<void>;

interface Traits {
  readonly name: ComponentName;
  readonly acknowledge: Component['acknowledge'];
  /** @default 'everyone' */
  readonly audience?: Component['audience'];
  /** @default false */
  readonly asks?: boolean;
}

/** Tells what went wrong beside the message, which stays as it is. */
async function beside<Interaction>(visit: Visit<Interaction>, work: Promise<void>): Promise<void> {
  const { services, texts, reply } = visit;
  try {
    await work;
  } catch (error) {
    services.metrics.error('component');
    services.logger.warn('a button could not change its message', { error });
    await reply.whisper(presentFailure({ error, texts }));
  }
}

/** Narrows the interaction; one of another type under this name is a forgery and does nothing. */
function narrowed<Interaction extends ComponentInteraction>(
  traits: Traits,
  fits: (interaction: ComponentInteraction) => interaction is Interaction,
  execute: Execute<Interaction>,
): Component {
  return {
    audience: 'everyone',
    asks: false,
    ...traits,
    execute: async (visit, args) => {
      const { interaction } = visit;
      if (!fits(interaction)) return;
      const work = execute({ ...visit, interaction }, args);
      await (traits.acknowledge === 'update' ? beside(visit, work) : work);
    },
  };
}

export function button(traits: Traits, execute: Execute<ButtonInteraction>): Component {
  return narrowed(traits, (interaction) => interaction.isButton(), execute);
}

export function select(traits: Traits, execute: Execute<StringSelectMenuInteraction>): Component {
  return narrowed(traits, (interaction) => interaction.isStringSelectMenu(), execute);
}

export function modal(traits: Traits, execute: Execute<ModalSubmitInteraction>): Component {
  return narrowed(traits, (interaction) => interaction.isModalSubmit(), execute);
}

/** A page number out of a custom id; what is none is the first. */
export function pageOf(text: string | undefined): number {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
}
