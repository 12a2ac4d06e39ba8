import { describe, expect, it } from 'vitest';
import { statesDirectory } from '../../../src/adapters/countries/states-directory.js';

const directory = statesDirectory();
const names = new Map(
  [...directory.states, ...directory.others].map((each) => [each.id, each.name]),
);
const members = (id: string) => directory.regions.find((region) => region.id === id)?.members ?? [];

describe('the universe of states', () => {
  it('is the 193 members of the United Nations and its two observer states', () => {
    expect(directory.states).toHaveLength(195);
    expect(new Set(directory.states.map((state) => state.id)).size).toBe(195);
    expect(
      directory.states.every((state) => state.type === 'state' && /^[A-Z]{3}$/.test(state.id)),
    ).toBe(true);
    const ids = directory.states.map((state) => state.id);
    expect(ids).toEqual(expect.arrayContaining(['VAT', 'PSE', 'SSD', 'USA']));
    for (const other of ['XKX', 'TWN', 'COK', 'NIU', 'GRL']) expect(ids).not.toContain(other);
  });

  it('names others apart, Kosovo by the code that rosters use', () => {
    const others = new Map(directory.others.map((each) => [each.id, each.type]));
    for (const id of ['XKX', 'TWN', 'COK', 'NIU']) expect(others.get(id)).toBe('state');
    expect(others.get('GRL')).toBe('public-authority');
    expect(others.has('UNK')).toBe(false);
  });

  it.each([
    ['USA', 'United States'],
    ['TUR', 'Türkiye'],
    ['CZE', 'Czechia'],
    ['CPV', 'Cabo Verde'],
    ['CIV', "Côte d'Ivoire"],
    ['KOR', 'South Korea'],
    ['PRK', 'North Korea'],
    ['RUS', 'Russia'],
    ['VNM', 'Vietnam'],
    ['COG', 'Republic of the Congo'],
    ['COD', 'Democratic Republic of the Congo'],
    ['SWZ', 'Eswatini'],
    ['MKD', 'North Macedonia'],
    ['MMR', 'Myanmar'],
    ['FSM', 'Micronesia'],
    ['VAT', 'Holy See'],
    ['PSE', 'Palestine'],
    ['TLS', 'Timor-Leste'],
    ['NLD', 'Netherlands'],
  ])('calls %s %s', (id, name) => {
    expect(names.get(id)).toBe(name);
  });

  it('never lists a display name again, nor a two-letter code', () => {
    for (const { name, aliases } of directory.states) {
      expect(aliases).not.toContain(name);
      expect(new Set(aliases).size).toBe(aliases.length);
    }
    expect(directory.states.flatMap((state) => state.aliases)).not.toContain('IN');
  });

  it('knows nationals by name', () => {
    expect(directory.demonyms.get('FRA')).toEqual(['French']);
    expect(directory.demonyms.get('XKX')).toEqual(['Kosovar']);
  });
});

describe('regions', () => {
  it('hold states of the universe only', () => {
    const ids = new Set(directory.states.map((state) => state.id));
    for (const region of directory.regions) {
      expect(region.members.length).toBeGreaterThan(1);
      expect(region.members.every((id) => ids.has(id))).toBe(true);
    }
  });

  it('follow the United Nations geoscheme', () => {
    expect(members('africa')).toHaveLength(54);
    expect(members('latin-america-caribbean')).toHaveLength(33);
    expect(members('nordic')).toEqual(['DNK', 'FIN', 'ISL', 'NOR', 'SWE']);
    expect(members('sub-saharan-africa')).not.toContain('EGY');
    expect(members('middle-east')).toContain('IRN');
    const continents = ['africa', 'americas', 'asia', 'europe', 'oceania'].flatMap(members);
    expect(new Set(continents).size).toBe(195);
    expect(continents).toHaveLength(195);
  });
});
