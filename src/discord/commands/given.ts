import type { ChatInputCommandInteraction } from 'discord.js';
import { type Described, described } from './described.js';

type Interaction = Pick<ChatInputCommandInteraction, 'options'>;

/** What was typed into an option; null when it was left out or left blank. */
export function given(interaction: Interaction, option: Described): string | null {
  const text = interaction.options.getString(described(option).name)?.trim();
  return text === undefined || text === '' ? null : text;
}

/** True when the flag was set. */
export function flagged(interaction: Interaction, option: Described): boolean {
  return interaction.options.getBoolean(described(option).name) ?? false;
}

/** Leaves out what is null, for queries whose parts are optional. */
export function withoutNulls<Value extends object>(
  value: Value,
): { readonly [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  // The keys are those of the value; only nulls went.
  return Object.fromEntries(kept) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}
