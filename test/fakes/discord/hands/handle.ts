import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Choice } from '../rules/choices.js';
import { describeWorld } from '../state/describe.js';
import type { WaitOptions } from '../state/waiting.js';
import type { FakeInteraction, FakeMessage, World } from '../state/world.js';

/** A message as the person sees it now. */
export type ShownMessage = APIMessage & { readonly ephemeral: boolean };

export function shownMessage({ payload, visibleTo }: FakeMessage): ShownMessage {
  return { ...payload, ephemeral: visibleTo !== null };
}

/** What came of an interaction. Every wait takes 10 s at most and says then what did come. */
export interface InteractionHandle {
  readonly interaction: FakeInteraction;
  /** The first response: after how many ms, and its callback type. */
  acknowledged(
    wait?: WaitOptions,
  ): Promise<{ readonly milliseconds: number; readonly type: number }>;
  /** The message in place of "is thinking", as it is when it first appears; or the one changed. */
  response(wait?: WaitOptions): Promise<ShownMessage>;
  /** The message of the response once it is as asked. */
  until(fits: (message: ShownMessage) => boolean, wait?: WaitOptions): Promise<ShownMessage>;
  /** What the response was before each change, oldest first, and what it is now, last. */
  versions(): readonly APIMessage[];
  /** How often the response was changed after it was first shown. */
  readonly edits: number;
  /** Messages after the response, so far. */
  readonly followups: readonly ShownMessage[];
  /** The follow-up of that number. */
  followup(index?: number, wait?: WaitOptions): Promise<ShownMessage>;
  modal(wait?: WaitOptions): Promise<APIModalInteractionResponseCallbackData>;
  choices(wait?: WaitOptions): Promise<readonly Choice[]>;
  /** The token is over, as after 15 minutes. */
  expire(): void;
}

export function handleOf(world: World, interaction: FakeInteraction): InteractionHandle {
  const { kind, name } = interaction;
  const original = () => {
    const message = world.messages.get(interaction.originalId ?? '');
    return message && !message.loading && !message.deleted ? message : undefined;
  };
  const describe = () => describeInteraction(world, interaction);
  const wait = <Value>(what: string, look: () => Value | undefined, options?: WaitOptions) =>
    world.waiting.until(`${what} of ${kind} ${name}`, look, describe, options);
  // The change that a component asks for is the one after its acknowledgement by callback 6.
  const pastAtStart = world.messages.get(interaction.sourceMessageId ?? '')?.past.length ?? 0;
  const changed = () => {
    const message = original();
    const isSource = message?.payload.id === interaction.sourceMessageId;
    return message && (!isSource || message.past.length > pastAtStart) ? message : undefined;
  };

  return {
    interaction,
    acknowledged: (options) =>
      wait(
        'the first response',
        () => {
          const { acknowledged, dispatchedAt } = interaction;
          if (acknowledged) {
            return { milliseconds: acknowledged.at - dispatchedAt, type: acknowledged.type };
          }
          if (interaction.missedDeadline) throw new Error(`Missed the deadline. ${describe()}`);
          return undefined;
        },
        options,
      ),
    response: (options) =>
      wait(
        'the response',
        () => {
          const message = changed();
          return message && shownMessage(message);
        },
        options,
      ),
    until: (fits, options) =>
      wait(
        'the response as asked',
        () => {
          const message = original();
          const shown = message && shownMessage(message);
          return shown && fits(shown) ? shown : undefined;
        },
        options,
      ),
    versions: () => {
      const message = original();
      return message
        ? [...message.past.filter(({ flags }) => !((flags ?? 0) & 128)), message.payload]
        : [];
    },
    get edits() {
      const past = original()?.past ?? [];
      return past.filter(({ flags }) => !((flags ?? 0) & 128)).length;
    },
    get followups() {
      return interaction.followupIds.flatMap((id) => {
        const message = world.messages.get(id);
        return message && !message.deleted ? [shownMessage(message)] : [];
      });
    },
    followup(index = 0, options) {
      return wait(
        `follow-up ${index}`,
        () => {
          const message = world.messages.get(interaction.followupIds[index] ?? '');
          return message && shownMessage(message);
        },
        options,
      );
    },
    modal: (options) => wait('the modal', () => interaction.modal ?? undefined, options),
    choices: (options) => wait('the choices', () => interaction.choices ?? undefined, options),
    expire() {
      interaction.tokenExpired = true;
    },
  };
}

/** What a person could say of an interaction so far. */
function describeInteraction(world: World, interaction: FakeInteraction): string {
  const { acknowledged, missedDeadline, log, originalId, dispatchedAt } = interaction;
  const requests = log.map(
    ({ at, did, status }) => `${did} → ${status} at ${at - dispatchedAt} ms`,
  );
  const message = world.messages.get(originalId ?? '');
  return [
    acknowledged ? `acknowledged by callback ${acknowledged.type}` : 'not acknowledged',
    missedDeadline ? 'the deadline was missed' : '',
    `requests: ${requests.join(', ') || 'none'}`,
    message
      ? `message: ${JSON.stringify(message.payload.content)}, ${message.payload.embeds.length} embeds`
      : '',
    describeWorld(world),
  ]
    .filter((part) => part !== '')
    .join('; ');
}
