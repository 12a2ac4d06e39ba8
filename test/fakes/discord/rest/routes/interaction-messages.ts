import type { APIMessage } from 'discord.js';
import type { FakeInteraction, World } from '../../state/world.js';

/** What a message says of the interaction that it answers. */
export function messageExtra(world: World, interaction: FakeInteraction): Partial<APIMessage> {
  const { id, account, payload, sourceMessageId } = interaction;
  return {
    type: interaction.kind === 'command' ? 20 : interaction.kind === 'context-menu' ? 23 : 19,
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: {
      id,
      type: payload['type'],
      user: account.user,
      authorizing_integration_owners: payload['authorizing_integration_owners'],
      ...(sourceMessageId === null ? {} : { interacted_message_id: sourceMessageId }),
    },
  } as unknown as Partial<APIMessage>;
}

interface SentOption {
  readonly type: number;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

/** The type of the option that is being typed; 3, text, when there is none. */
export function focusedType({ payload }: FakeInteraction): number {
  const find = (options: readonly SentOption[]): number | undefined => {
    for (const option of options) {
      if (option.focused) return option.type;
      const inner = find(option.options ?? []);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return find((payload['data'] as { options?: readonly SentOption[] }).options ?? []) ?? 3;
}
