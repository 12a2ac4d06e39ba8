import { describe, expect, it } from 'vitest';
import { type Bloc, membersOn } from '../../src/domain/bloc.js';

const union: Bloc = {
  id: 'EU',
  name: 'European Union',
  aliases: [],
  asOf: '2025-12-20',
  source: null,
  members: [
    { id: 'FRA', from: null, to: null },
    { id: 'GBR', from: '1973-01-01', to: '2020-01-31' },
    { id: 'HRV', from: '2013-07-01', to: null },
    { id: 'GRL', from: '1973-01-01', to: '1985-01-31' },
    { id: 'GRL', from: '2030-01-01', to: null },
  ],
};

describe('membership of a bloc', () => {
  it.each([
    ['1972-12-31', ['FRA']],
    ['1973-01-01', ['FRA', 'GBR', 'GRL']],
    ['1985-01-31', ['FRA', 'GBR', 'GRL']],
    ['1985-02-01', ['FRA', 'GBR']],
    ['2013-06-30', ['FRA', 'GBR']],
    ['2013-07-01', ['FRA', 'GBR', 'HRV']],
    ['2020-01-31', ['FRA', 'GBR', 'HRV']],
    ['2020-02-01', ['FRA', 'HRV']],
    ['2030-01-01', ['FRA', 'HRV', 'GRL']],
  ])('on %s is %j', (day, members) => {
    expect(membersOn(union, day)).toEqual(members);
  });

  it('names a member once even where its terms overlap', () => {
    const twice = {
      ...union,
      members: [...union.members, { id: 'FRA', from: '1958-01-01', to: null }],
    };
    expect(membersOn(twice, '1960-01-01')).toEqual(['FRA']);
  });
});
