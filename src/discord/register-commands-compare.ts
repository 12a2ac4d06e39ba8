import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

export interface RegistrationChange {
  readonly kind: 'added' | 'changed' | 'removed' | 'unchanged';
  readonly name: string;
  /** Of the registered command; null for a new one. */
  readonly id: string | null;
  /** What to send; null for one that goes. */
  readonly command: RESTPostAPIApplicationCommandsJSONBody | null;
  /** Of a changed command, a line each: where, what it was, what it becomes. */
  readonly differences: readonly string[];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Flat = ReadonlyMap<string, string>;

/** What Discord adds to a command by itself, or derives from the rest of it. */
const own = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
  'handler',
]);

/** Values that Discord takes where a field is left out. */
const defaults: ReadonlyMap<string, string> = new Map([
  ['type', '1'],
  ['description', '""'],
  ['nsfw', 'false'],
]);
/** Defaults of options. */
const optionDefaults: ReadonlyMap<string, string> = new Map([
  ['required', 'false'],
  ['autocomplete', 'false'],
]);
/** Lists whose order means nothing, with the value that stands for a list that was left out. */
const sets: ReadonlyMap<string, string | null> = new Map([
  ['contexts', '[0,1,2]'],
  ['integration_types', '[0]'],
  ['channel_types', null],
]);

function isDefault(key: string, path: string, text: string): boolean {
  if (path === '') return defaults.get(key) === text || sets.get(key) === text;
  return optionDefaults.get(key) === text;
}

function flatten(value: Json, path: string, into: Map<string, string>): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      flatten(item, `${path}[${index}]`, into);
    });
    return;
  }
  if (value === null || typeof value !== 'object') {
    into.set(path, JSON.stringify(value));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    // A null means what leaving it out means; so do empty maps and lists, which leave no entry.
    if (item === null || item === undefined || (path === '' && own.has(key))) continue;
    const at = path === '' ? key : `${path}.${key}`;
    const set = sets.has(key) && Array.isArray(item);
    const text = JSON.stringify(set ? [...item].sort() : item);
    if (isDefault(key, path, text)) continue;
    if (set) into.set(at, text);
    else flatten(item, at, into);
  }
}

/** A command as paths with values, without what Discord adds or takes for granted. */
function normalised(command: object): Flat {
  const flat = new Map<string, string>();
  flatten(JSON.parse(JSON.stringify(command)), '', flat);
  return flat;
}

function differencesOf(before: Flat, after: Flat): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path}: ${before.get(path) ?? 'unset'} → ${after.get(path) ?? 'unset'}`);
}

/** A slash command and a menu may have the same name. */
const keyOf = ({ type, name }: { readonly type?: number | undefined; readonly name: string }) =>
  `${type ?? 1} ${name}`;

/** What has to be done so that the registered commands become the wanted ones. */
export function compareCommands(
  registered: readonly APIApplicationCommand[],
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): readonly RegistrationChange[] {
  const there = new Map(registered.map((command) => [keyOf(command), command]));
  const kept = new Set(wanted.map(keyOf));
  const wantedChanges = wanted.map((command): RegistrationChange => {
    const { name } = command;
    const before = there.get(keyOf(command));
    if (!before) return { kind: 'added', name, id: null, command, differences: [] };
    const differences = differencesOf(normalised(before), normalised(command));
    const kind = differences.length === 0 ? 'unchanged' : 'changed';
    return { kind, name, id: before.id, command, differences };
  });
  const removed = registered
    .filter((command) => !kept.has(keyOf(command)))
    .map(({ name, id }): RegistrationChange => {
      return { kind: 'removed', name, id, command: null, differences: [] };
    });
  return [...wantedChanges, ...removed];
}
