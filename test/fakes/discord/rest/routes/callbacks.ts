import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { type Choice, checkChoices } from '../../rules/choices.js';
import { type MessageInput, messageFlags } from '../../rules/message-input.js';
import { checkMessage } from '../../rules/messages.js';
import { checkModal } from '../../rules/modals.js';
import { missDeadline } from '../../state/interactions.js';
import { createMessage, editMessage } from '../../state/messages.js';
import type { FakeInteraction, FakeMessage } from '../../state/world.js';
import {
  below,
  type Call,
  failures,
  note,
  nothing,
  type Outcome,
  ok,
  type Route,
  refuse,
} from '../call.js';
import { focusedType, messageExtra } from './interaction-messages.js';

interface CallbackBody {
  readonly type: number;
  readonly data?: unknown;
}

/** Which first responses fit which interaction: 4 and 5 show a message, 6 and 7 change one. */
function fits({ kind, sourceMessageId }: FakeInteraction, type: number): boolean {
  if (kind === 'autocomplete') return type === 8;
  if (type === 6 || type === 7) return sourceMessageId !== null;
  if (type === 9) return kind !== 'modal-submit';
  return type === 4 || type === 5;
}

function respond(call: Call): Outcome {
  const { world, params, arrivedAt } = call;
  const interaction = world.interactions.get(params['interaction_token'] ?? '');
  if (!interaction || interaction.id !== params['interaction_id'])
    return failures.unknownInteraction;
  const outcome = answered(call, interaction);
  const { type } = call.body as CallbackBody;
  interaction.log.push({ at: arrivedAt, did: `callback ${type}`, status: outcome.status });
  world.waiting.changed();
  return outcome;
}

function answered(call: Call, interaction: FakeInteraction): Outcome {
  const { world, arrivedAt } = call;
  const { type } = call.body as CallbackBody;
  const elapsed = arrivedAt - interaction.dispatchedAt;
  if (interaction.acknowledged) {
    note(call, { rule: 'double-acknowledgement', path: [], message: describe(interaction) });
    return failures.acknowledged;
  }
  if (elapsed > world.firstResponseMs || interaction.missedDeadline) {
    missDeadline(world, interaction, `it came after ${elapsed} ms`);
    return failures.unknownInteraction;
  }
  if (!fits(interaction, type)) {
    const message = `A ${interaction.kind} cannot be answered by callback ${type}.`;
    return refuse(call, [{ rule: 'callback-type', path: ['type'], message }]);
  }
  return apply(call, interaction);
}

function describe({ kind, name }: FakeInteraction): string {
  return `The ${kind} ${name} was acknowledged already.`;
}

function apply(call: Call, interaction: FakeInteraction): Outcome {
  const { type, data } = call.body as CallbackBody;
  if (type === 4 || type === 5) return show(call, interaction, type, (data ?? {}) as MessageInput);
  if (type === 6 || type === 7)
    return update(call, interaction, type, (data ?? {}) as MessageInput);
  if (type === 8) {
    const choices = (data as { choices?: readonly Choice[] }).choices ?? [];
    const complaints = below('data', checkChoices(choices, focusedType(interaction)));
    if (complaints.length > 0) return refuse(call, complaints);
    interaction.choices = choices;
  } else {
    const modal = data as APIModalInteractionResponseCallbackData;
    const complaints = below('data', checkModal(modal));
    if (complaints.length > 0) return refuse(call, complaints);
    interaction.modal = modal;
  }
  return acknowledge(call, interaction, type, null);
}

function show(
  call: Call,
  interaction: FakeInteraction,
  type: number,
  input: MessageInput,
): Outcome {
  const { world, files } = call;
  const channel = world.channels.get(interaction.channelId);
  if (!channel) return failures.unknownChannel;
  if (type === 4) {
    const complaints = checkMessage({ input, files, before: null, mayBeEphemeral: true });
    if (complaints.length > 0) return refuse(call, below('data', complaints));
  }
  const hidden = ((input.flags ?? 0) & messageFlags.ephemeral) !== 0;
  const message = createMessage(world, {
    channel,
    author: world.bot,
    input: type === 5 ? {} : input,
    files,
    visibleTo: hidden ? interaction.account.user.id : null,
    interactionToken: interaction.token,
    loading: type === 5,
    extra: messageExtra(world, interaction),
  });
  interaction.originalId = message.payload.id;
  return acknowledge(call, interaction, type, message);
}

function update(
  call: Call,
  interaction: FakeInteraction,
  type: number,
  input: MessageInput,
): Outcome {
  const { world, files } = call;
  const source = world.messages.get(interaction.sourceMessageId ?? '');
  if (!source || source.deleted) return failures.unknownMessage;
  if (type === 7) {
    const before = source.payload;
    const complaints = checkMessage({ input, files, before, mayBeEphemeral: false });
    if (complaints.length > 0) return refuse(call, below('data', complaints));
    editMessage(world, source, input, files);
  }
  interaction.originalId = source.payload.id;
  return acknowledge(call, interaction, type, source);
}

function acknowledge(
  call: Call,
  interaction: FakeInteraction,
  type: number,
  message: FakeMessage | null,
): Outcome {
  interaction.acknowledged = { at: call.arrivedAt, type };
  if (call.query.get('with_response') !== 'true') return nothing;
  const shown = message && {
    response_message_id: message.payload.id,
    response_message_loading: message.loading,
    response_message_ephemeral: message.visibleTo !== null,
  };
  return ok({
    interaction: { id: interaction.id, type: interaction.payload['type'], ...(shown ?? {}) },
    resource: message ? { type, message: message.payload } : { type },
  });
}

export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    needs: 'token',
    handle: respond,
  },
];
