import type { Message } from 'discord.js';
import type { Asker } from '../domain/community.js';
import { type DispatchTools, laneOf, questionLimitMs } from './dispatch.js';
import { perform } from './dispatch-perform.js';
import { type Address, addressOf, handleMessage } from './mentions.js';
import type { MessageBody } from './message.js';
import { presentNotice, presentWait } from './present/notices.js';
import { replyToMessage } from './respond-message.js';
import { textsFor } from './texts/languages.js';

async function handle(message: Message, address: Address, tools: DispatchTools): Promise<void> {
  const { services, clock, queue, limits, stopping } = tools;
  const { community, metrics, logger } = services;
  const asker: Asker = {
    user: message.author.id,
    guild: message.guildId,
    channel: message.channelId,
  };
  const locale = message.guild?.preferredLocale ?? 'en';
  const { id, channelId: channel, guildId: guild } = message;
  const [first, settings] = await Promise.all([
    community.takeUp(id),
    community.settings(guild),
    tools.promises.owe({ id, to: { kind: 'message', channel }, guild, locale }),
  ]);
  if (!first) return;
  const texts = textsFor(settings.language === 'auto' ? locale : settings.language);
  const reply = replyToMessage(message, {
    ...services,
    clock,
    signal: stopping,
    cannotPost: () => presentNotice({ text: texts.notices.cannotPost }),
  });
  const tell = async (body: MessageBody) => {
    await reply
      .send(body)
      .catch((error: unknown) => logger.warn('nobody could be told', { error }));
    tools.promises.settled(id);
  };
  const sorry = (text: string) => tell(presentNotice({ text }));
  if (stopping.aborted) return sorry(texts.notices.stopping);
  // What asks nothing counts against nobody: people talk in threads, unreadable to the bot.
  const admission = address.question === '' ? null : await limits.admit(asker);
  if (admission?.kind === 'wait') {
    metrics.limited(admission.whose);
    return tell(presentWait({ ...admission, texts }));
  }
  const queued = clock.now();
  let begun = false;
  const visit = { interaction: message, asker, settings, texts, reply, services, signal: stopping };
  const taken = queue.add(laneOf(asker), {
    run: async () => {
      begun = true;
      metrics.stage('queue', (clock.now() - queued) / 1000);
      const work = () => handleMessage(visit, address);
      await perform({ name: 'mention', reply, texts, work, limitMs: questionLimitMs }, tools);
      tools.promises.settled(id);
    },
    drop: () => sorry(texts.notices.stopping),
  });
  if (!taken) {
    metrics.limited('queue');
    return sorry(texts.notices.full);
  }
  // Who has to wait sees that the message was read.
  if (!begun && message.channel.isSendable()) {
    await message.channel.sendTyping().catch((error: unknown) => {
      logger.debug('typing could not be shown', { error });
    });
  }
}

/** Answers a message that speaks to the bot. Never throws. */
export async function dispatchMessage(message: Message, tools: DispatchTools): Promise<void> {
  const { metrics, logger } = tools.services;
  try {
    if (message.author.bot) return;
    const address = await addressOf(message, tools.services.community);
    if (address === null) return;
    metrics.interaction('message', address.by);
    await handle(message, address, tools);
  } catch (error) {
    metrics.error('unexpected');
    logger.error('a message failed', { error, message: message.id });
  }
}
