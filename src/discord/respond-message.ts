import type { Message } from 'discord.js';
import type { MessageBody } from './message.js';
import { missingPermissions } from './permissions.js';
import { deliver, type RespondTools, type TrackedReply } from './respond.js';
import { deliveryFailure } from './respond-errors.js';
import { changedMessage, channelMessage } from './respond-payload.js';

/**
 * The reply to a message, in its channel. `cannotPost` is told to the author privately where the
 * bot may not write.
 */
export function replyToMessage(
  message: Message,
  tools: RespondTools & { readonly cannotPost: (missing: readonly string[]) => MessageBody },
): TrackedReply {
  const { logger, metrics } = tools;
  let first: Message | null = null;
  let drafted: Message | null = null;

  /** The first reply bears the message's id: sent twice, by whichever process, it stays one. */
  const payloadOf = (body: MessageBody) => ({
    ...channelMessage(body),
    failIfNotExists: false,
    ...(first === null && drafted === null ? { nonce: message.id, enforceNonce: true } : {}),
  });

  const explain = async (missing: readonly string[]): Promise<null> => {
    metrics.error('missing-permissions');
    const facts = { channel: message.channelId, missing };
    logger.warn('the bot may not write in a channel', facts);
    const body = tools.cannotPost(missing);
    const { channel } = message;
    const openHere = channel.isSendable() && missingPermissions(channel, body).length === 0;
    const payload = channelMessage(body);
    await (openHere ? channel.send(payload) : message.author.send(payload)).catch(
      (error: unknown) => logger.warn('the author could not be told', { error, ...facts }),
    );
    return null;
  };

  const send = async (body: MessageBody): Promise<string | null> => {
    const missing = missingPermissions(message.channel, body);
    if (missing.length > 0) return explain(missing);
    const draft = drafted;
    drafted = null;
    try {
      if (draft) {
        first ??= await deliver(tools, () => draft.edit(changedMessage(body)));
        return draft.id;
      }
      const payload = payloadOf(body);
      const sent = await deliver(tools, () => message.reply(payload));
      first ??= sent;
      return sent.id;
    } catch (error) {
      if (deliveryFailure(error) === 'forbidden') return explain([]);
      throw error;
    }
  };

  return {
    send,
    draft: async (body) => {
      if (first || missingPermissions(message.channel, body).length > 0) return;
      if (drafted) await drafted.edit(changedMessage(body));
      else drafted = await message.reply(payloadOf(body));
    },
    edit: async (body) => {
      const shown = first;
      if (shown === null) await send(body);
      else await deliver(tools, () => shown.edit(changedMessage(body)));
    },
    whisper: async (body) => void (await send(body)),
    pending: () => false,
    dismiss: async () => {},
  };
}
