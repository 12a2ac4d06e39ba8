import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { LooseOption } from '../rules/commands.js';
import { allComponents, type LooseComponent } from '../rules/components.js';
import { openInteraction } from '../state/interactions.js';
import { permissionsIn } from '../state/permissions.js';
import type {
  FakeAccount,
  FakeChannel,
  FakeMessage,
  InteractionKind,
  World,
} from '../state/world.js';
import { handleOf, type InteractionHandle } from './handle.js';
import { modalPayload } from './modal.js';
import { fillOptions, type OptionValues } from './options.js';
import { channelAt, mayUse, type Place, placePayload } from './place.js';
import { type Said, type SayOptions, say } from './say.js';

export interface SlashOptions extends Place {
  /** Sends a command that Discord would not show to this person, as an admin may have allowed. */
  readonly evenIfHidden?: boolean;
}

/** A person at Discord's client. What the client would not let one do throws. */
export interface FakeUser {
  readonly id: string;
  readonly account: FakeAccount;
  /** `name` with its subcommands: `signatories list`. */
  slash(name: string, values?: OptionValues, where?: SlashOptions): InteractionHandle;
  /** Types in an option; `values` holds what is typed in it and in the others so far. */
  autocomplete(
    name: string,
    focused: string,
    values?: OptionValues,
    where?: SlashOptions,
  ): InteractionHandle;
  contextMenu(name: string, message: APIMessage, where?: SlashOptions): InteractionHandle;
  click(message: APIMessage, customId: string): InteractionHandle;
  choose(message: APIMessage, customId: string, values: readonly string[]): InteractionHandle;
  /** Fills in the modal that an interaction showed: texts and chosen values by custom id. */
  submitModal(
    shown: InteractionHandle,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): InteractionHandle;
  say(text: string, options?: SayOptions): Said;
}

export function createUser(world: World, account: FakeAccount): FakeUser {
  const open = (
    kind: InteractionKind,
    name: string,
    channel: FakeChannel,
    payload: Readonly<Record<string, unknown>>,
    sourceMessageId: string | null = null,
  ) =>
    handleOf(
      world,
      openInteraction(
        world,
        { kind, name, account, channelId: channel.id, guildId: channel.guildId, sourceMessageId },
        { ...placePayload(world, account, channel), ...payload },
      ),
    );

  const command = (
    kind: 'command' | 'autocomplete',
    name: string,
    values: OptionValues,
    where: SlashOptions,
    focused?: string,
  ) => {
    const channel = channelAt(world, account, where);
    const path = name.split(' ');
    const registered = findCommand(world, account, channel, path[0] ?? '', 1, where);
    const definitions = (
      'options' in registered ? (registered.options ?? []) : []
    ) as readonly LooseOption[];
    const filled = fillOptions(definitions, {
      world,
      channel,
      path,
      values,
      ...(focused === undefined ? {} : { focused }),
    });
    const data = commandData(registered, channel);
    return open(kind, name, channel, {
      type: kind === 'command' ? 2 : 4,
      data: { ...data, options: filled.options, resolved: filled.resolved },
    });
  };

  const component = (shown: APIMessage, customId: string, values?: readonly string[]) => {
    const message = visibleMessage(world, account, shown);
    const found = allComponents(message.payload.components as unknown as readonly LooseComponent[])
      .map((placed) => placed.component)
      .find((placed) => placed.custom_id === customId);
    if (!found) throw new Error(`The message has no component ${customId}: ${idsOf(message)}`);
    if (found.disabled) throw new Error(`The component ${customId} is disabled`);
    if ((values === undefined) !== (found.type === 2)) {
      throw new Error(`The component ${customId} is ${found.type === 2 ? 'a button' : 'a select'}`);
    }
    if (values) checkChosen(found, values);
    const channel = channelAt(world, account, { channel: shown.channel_id });
    return open(
      'component',
      customId,
      channel,
      {
        type: 3,
        message: message.payload,
        data: { custom_id: customId, component_type: found.type, ...(values ? { values } : {}) },
      },
      message.payload.id,
    );
  };

  return {
    id: account.user.id,
    account,
    slash: (name, values = {}, where = {}) => command('command', name, values, where),
    autocomplete: (name, focused, values = {}, where = {}) =>
      command('autocomplete', name, values, where, focused),
    contextMenu(name, shown, where = {}) {
      const message = visibleMessage(world, account, shown);
      const channel = channelAt(world, account, { channel: shown.channel_id });
      const registered = findCommand(world, account, channel, name, 3, where);
      const resolved = { messages: { [message.payload.id]: message.payload } };
      const data = { ...commandData(registered, channel), target_id: message.payload.id, resolved };
      return open('context-menu', name, channel, { type: 2, data });
    },
    click: (message, customId) => component(message, customId),
    choose: (message, customId, values) => component(message, customId, values),
    submitModal(shown, fields) {
      const { interaction } = shown;
      const modal: APIModalInteractionResponseCallbackData | null = interaction.modal;
      if (!modal) throw new Error(`${interaction.kind} ${interaction.name} showed no modal`);
      const channel = channelAt(world, account, { channel: interaction.channelId });
      const source = world.messages.get(interaction.sourceMessageId ?? '');
      return open(
        'modal-submit',
        modal.custom_id,
        channel,
        {
          type: 5,
          data: modalPayload(modal, fields),
          ...(source ? { message: source.payload } : {}),
        },
        interaction.sourceMessageId,
      );
    },
    say: (text, options = {}) => say(world, account, text, options),
  };
}

function idsOf(message: FakeMessage): string {
  const all = allComponents(message.payload.components as unknown as readonly LooseComponent[]);
  return all.flatMap(({ component }) => component.custom_id ?? []).join(', ') || 'it has none';
}

function checkChosen(select: LooseComponent, values: readonly string[]) {
  const known = (select.options ?? []).map(({ value }) => value);
  const strange = select.type === 3 ? values.filter((value) => !known.includes(value)) : [];
  if (strange.length > 0)
    throw new Error(`Not to choose: ${strange.join(', ')}; ${known.join(', ')}`);
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most) {
    throw new Error(`Chose ${values.length}, between ${least} and ${most} are asked`);
  }
}

function visibleMessage(world: World, account: FakeAccount, { id }: APIMessage): FakeMessage {
  const message = world.messages.get(id);
  if (!message || message.deleted) throw new Error(`The message ${id} is gone`);
  if (message.visibleTo !== null && message.visibleTo !== account.user.id) {
    throw new Error(`${account.user.username} does not see the message ${id}`);
  }
  return message;
}

function commandData(registered: APIApplicationCommand, channel: FakeChannel) {
  const inGuild = registered.guild_id !== undefined && channel.guildId !== null;
  return {
    id: registered.id,
    name: registered.name,
    type: registered.type,
    ...(inGuild ? { guild_id: channel.guildId } : {}),
  };
}

/** The command as Discord would offer it here to this person. */
function findCommand(
  world: World,
  account: FakeAccount,
  channel: FakeChannel,
  name: string,
  type: number,
  { evenIfHidden = false }: SlashOptions,
): APIApplicationCommand {
  const scopes = [...(channel.guildId === null ? [] : [channel.guildId]), 'global'];
  const all = scopes.flatMap((scope) => [...(world.commands.get(scope)?.values() ?? [])]);
  const found = all.find((command) => command.name === name && command.type === type);
  if (!found) {
    throw new Error(
      `No command ${name} is registered here: ${all.map((command) => command.name).join(', ')}`,
    );
  }
  const context = channel.guildId === null ? 1 : 0;
  if (found.contexts && !found.contexts.includes(context)) {
    throw new Error(
      `The command ${name} is not for ${context === 1 ? 'direct messages' : 'servers'}`,
    );
  }
  const byUser =
    channel.guildId !== null && world.guilds.get(channel.guildId)?.botIsMember === false;
  if (byUser && !found.integration_types?.includes(1)) {
    throw new Error(`The command ${name} is not for users to install`);
  }
  const granted = permissionsIn(world, channel, account.user.id);
  if (
    !evenIfHidden &&
    channel.guildId !== null &&
    !mayUse(granted, found.default_member_permissions)
  ) {
    throw new Error(`The command ${name} is hidden from ${account.user.username}`);
  }
  return found;
}
