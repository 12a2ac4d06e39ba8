import { describe, expect, it } from 'vitest';
import { limits } from '../../src/discord/limits.js';
import { writeDate } from '../../src/discord/present/dates.js';
import { languages, localised, textsFor } from '../../src/discord/texts/languages.js';

/** Every string of a value, with the path to it. */
function strings(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => strings(one, `${path}.${key}`));
}

interface Registered {
  readonly name: string;
  readonly description?: string;
}

/** Everything that has a name: commands, subcommands, options; with those beside it. */
function named(value: unknown): readonly (readonly Registered[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.values(value).filter((one) => typeof one === 'object' && one !== null);
  const siblings = children.filter((one): one is Registered => 'name' in one);
  return [siblings, ...children.flatMap(named)];
}

describe.each(languages.map((texts) => [texts.language, texts] as const))(
  'texts in %s',
  (_, texts) => {
    const groups = named(texts.commands);

    it('have names and descriptions that Discord takes', () => {
      // The rule of Discord's documentation; `check` is of a menu, where blanks may stand.
      const rule = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
      const all = groups.flat().filter((one) => one !== texts.commands.check);
      expect(all.length).toBeGreaterThan(50);
      for (const { name, description } of all) {
        expect(name).toMatch(rule);
        expect(name).toBe(name.toLowerCase());
        expect(description?.length, description).toBeGreaterThan(0);
        expect(description?.length, description).toBeLessThanOrEqual(100);
      }
      expect(texts.commands.check.name.length).toBeLessThanOrEqual(32);
    });

    it('name nothing twice in one place, and not too much', () => {
      for (const group of groups) {
        expect(new Set(group.map(({ name }) => name)).size).toBe(group.length);
        expect(group.length).toBeLessThanOrEqual(25);
      }
    });

    it('have labels and choices that Discord takes', () => {
      for (const [path, text] of strings(texts.buttons)) {
        expect(text.length, path).toBeLessThanOrEqual(limits.component.buttonLabel - 10);
      }
      for (const [path, text] of strings(texts.choices)) {
        expect(text.length, path).toBeLessThanOrEqual(100);
      }
    });

    it('leave nothing empty', () => {
      for (const [path, text] of strings(texts)) expect(text.trim(), path).not.toBe('');
      expect(texts.months.length).toBe(12);
    });
  },
);

describe('languages', () => {
  it('are picked by locale, English for all others', () => {
    expect(textsFor('fr').language).toBe('fr');
    expect(textsFor('fr-CA').language).toBe('fr');
    expect(textsFor('en-GB').language).toBe('en');
    expect(textsFor('pt-BR').language).toBe('en');
    expect(textsFor('').language).toBe('en');
  });

  it('say different things', () => {
    const [english = [], ...others] = languages.map((texts) => strings({ ...texts, locales: [] }));
    for (const other of others) {
      expect(other.map(([path]) => path)).toEqual(english.map(([path]) => path));
      const same = other.filter(([, text], at) => text === english[at]?.[1]).map(([path]) => path);
      // Words that the languages share, such as "Sources" and "accord".
      expect(same.length / english.length, same.join(' ')).toBeLessThan(0.15);
    }
  });

  it('are all registered with a name', () => {
    expect(localised(({ commands }) => commands.ask)).toEqual({
      name: 'ask',
      name_localizations: { fr: 'demander' },
      description: 'Ask about an accord; the answer is dated and sourced',
      description_localizations: {
        fr: 'Poser une question sur un accord ; réponse datée et sourcée',
      },
    });
  });
});

describe('dates', () => {
  it('are written out in the language', () => {
    const [english, french] = [textsFor('en'), textsFor('fr')];
    expect(writeDate('2025-12-25', english)).toBe('25 December 2025');
    expect(writeDate('2025-12-25', french)).toBe('25 décembre 2025');
    expect(writeDate('2019-08-01', french)).toBe('1er août 2019');
    expect(writeDate('2021-11', english)).toBe('November 2021');
    expect(writeDate('2018', french)).toBe('2018');
    expect(writeDate('../2019-09-16', english)).toBe('by 16 September 2019');
    expect(writeDate('2019-09-16/..', french)).toBe('depuis 16 septembre 2019');
    expect(writeDate('2018-11-12/2019-09-16', english)).toBe(
      'between 12 November 2018 and 16 September 2019',
    );
    expect(writeDate(null, french)).toBe('sans date');
    expect(writeDate('2025-13-01', english)).toBe('2025-13-01');
    expect(writeDate('a/b/c', english)).toBe('a/b/c');
  });
});
