import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Acknowledgement } from './command.js';
import type { RespondTools } from './respond.js';
import { deliveryFailure } from './respond-errors.js';

/** `taken`: done, or done before. `lost`: too late, so that only the channel is left. */
export type Acknowledged = 'taken' | 'lost';

async function send(interaction: RepliableInteraction, way: Acknowledgement): Promise<void> {
  if (way === 'reply') await interaction.deferReply();
  else if (way === 'hidden-reply') await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else if (way === 'update' && 'deferUpdate' in interaction) await interaction.deferUpdate();
}

/** Waits before each further attempt, in milliseconds: all of them fit in the 3 s that there are. */
const waits = [100, 300, 700];

/** Tells Discord that the interaction was received. Never throws. */
export async function acknowledge(
  interaction: RepliableInteraction,
  way: Acknowledgement,
  { logger, clock, signal }: Pick<RespondTools, 'logger' | 'clock' | 'signal'>,
): Promise<Acknowledged> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send(interaction, way);
      return 'taken';
    } catch (error) {
      const failure = deliveryFailure(error);
      // Duplicates were sorted out before: this is an answer of ours that seemed to have failed.
      if (failure === 'acknowledged') return 'taken';
      const wait = waits[attempt];
      if (failure !== 'outage' || wait === undefined) {
        const facts = { error, interaction: interaction.id };
        logger.warn('an interaction could not be acknowledged', facts);
        return 'lost';
      }
      await clock.sleep(wait, signal);
    }
  }
}
