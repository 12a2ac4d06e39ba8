import { Locale } from 'discord.js';
import { type Complaint, lengthOf } from './violations.js';

type Localizations = Readonly<Record<string, string>> | null;

export interface LooseOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description: string;
  readonly description_localizations?: Localizations;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations?: Localizations;
    readonly value: string | number;
  }[];
  readonly options?: readonly LooseOption[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly channel_types?: readonly number[];
}

export interface LooseCommand extends Omit<LooseOption, 'type' | 'description'> {
  readonly type?: number | null;
  readonly description?: string | null;
}

type Path = readonly (string | number)[];

/** Discord's pattern for names of slash commands and of options. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set<string>(Object.values(Locale));

/** Rules for one command that the description leaves out. */
export function checkCommand(command: LooseCommand, at: Path = []): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const slash = (command.type ?? 1) === 1;
  if (slash) {
    if (!command.description) {
      complaints.push({ rule: 'command', path: [...at, 'description'], message: 'Is required.' });
    }
    complaints.push(...checkNames(command, at), ...checkOptions(command.options ?? [], at));
    const size = sizeOf(command);
    if (size > 8000) {
      complaints.push({ rule: 'command-size', path: at, message: `Is ${size}, 8000 at most.` });
    }
  } else if (command.description || (command.options?.length ?? 0) > 0) {
    const message = 'A context menu command has no description and no options.';
    complaints.push({ rule: 'command', path: at, message });
  }
  return complaints;
}

function checkNames(
  named: Pick<LooseOption, 'name' | 'name_localizations' | 'description_localizations'>,
  at: Path,
): readonly Complaint[] {
  const localized = Object.entries(named.name_localizations ?? {});
  const wrong = [['name', named.name] as const, ...localized].filter(
    ([, name]) => !namePattern.test(name) || name !== name.toLowerCase(),
  );
  const unknown = [...localized, ...Object.entries(named.description_localizations ?? {})].filter(
    ([locale]) => !locales.has(locale),
  );
  return [
    ...wrong.map(([key, name]) => ({
      rule: 'command-name',
      path: key === 'name' ? [...at, 'name'] : [...at, 'name_localizations', key],
      message: `Command name is invalid: ${name}`,
    })),
    ...unknown.map(([locale]) => ({ rule: 'locale', path: at, message: `No locale ${locale}` })),
  ];
}

function checkOptions(options: readonly LooseOption[], at: Path): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const seen = new Set<string>();
  let optional = false;
  const branches = options.filter(({ type }) => type <= 2).length;
  if (branches > 0 && branches < options.length) {
    const message = 'Subcommands do not stand beside other options.';
    complaints.push({ rule: 'command-options', path: [...at, 'options'], message });
  }
  for (const [index, option] of options.entries()) {
    const path = [...at, 'options', index];
    const say = (message: string) => complaints.push({ rule: 'command-options', path, message });
    if (seen.has(option.name)) say('Option names must be unique.');
    seen.add(option.name);
    if (option.type > 2 && option.required && optional) say('Required options come first.');
    if (!option.required) optional = true;
    if (option.autocomplete && (option.choices?.length ?? 0) > 0) say('Choices or autocomplete.');
    if (option.autocomplete && ![3, 4, 10].includes(option.type)) say('No autocomplete here.');
    const names = (option.choices ?? []).map(({ name }) => name);
    if (new Set(names).size < names.length) say('Choice names must be unique.');
    complaints.push(...checkNames(option, path), ...checkOptions(option.options ?? [], path));
  }
  return complaints;
}

function longest(text: string | null | undefined, others: Localizations | undefined): number {
  return Math.max(...[text ?? '', ...Object.values(others ?? {})].map(lengthOf));
}

/** Names, descriptions and values of a command; of localised ones the longest counts. */
function sizeOf(part: LooseCommand): number {
  let size =
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations);
  for (const choice of part.choices ?? []) {
    size += longest(choice.name, choice.name_localizations) + lengthOf(String(choice.value));
  }
  for (const option of part.options ?? []) size += sizeOf(option);
  return size;
}

/** Most commands of a type in a scope: slash, user, message. */
const most: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** Rules for all commands of a scope together. */
export function checkCommandSet(commands: readonly LooseCommand[]): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const seen = new Set<string>();
  for (const [index, { type, name }] of commands.entries()) {
    const key = `${type ?? 1} ${name}`;
    if (seen.has(key)) {
      const message = 'Application command names must be unique';
      complaints.push({ rule: 'command-unique', path: [index], message });
    }
    seen.add(key);
  }
  for (const [type, limit] of Object.entries(most)) {
    const count = commands.filter((command) => (command.type ?? 1) === Number(type)).length;
    if (count > limit) {
      const message = `Maximum number of application commands reached: ${count} of ${limit}`;
      complaints.push({ rule: 'command-count', path: [], message });
    }
  }
  return complaints;
}
