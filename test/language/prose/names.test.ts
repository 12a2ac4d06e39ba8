import { describe, expect, it } from 'vitest';
import {
  byName,
  capitalised,
  counted,
  inSentence,
  writeList,
} from '../../../src/language/prose/names.js';

describe('names in a sentence', () => {
  it.each([
    ['United States', 'the United States'],
    ['United Kingdom', 'the United Kingdom'],
    ['Netherlands', 'the Netherlands'],
    ['European Union', 'the European Union'],
    ['Democratic Republic of the Congo', 'the Democratic Republic of the Congo'],
    ['Holy See', 'the Holy See'],
    ['France', 'France'],
    ['South Africa', 'South Africa'],
    ['Microsoft', 'Microsoft'],
  ])('%s is %s', (name, words) => {
    expect(inSentence(name)).toBe(words);
  });

  it('begin a sentence with a capital', () => {
    expect(capitalised(inSentence('Netherlands'))).toBe('The Netherlands');
    expect(capitalised('')).toBe('');
  });
});

describe('lists', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('of %j', (items, words) => {
    expect(writeList(items)).toBe(words);
  });

  it('count what they leave out', () => {
    const many = Array.from({ length: 1_202 }, (_, index) => `N${index}`);
    expect(writeList(many, 2)).toBe('N0, N1 and 1,200 more');
    expect(writeList(['A', 'B'], 2)).toBe('A and B');
  });

  it('are sorted as a reader expects', () => {
    expect(['Türkiye', 'Åland', 'Zambia', 'Angola', 'Tuvalu'].sort(byName)).toEqual([
      'Åland',
      'Angola',
      'Türkiye',
      'Tuvalu',
      'Zambia',
    ]);
  });
});

describe('counts', () => {
  it('agree with their noun', () => {
    expect(counted(1, 'state', 'states')).toBe('1 state');
    expect(counted(0, 'state', 'states')).toBe('0 states');
    expect(counted(1_222, 'participant', 'participants')).toBe('1,222 participants');
  });
});
