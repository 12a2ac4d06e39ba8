import type {
  APIApplicationCommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/index.js';
import { components } from '../../../src/discord/components/index.js';
import { componentNames } from '../../../src/discord/custom-ids.js';

/** Discord's rule for names of slash commands and of their options. */
const nameRule = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Described = {
  readonly name: string;
  readonly name_localizations?: object | null | undefined;
  readonly description?: string;
  readonly description_localizations?: object | null | undefined;
};

function optionsOf(of: object): readonly APIApplicationCommandOption[] {
  return 'options' in of ? ((of.options ?? []) as readonly APIApplicationCommandOption[]) : [];
}

function choicesOf(of: object): readonly Described[] {
  return 'choices' in of ? ((of.choices ?? []) as readonly Described[]) : [];
}

/** The command, its subcommands and options at every depth. */
function everything(of: Described & object): readonly (Described & object)[] {
  return [of, ...optionsOf(of).flatMap(everything)];
}

const isSlash = (
  data: RESTPostAPIApplicationCommandsJSONBody,
): data is RESTPostAPIChatInputApplicationCommandsJSONBody => 'description' in data;
const slash = commands.map(({ data }) => data).filter(isSlash);
const parts = slash.flatMap((data) => everything(data));
const spoken = (part: Described) => [
  part.name,
  ...Object.values(part.name_localizations ?? {}).map(String),
];

describe('what Discord is told of the commands', () => {
  it('has names that Discord takes, in every language', () => {
    const names = parts.flatMap(spoken);
    expect(names.filter((name) => !nameRule.test(name) || name !== name.toLowerCase())).toEqual([]);
  });

  it('has descriptions of 1 to 100 characters, in every language', () => {
    const descriptions = parts.flatMap((part) => [
      part.description ?? '',
      ...Object.values(part.description_localizations ?? {}).map(String),
    ]);
    expect(descriptions.filter((text) => text.length < 1 || text.length > 100)).toEqual([]);
  });

  it('says everything in French too', () => {
    const choices = parts.flatMap(choicesOf);
    const untold = [...parts, ...choices].filter(
      (part) => !('fr' in (part.name_localizations ?? {})),
    );
    expect(untold.map(({ name }) => name)).toEqual([]);
    expect(parts.filter((part) => !('fr' in (part.description_localizations ?? {})))).toEqual([]);
  });

  it('has no name twice beside one another, in any language', () => {
    const groups: readonly (readonly Described[])[] = [
      slash,
      ...parts.map(optionsOf),
      ...parts.map(choicesOf),
    ];
    for (const language of ['name', 'fr']) {
      for (const group of groups) {
        const names = group.map((one) =>
          language === 'name' ? one.name : Reflect.get(one.name_localizations ?? {}, language),
        );
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  it('keeps every command within 8000 characters, 25 options and 25 choices', () => {
    for (const data of slash) {
      const texts = everything(data).flatMap((part) => [
        ...[part, ...choicesOf(part)].flatMap(spoken),
        part.description ?? '',
        ...Object.values(part.description_localizations ?? {}).map(String),
        ...choicesOf(part).map((choice) => String(Reflect.get(choice, 'value'))),
      ]);
      expect(texts.join('').length).toBeLessThanOrEqual(8000);
    }
    expect(Math.max(...parts.map((part) => optionsOf(part).length))).toBeLessThanOrEqual(25);
    expect(Math.max(...parts.map((part) => choicesOf(part).length))).toBeLessThanOrEqual(25);
  });

  it('has required options first', () => {
    for (const part of parts) {
      const required = optionsOf(part).map((one) => Number('required' in one && one.required));
      expect(required).toEqual([...required].sort((a, b) => b - a));
    }
  });

  it('offers everywhere what is for everyone, and to managers of servers what is for stewards', () => {
    for (const { data, audience } of commands) {
      const { contexts, integration_types } = data;
      const reach = { contexts, integration_types };
      const wanted =
        audience === 'everyone'
          ? { contexts: [0, 1, 2], integration_types: [0, 1] }
          : { contexts: [0], integration_types: [0] };
      expect(reach).toEqual(wanted);
      expect(data.default_member_permissions).toBe(audience === 'everyone' ? undefined : '32');
    }
  });

  it('names the commands that the product promises', () => {
    const names = commands.map(({ data }) => data.name);
    const slashes = ['ask', 'signatories', 'accord', 'corpus', 'settings', 'help', 'about'];
    expect(names).toEqual([...slashes, 'privacy', 'Check against the corpus']);
  });
});

it('has something behind every button, select and form', () => {
  expect(components.map(({ name }) => name).sort()).toEqual([...componentNames].sort());
});
