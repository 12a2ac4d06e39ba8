import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Acknowledgement } from './command.js';
import type { MessageBody } from './message.js';
import { missingPermissions } from './permissions.js';
import { deliver, type RespondTools, type TrackedReply } from './respond.js';
import { deliveryFailure } from './respond-errors.js';
import { changedMessage, channelMessage, interactionMessage } from './respond-payload.js';

/** A token lives for 15 minutes; some seconds are left for the way. */
const tokenLifeMs = 15 * 60_000 - 5_000;

/** Whether everything that answers the interaction is for the asker alone. */
function isHidden(interaction: RepliableInteraction, way: Acknowledgement): boolean {
  if (way === 'hidden-reply') return true;
  const on = 'message' in interaction ? interaction.message : null;
  return way === 'update' && on?.flags.has(MessageFlags.Ephemeral) === true;
}

/**
 * The reply to an interaction that was acknowledged in the given way. `lost`: the acknowledgement
 * came too late, so that only the channel is left. discord.js's own state of the interaction is
 * not asked: an acknowledgement may have arrived although Discord answered with an error.
 */
export function replyToInteraction(
  interaction: RepliableInteraction,
  way: Acknowledgement,
  tools: RespondTools & { readonly lost?: boolean },
): TrackedReply {
  const { logger, metrics, clock } = tools;
  const { webhook } = interaction;
  const received = clock.now();
  const hidden = isHidden(interaction, way);
  let thinking = way === 'reply' || way === 'hidden-reply';
  let opened = way !== 'modal';

  const expired = () => tools.lost === true || clock.now() - received > tokenLifeMs;

  const drop = (why: string): null => {
    metrics.error('token-expired');
    logger.warn('an answer was dropped', { why, interaction: interaction.id });
    return null;
  };

  const throughChannel = async (body: MessageBody): Promise<string | null> => {
    thinking = false;
    if (hidden) return drop('the token expired, and the answer was for the asker alone');
    const { channel } = interaction;
    if (!channel?.isSendable()) return drop('the token expired, and the channel is out of reach');
    if (missingPermissions(channel, body).length > 0) {
      return drop('the token expired, and the bot may not write in the channel');
    }
    return (await deliver<{ readonly id: string }>(tools, () => channel.send(channelMessage(body))))
      .id;
  };

  const follow = async (body: MessageBody, alone: boolean) => {
    const message = interactionMessage(body, alone);
    return (await deliver(tools, () => webhook.send(message))).id;
  };
  const open = async (body: MessageBody, alone: boolean): Promise<null> => {
    opened = true;
    await deliver(tools, () => interaction.reply(interactionMessage(body, alone)));
    return null;
  };
  const change = async (body: MessageBody) => {
    thinking = false;
    return (await deliver(tools, () => webhook.editMessage('@original', changedMessage(body)))).id;
  };

  let shown = false;
  const show = (body: MessageBody): Promise<string | null> => {
    const first = !shown;
    shown = true;
    if (!opened && !interaction.replied) return open(body, hidden);
    return first && way !== 'modal' ? change(body) : follow(body, hidden);
  };

  return {
    send: async (body) => {
      if (expired()) return throughChannel(body);
      try {
        return await show(body);
      } catch (error) {
        const failure = deliveryFailure(error);
        if (failure === 'expired') return throughChannel(body);
        if (failure === 'gone' || failure === 'acknowledged') return follow(body, hidden);
        throw error;
      }
    },
    draft: async (body) => {
      const waited = way === 'reply' || way === 'hidden-reply';
      if (waited && !shown && !expired())
        await webhook.editMessage('@original', changedMessage(body));
    },
    edit: async (body) => {
      shown = true;
      if (expired()) return void drop('the token expired before a change');
      try {
        await change(body);
      } catch (error) {
        const failure = deliveryFailure(error);
        if (failure !== 'gone' && failure !== 'expired') throw error;
        drop('the message to be changed is gone');
      }
    },
    whisper: async (body) => {
      if (expired()) return void drop('the token expired before a whisper');
      if (!opened && !interaction.replied) return void (await open(body, true));
      if (thinking && hidden) return void (await show(body));
      // The first message after a deferred reply takes its place, seen by all: it has to go first.
      if (thinking) await deliver(tools, () => webhook.deleteMessage('@original'));
      thinking = false;
      shown = true;
      await follow(body, true);
    },
    pending: () => thinking,
    dismiss: async () => {
      thinking = false;
      await webhook.deleteMessage('@original').catch((error: unknown) => {
        logger.debug('nothing to dismiss', { error });
      });
    },
  };
}
