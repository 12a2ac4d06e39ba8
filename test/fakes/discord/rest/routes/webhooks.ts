import { type MessageInput, messageFlags } from '../../rules/message-input.js';
import { checkMessage } from '../../rules/messages.js';
import { tokenIsAlive } from '../../state/interactions.js';
import { createMessage, deleteMessage, editMessage } from '../../state/messages.js';
import type { FakeInteraction, FakeMessage } from '../../state/world.js';
import {
  type Call,
  failures,
  note,
  nothing,
  type Outcome,
  ok,
  type Route,
  refuse,
} from '../call.js';
import { messageExtra } from './interaction-messages.js';

/** Runs `act` for an interaction whose token lives and that was answered before. */
function withInteraction(did: string, act: (call: Call, interaction: FakeInteraction) => Outcome) {
  return (call: Call): Outcome => {
    const { world, params } = call;
    const interaction = world.interactions.get(params['webhook_token'] ?? '');
    if (!interaction || params['webhook_id'] !== world.applicationId)
      return failures.unknownWebhook;
    const outcome = allowed(call, interaction, did) ?? act(call, interaction);
    interaction.log.push({ at: call.arrivedAt, did, status: outcome.status });
    world.waiting.changed();
    return outcome;
  };
}

function allowed(call: Call, interaction: FakeInteraction, did: string): Outcome | null {
  if (!tokenIsAlive(call.world, interaction)) return failures.invalidWebhookToken;
  if (interaction.acknowledged) return null;
  if (!interaction.missedDeadline) {
    const message = `${did} before the first response to ${interaction.kind} ${interaction.name}`;
    note(call, { rule: 'order', path: [], message });
  }
  return failures.unknownWebhook;
}

/** A message that the interaction's token reaches: its own, or the one that it stands on. */
function messageOf(call: Call, interaction: FakeInteraction): FakeMessage | undefined {
  const { world, params } = call;
  const id = params['message_id'] ?? interaction.originalId ?? '';
  const message = world.messages.get(id);
  const reachable =
    message?.interactionToken === interaction.token || interaction.originalId === id;
  return message && reachable && !message.deleted ? message : undefined;
}

function followUp(call: Call, interaction: FakeInteraction): Outcome {
  const { world, files } = call;
  const input = (call.body ?? {}) as MessageInput;
  const original = world.messages.get(interaction.originalId ?? '');
  const wantsHidden = ((input.flags ?? 0) & messageFlags.ephemeral) !== 0;
  // The first follow-up to a deferred response takes its place, and with it who sees it; none does
  // after the response was deleted (discord-api-docs, issue 2739).
  const waits = original?.loading === true && !original.deleted;
  const takesPlace = waits && original.interactionToken === interaction.token;
  const mayBeEphemeral = !takesPlace || original.visibleTo !== null;
  const complaints = checkMessage({ input, files, before: null, mayBeEphemeral });
  if (complaints.length > 0) return refuse(call, complaints);
  if (takesPlace) {
    editMessage(world, original, input, files);
    return ok(original.payload);
  }
  const channel = world.channels.get(interaction.channelId);
  if (!channel) return failures.unknownChannel;
  const message = createMessage(world, {
    channel,
    author: world.bot,
    input,
    files,
    visibleTo: wantsHidden ? interaction.account.user.id : null,
    interactionToken: interaction.token,
    extra: messageExtra(world, interaction),
  });
  interaction.followupIds.push(message.payload.id);
  return ok(message.payload);
}

function edit(call: Call, interaction: FakeInteraction): Outcome {
  const message = messageOf(call, interaction);
  if (!message) return failures.unknownMessage;
  const { world, files } = call;
  const input = (call.body ?? {}) as MessageInput;
  const complaints = checkMessage({ input, files, before: message.payload, mayBeEphemeral: false });
  if (complaints.length > 0) return refuse(call, complaints);
  editMessage(world, message, input, files);
  return ok(message.payload);
}

function remove(call: Call, interaction: FakeInteraction): Outcome {
  const message = messageOf(call, interaction);
  if (!message) return failures.unknownMessage;
  deleteMessage(call.world, message);
  return nothing;
}

function look(call: Call, interaction: FakeInteraction): Outcome {
  const message = messageOf(call, interaction);
  return message ? ok(message.payload) : failures.unknownMessage;
}

const webhook = '/webhooks/{webhook_id}/{webhook_token}';

/** What an interaction's token can do after the first response. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: webhook, needs: 'token', handle: withInteraction('follow-up', followUp) },
  ...[`${webhook}/messages/@original`, `${webhook}/messages/{message_id}`].flatMap(
    (path): readonly Route[] => [
      { method: 'GET', path, needs: 'token', handle: withInteraction('fetch', look) },
      { method: 'PATCH', path, needs: 'token', handle: withInteraction('edit', edit) },
      { method: 'DELETE', path, needs: 'token', handle: withInteraction('delete', remove) },
    ],
  ),
];
