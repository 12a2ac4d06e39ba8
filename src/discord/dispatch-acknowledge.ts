import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Logger } from '../ports/logger.js';
import type { Acknowledgement } from './command.js';
import { deliveryFailure } from './respond-errors.js';

/** `taken`: done, or done before. `lost`: too late, so that only the channel is left. */
export type Acknowledged = 'taken' | 'lost';

async function send(interaction: RepliableInteraction, way: Acknowledgement): Promise<void> {
  if (way === 'reply') await interaction.deferReply();
  else if (way === 'hidden-reply') await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else if (way === 'update' && 'deferUpdate' in interaction) await interaction.deferUpdate();
}

/** Tells Discord that the interaction was received. Never throws. */
export async function acknowledge(
  interaction: RepliableInteraction,
  way: Acknowledgement,
  logger: Logger,
): Promise<Acknowledged> {
  try {
    await send(interaction, way);
    return 'taken';
  } catch (error) {
    // Duplicates were sorted out before: this is an answer of ours that seemed to have failed.
    if (deliveryFailure(error) === 'acknowledged') return 'taken';
    logger.warn('an interaction could not be acknowledged', { error, interaction: interaction.id });
    return 'lost';
  }
}
