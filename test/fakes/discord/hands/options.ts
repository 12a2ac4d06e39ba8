import type { APIUser } from 'discord.js';
import type { LooseOption } from '../rules/commands.js';
import { lengthOf } from '../rules/violations.js';
import { storeFile } from '../state/messages.js';
import { channelPayload, memberPayload } from '../state/payloads.js';
import type { FakeChannel, World } from '../state/world.js';

/** A file that a person attaches. */
export interface FileValue {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}

/** Users, roles and channels are given by id. */
export type OptionValue = string | number | boolean | FileValue;
export type OptionValues = Readonly<Record<string, OptionValue>>;

interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

export interface Resolved {
  readonly users: Record<string, APIUser>;
  readonly members: Record<string, unknown>;
  readonly roles: Record<string, unknown>;
  readonly channels: Record<string, unknown>;
  readonly attachments: Record<string, unknown>;
}

export interface Filled {
  readonly options: readonly SentOption[];
  readonly resolved: Resolved;
}

export interface Filling {
  readonly world: World;
  readonly channel: FakeChannel;
  /** `['corpus', 'add']`: the command and its subcommands. */
  readonly path: readonly string[];
  readonly values: OptionValues;
  /** The option being typed, in autocomplete; required ones may be missing then. */
  readonly focused?: string;
}

/** Builds the options of a command as Discord's client does; throws where it would not let one send. */
export function fillOptions(definitions: readonly LooseOption[], filling: Filling): Filled {
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
  return { options: descend(definitions, filling.path.slice(1), filling, resolved), resolved };
}

function descend(
  definitions: readonly LooseOption[],
  path: readonly string[],
  filling: Filling,
  resolved: Resolved,
): readonly SentOption[] {
  const [next, ...rest] = path;
  const branches = definitions.filter(({ type }) => type <= 2);
  if (next === undefined) {
    if (branches.length > 0) {
      const names = branches.map(({ name }) => name).join(', ');
      throw new Error(`/${filling.path.join(' ')} needs a subcommand: ${names}`);
    }
    return leaves(definitions, filling, resolved);
  }
  const branch = branches.find(({ name }) => name === next);
  if (!branch) throw new Error(`/${filling.path.join(' ')}: there is no subcommand ${next}`);
  const options = descend(branch.options ?? [], rest, filling, resolved);
  return [{ name: branch.name, type: branch.type, options }];
}

function leaves(definitions: readonly LooseOption[], filling: Filling, resolved: Resolved) {
  const { values, focused, path } = filling;
  const known = new Set(definitions.map(({ name }) => name));
  for (const name of [...Object.keys(values), ...(focused === undefined ? [] : [focused])]) {
    if (!known.has(name)) throw new Error(`/${path.join(' ')} has no option ${name}`);
  }
  return definitions.flatMap((definition): readonly SentOption[] => {
    const { name, type, required } = definition;
    const value = values[name];
    if (name === focused) {
      if (!definition.autocomplete) throw new Error(`Option ${name} has no autocomplete`);
      return [{ name, type, value: String(value ?? ''), focused: true }];
    }
    if (value === undefined) {
      if (required && focused === undefined) {
        throw new Error(`/${path.join(' ')} needs the option ${name}`);
      }
      return [];
    }
    return [{ name, type, value: sentValue(definition, value, filling, resolved) }];
  });
}

function sentValue(
  definition: LooseOption,
  value: OptionValue,
  filling: Filling,
  resolved: Resolved,
): string | number | boolean {
  const { name, type } = definition;
  const wrong = (why: string) => new Error(`Option ${name} of /${filling.path.join(' ')}: ${why}`);
  if (typeof value === 'object') {
    if (type !== 11) throw wrong('takes no file');
    return attach(value, filling, resolved);
  }
  const expected =
    type === 3 || (type >= 6 && type <= 9) ? 'string' : type === 5 ? 'boolean' : 'number';
  if (type === 11 || typeof value !== expected)
    throw wrong(`does not take ${JSON.stringify(value)}`);
  if (type === 4 && !Number.isInteger(value)) throw wrong('takes whole numbers');
  const { choices = [], min_value, max_value, min_length, max_length } = definition;
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw wrong(
      `${String(value)} is not one of ${choices.map((choice) => choice.value).join(', ')}`,
    );
  }
  if (typeof value === 'number' && (value < (min_value ?? value) || value > (max_value ?? value))) {
    throw wrong(`${value} is out of bounds`);
  }
  if (type === 3) {
    const length = lengthOf(String(value));
    if (length === 0) throw wrong('an empty text is not sent');
    if (length < (min_length ?? 0) || length > (max_length ?? 6000))
      throw wrong(`has length ${length}`);
  }
  if (type >= 6 && type <= 9) resolve(String(value), filling, resolved, wrong);
  return value;
}

function attach(file: FileValue, { world, channel }: Filling, resolved: Resolved): string {
  const contentType = file.contentType ?? 'application/octet-stream';
  const attachment = storeFile(world, channel, { id: '0', ...file, contentType });
  resolved.attachments[attachment.id] = { ...attachment, ephemeral: true };
  return attachment.id;
}

function resolve(
  id: string,
  { world, channel }: Filling,
  resolved: Resolved,
  wrong: (why: string) => Error,
): void {
  const guild = world.guilds.get(channel.guildId ?? '');
  const account = world.accounts.get(id);
  const role = guild?.roles.get(id);
  const named = world.channels.get(id);
  const member = guild?.members.get(id);
  if (account) {
    resolved.users[id] = account.user;
    if (member) resolved.members[id] = { ...memberPayload(member), permissions: '0' };
  } else if (role) {
    resolved.roles[id] = { ...role, permissions: String(role.permissions), color: 0, position: 0 };
  } else if (named) {
    resolved.channels[id] = { ...channelPayload(named), permissions: '0' };
  } else throw wrong(`nothing has the id ${id}`);
}
