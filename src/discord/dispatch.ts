import {
  type Interaction,
  type InteractionReplyOptions,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { Asker, GuildSettings } from '../domain/community.js';
import type { Acknowledging } from './acknowledging.js';
import type { Clock } from './clock.js';
import { acknowledge } from './dispatch-acknowledge.js';
import { autocomplete } from './dispatch-autocomplete.js';
import { type PerformTools, perform } from './dispatch-perform.js';
import type { Target, Targets } from './dispatch-targets.js';
import type { MessageBody } from './message.js';
import { mayAct, type Rights } from './permissions.js';
import { presentNotice, presentWait } from './present/notices.js';
import type { Promises } from './promises.js';
import type { FairQueue } from './queue.js';
import type { RateLimits } from './rate-limits.js';
import { replyToInteraction } from './respond-interaction.js';
import { interactionMessage } from './respond-payload.js';
import { textsFor } from './texts/languages.js';
import type { Texts } from './texts/texts.js';

export interface DispatchTools extends PerformTools {
  readonly targets: Targets;
  readonly limits: RateLimits;
  readonly promises: Promises;
  readonly queue: FairQueue;
  readonly acknowledging: Acknowledging;
  readonly clock: Clock;
  /** Fires when the bot is stopping. */
  readonly stopping: AbortSignal;
  readonly rights: () => Rights;
}

/** A question that takes so long is told to take too long, and makes way for the next one. */
export const questionLimitMs = 120_000;

/** Which lane of the queue a question waits in: its server's, or its user's in direct messages. */
export function laneOf(asker: Asker): string {
  return asker.guild ?? `user ${asker.user}`;
}

/** Why an interaction is turned away, or null. Nothing here takes longer than a look-up. */
async function refusal(
  { interaction, audience, asks, name }: Target,
  asker: Asker,
  settings: GuildSettings,
  texts: Texts,
  tools: DispatchTools,
): Promise<MessageBody | null> {
  const { stewardship, metrics, logger } = tools.services;
  if (tools.stopping.aborted) return presentNotice({ text: texts.notices.stopping });
  const may = mayAct(interaction, audience, settings, tools.rights());
  if (may !== 'yes') {
    stewardship.refuse(asker, name).catch((error: unknown) => {
      logger.warn('a refusal could not be noted', { error, name });
    });
    return presentNotice({ text: texts.notices[may === 'no' ? 'notAllowed' : 'keptElsewhere'] });
  }
  if (!asks) return null;
  const admission = await tools.limits.admit(asker);
  if (admission.kind === 'admitted') return null;
  metrics.limited(admission.whose);
  return presentWait({ seconds: admission.seconds, whose: admission.whose, texts });
}

async function handle(target: Target, tools: DispatchTools): Promise<void> {
  const { services, clock } = tools;
  const { community, metrics, logger } = services;
  const { interaction } = target;
  const received = clock.now();
  const asker: Asker = {
    user: interaction.user.id,
    guild: interaction.guildId,
    channel: interaction.channelId ?? '',
  };
  // Neither takes longer than half a second, whatever the store does.
  const { id, token, applicationId: application, locale } = interaction;
  const to = { kind: 'interaction', application, token } as const;
  const [first, settings] = await Promise.all([
    community.takeUp(id),
    community.settings(asker.guild),
    tools.promises.owe({ id, to, guild: asker.guild, locale }),
  ]);
  if (!first) return;
  const texts = textsFor(settings.language === 'auto' ? locale : settings.language);
  const turnAway = async (body: MessageBody) => {
    const message: InteractionReplyOptions = interactionMessage(body, true);
    await interaction.reply(message).catch((error: unknown) => {
      logger.warn('nobody could be told', { error, name: target.name });
    });
    tools.promises.settled(id);
  };
  const refused = await refusal(target, asker, settings, texts, tools);
  if (refused) return turnAway(refused);

  const way = target.acknowledgement(settings);
  const responding = { logger, metrics, clock, signal: tools.stopping };
  let acknowledging: ReturnType<typeof acknowledge> | undefined;
  const acknowledged = () => {
    acknowledging ??= tools.acknowledging
      .track(acknowledge(interaction, way, responding))
      .finally(() => metrics.stage('acknowledge', (clock.now() - received) / 1000));
    return acknowledging;
  };
  const replying = async () => {
    const lost = (await acknowledged()) === 'lost';
    return replyToInteraction(interaction, way, { ...responding, lost });
  };
  const run = async (limitMs: number | null) => {
    const reply = await replying();
    const visit = { asker, settings, texts, reply, services, signal: tools.stopping };
    const work = () => target.execute(visit);
    await perform({ name: target.name, reply, texts, work, limitMs }, tools);
    tools.promises.settled(id);
  };
  if (!target.asks || way === 'modal') return run(null);

  const queued = clock.now();
  const taken = tools.queue.add(laneOf(asker), {
    run: async () => {
      await tools.acknowledging.quiet();
      metrics.stage('queue', (clock.now() - queued) / 1000);
      return run(questionLimitMs);
    },
    drop: async () => {
      const reply = await replying();
      await reply.send(presentNotice({ text: texts.notices.stopping }));
      tools.promises.settled(id);
    },
  });
  if (taken) return void (await acknowledged());
  metrics.limited('queue');
  await turnAway(presentNotice({ text: texts.notices.full }));
}

/** Answers an interaction, whichever it is. Never throws. */
export async function dispatchInteraction(
  interaction: Interaction,
  tools: DispatchTools,
): Promise<void> {
  const { targets, services } = tools;
  const { metrics, logger } = services;
  try {
    if (interaction.isAutocomplete()) return await autocomplete(interaction, tools);
    const target = targets.of(interaction);
    metrics.interaction(InteractionType[interaction.type], target?.name ?? 'unknown');
    if (target) return await handle(target, tools);
    if (!interaction.isRepliable()) return;
    const texts = textsFor(interaction.locale);
    await interaction.reply({
      ...interactionMessage(presentNotice({ text: texts.notices.outdated }), true),
      flags: MessageFlags.Ephemeral,
    });
  } catch (error) {
    metrics.error('unexpected');
    logger.error('an interaction failed', { error, interaction: interaction.id });
  }
}
