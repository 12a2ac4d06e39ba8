import type { APIApplicationCommand } from 'discord.js';
import {
  checkCommand,
  checkCommandSet,
  type LooseCommand,
  type LooseOption,
} from '../../rules/commands.js';
import type { Complaint } from '../../rules/violations.js';
import type { World } from '../../state/world.js';
import {
  type Call,
  failure,
  failures,
  nothing,
  type Outcome,
  ok,
  type Route,
  refuse,
} from '../call.js';

type Stored = Map<string, APIApplicationCommand>;

const scopeOf = ({ params }: Call) => params['guild_id'] ?? 'global';

function commandsOf(world: World, scope: string): Stored {
  const known = world.commands.get(scope) ?? new Map();
  world.commands.set(scope, known);
  return known;
}

/** As Discord gives options back: what was left out or is the default stays out. */
function optionAsKept(option: LooseOption): LooseOption {
  const { required, autocomplete, options, ...rest } = option;
  return {
    ...rest,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(options ? { options: options.map(optionAsKept) } : {}),
  };
}

function kept(call: Call, given: LooseCommand, id: string): APIApplicationCommand {
  const { world, params } = call;
  const guildId = params['guild_id'];
  return {
    default_member_permissions: null,
    contexts: null,
    integration_types: [0],
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...given,
    description: given.description ?? '',
    ...(given.options ? { options: given.options.map(optionAsKept) } : {}),
    id,
    application_id: world.applicationId,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    type: given.type ?? 1,
    version: world.snowflakes(),
  } as unknown as APIApplicationCommand;
}

/** Localisations are given back only to whoever asks for them. */
function shown(value: unknown, localized: boolean): unknown {
  if (localized || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((entry) => shown(entry, localized));
  const left = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(left.map(([key, inner]) => [key, shown(inner, localized)]));
}

const asked = ({ query }: Call) => query.get('with_localizations') === 'true';

/** Discord takes 200 new commands a day and scope. */
function countCreates(call: Call, count: number): Outcome | null {
  const scope = scopeOf(call);
  const made = (call.world.commandCreates.get(scope) ?? 0) + count;
  call.world.commandCreates.set(scope, made);
  return made <= 200
    ? null
    : failure(400, 30034, 'Max number of daily application command creates has been reached (200)');
}

function checked(call: Call, all: readonly LooseCommand[], own: readonly Complaint[]) {
  const complaints = [...own, ...checkCommandSet(all)];
  return complaints.length > 0 ? refuse(call, complaints) : null;
}

function rightApplication(call: Call): Outcome | null {
  const guildId = call.params['guild_id'];
  if (call.params['application_id'] !== call.world.applicationId) return failures.missingAccess;
  return guildId === undefined || call.world.guilds.get(guildId)?.botIsMember
    ? null
    : failures.missingAccess;
}

function replaceAll(call: Call): Outcome {
  const given = (call.body ?? []) as readonly LooseCommand[];
  const complaints = given.flatMap((command, index) => checkCommand(command, [index]));
  const refused = checked(call, given, complaints);
  if (refused) return refused;
  const stored = commandsOf(call.world, scopeOf(call));
  const before = [...stored.values()];
  const idOf = (command: LooseCommand) =>
    before.find(({ name, type }) => name === command.name && type === (command.type ?? 1))?.id;
  const tooMany = countCreates(call, given.filter((command) => idOf(command) === undefined).length);
  if (tooMany) return tooMany;
  stored.clear();
  for (const command of given) {
    const id = idOf(command) ?? call.world.snowflakes();
    stored.set(id, kept(call, command, id));
  }
  call.world.waiting.changed();
  return ok([...stored.values()]);
}

function create(call: Call): Outcome {
  const given = call.body as LooseCommand;
  const stored = commandsOf(call.world, scopeOf(call));
  const same = [...stored.values()].find(
    ({ name, type }) => name === given.name && type === (given.type ?? 1),
  );
  const others = [...stored.values()].filter((command) => command !== same);
  const all = [...(others as unknown as readonly LooseCommand[]), given];
  const refused = checked(call, all, checkCommand(given));
  if (refused) return refused;
  const tooMany = same ? null : countCreates(call, 1);
  if (tooMany) return tooMany;
  const id = same?.id ?? call.world.snowflakes();
  const command = kept(call, given, id);
  stored.set(id, command);
  call.world.waiting.changed();
  return { status: same ? 200 : 201, body: command };
}

function change(call: Call): Outcome {
  const stored = commandsOf(call.world, scopeOf(call));
  const before = stored.get(call.params['command_id'] ?? '');
  if (!before) return failures.unknownCommand;
  const given = { ...before, ...(call.body as object) } as unknown as LooseCommand;
  const all = [...stored.values()].map((command) =>
    command === before ? given : (command as unknown as LooseCommand),
  );
  const refused = checked(call, all, checkCommand(given));
  if (refused) return refused;
  const command = kept(call, given, before.id);
  stored.set(before.id, command);
  call.world.waiting.changed();
  return ok(command);
}

function remove(call: Call): Outcome {
  const removed = commandsOf(call.world, scopeOf(call)).delete(call.params['command_id'] ?? '');
  call.world.waiting.changed();
  return removed ? nothing : failures.unknownCommand;
}

function one(call: Call): Outcome {
  const command = commandsOf(call.world, scopeOf(call)).get(call.params['command_id'] ?? '');
  return command ? ok(command) : failures.unknownCommand;
}

const list = (call: Call) =>
  ok(
    [...commandsOf(call.world, scopeOf(call)).values()].map((command) =>
      shown(command, asked(call)),
    ),
  );

const guarded = (handle: (call: Call) => Outcome) => (call: Call) =>
  rightApplication(call) ?? handle(call);

/** Registration of commands, global and of one guild. */
export const commandRoutes: readonly Route[] = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
].flatMap((path): readonly Route[] => [
  { method: 'GET', path, needs: 'bot', handle: guarded(list) },
  { method: 'PUT', path, needs: 'bot', handle: guarded(replaceAll) },
  { method: 'POST', path, needs: 'bot', handle: guarded(create) },
  { method: 'GET', path: `${path}/{command_id}`, needs: 'bot', handle: guarded(one) },
  { method: 'PATCH', path: `${path}/{command_id}`, needs: 'bot', handle: guarded(change) },
  { method: 'DELETE', path: `${path}/{command_id}`, needs: 'bot', handle: guarded(remove) },
]);
