import { describe, expect, it } from 'vitest';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { buildNameIndex } from '../../src/language/name-index.js';
import type { NamedEntry } from '../../src/language/names.js';

const index = buildNameIndex([
  ...statesDirectory().states.map((each): NamedEntry => {
    return { kind: 'participant', id: each.id, names: [each.name, ...each.aliases] };
  }),
  { kind: 'accord', id: 'paris-call', names: ['Paris Call', 'Appel de Paris'] },
  { kind: 'accord', id: 'paris-agreement', names: ['Paris Agreement'] },
]);

function names(text: string, limit = 5): readonly string[] {
  return index.suggest(text, { kind: 'participant', limit }).map((each) => each.name);
}

describe('completion', () => {
  it('puts names that begin so first, then later words, and keeps the limit', () => {
    expect(names('guin', 3)).toEqual(['Guinea', 'Guinea-Bissau', 'Equatorial Guinea']);
    expect(names('korea', 2)).toEqual(['North Korea', 'South Korea']);
  });

  it('knows other names and gives the display name', () => {
    expect(names('hollan')).toContain('Netherlands');
    expect(names('états')).toContain('United States');
    expect(names('Burma')[0]).toBe('Myanmar');
  });

  it('forgives a slip', () => {
    expect(names('germn')[0]).toBe('Germany');
    expect(names('gremany')[0]).toBe('Germany');
    expect(names('unted s')[0]).toBe('United States');
  });

  it('keeps to the kind asked for', () => {
    const accords = index.suggest('paris', { kind: 'accord', limit: 25 });
    expect(accords.map((each) => each.id)).toEqual(['paris-call', 'paris-agreement']);
  });

  it('begins with the first entries when nothing is typed', () => {
    expect(names('', 2)).toEqual(['Afghanistan', 'Albania']);
    expect(names('zzzz')).toEqual([]);
  });
});
