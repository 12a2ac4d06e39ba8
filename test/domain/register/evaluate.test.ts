import { describe, expect, it } from 'vitest';
import type { Bloc } from '../../../src/domain/bloc.js';
import {
  evaluateSet,
  evaluationDay,
  type SetQuery,
} from '../../../src/domain/register/evaluate.js';
import {
  accordOf,
  claimOf,
  completeOf,
  registerOf,
  rosterOf,
  stateOf,
} from '../../fakes/register.js';

const union: Bloc = {
  id: 'EU',
  name: 'European Union',
  aliases: [],
  asOf: null,
  source: null,
  members: [
    { id: 'FRA', from: null, to: null },
    { id: 'GBR', from: '1973-01-01', to: '2020-01-31' },
    { id: 'HRV', from: '2013-07-01', to: null },
  ],
};
const region = { id: 'europe', name: 'Europe', aliases: [], members: ['FRA', 'GBR', 'HRV'] };
const groups = { blocs: new Map([['EU', union]]), regions: new Map([['europe', region]]) };

const complete = rosterOf([
  completeOf({ from: '2019-01-01', to: '2025-12-25', types: ['state', 'company'] }),
]);
const states = ['FRA', 'GBR', 'HRV', 'RUS'];
const register = registerOf(
  [
    accordOf({ roster: complete }),
    accordOf({ id: 'mirror', roster: rosterOf([]) }),
    accordOf({ id: 'pledge', admits: ['company'], roster: null }),
  ],
  [
    claimOf('FRA', 'supported', { dates: { on: '2018-11-12' } }),
    claimOf('HRV', 'supported', { dates: { on: '2020-06-01' } }),
    claimOf('TWN', 'supported', { dates: { on: '2018-11-12' } }),
    claimOf('acme', 'supported', {
      dates: { on: '2018-11-12' },
      participant: { id: 'acme', name: 'Acme', type: 'company' },
    }),
    claimOf('FRA', 'supported', { accord: 'mirror', dates: { on: '2019-05-05' } }),
  ],
  states,
  [
    ...states.map((id) => stateOf(id)),
    stateOf('acme', { type: 'company', country: 'FRA' }),
    stateOf('TWN'),
  ],
);

const plain: SetQuery = {
  accords: ['harbour'],
  combine: 'all',
  predicate: 'participates',
  scope: { bloc: null, region: null, country: null, type: null },
  when: { kind: 'now' },
};
const ids = (query: Partial<SetQuery>) => {
  const result = evaluateSet(register, groups, { ...plain, ...query }, '2026-08-01');
  return {
    matching: result.matching.map((member) => member.participant),
    open: result.undetermined.map((member) => member.participant),
    counts: result.counts,
  };
};
const scope = (parts: Partial<SetQuery['scope']>) => ({ scope: { ...plain.scope, ...parts } });

describe('the closed set', () => {
  it('is all states, and whatever other state the sources name', () => {
    expect(ids({}).matching).toEqual(['FRA', 'HRV', 'TWN']);
    expect(ids({}).counts).toMatchObject({ participates: 3, absent: 2, total: 5 });
  });

  it('is of companies where the accord admits no states', () => {
    expect(ids({ accords: ['pledge'] }).counts.total).toBe(0);
    expect(ids(scope({ type: 'company' })).matching).toEqual(['acme']);
  });

  it('takes a bloc as it was on the day', () => {
    const on = (day: string) =>
      ids({ ...scope({ bloc: 'EU' }), when: { kind: 'day', day }, combine: 'none' });
    expect(on('2020-01-31').matching).toEqual(['GBR', 'HRV']);
    expect(on('2020-02-01').matching).toEqual(['HRV']);
    expect(on('2020-06-01').matching).toEqual([]);
  });

  it('narrows by region and by seat', () => {
    expect(ids(scope({ region: 'europe' })).counts.total).toBe(3);
    expect(ids(scope({ country: 'FRA', type: 'company' })).matching).toEqual(['acme']);
    expect(ids(scope({ country: 'DEU', type: 'company' })).matching).toEqual([]);
    expect(ids(scope({ country: 'FRA', type: 'any' })).matching).toEqual(['FRA', 'acme']);
  });
});

describe('combinations', () => {
  it('leave open what one accord leaves open', () => {
    const two = { accords: ['harbour', 'mirror'] };
    expect(ids({ ...two, combine: 'all' })).toMatchObject({
      matching: ['FRA'],
      open: ['HRV', 'TWN'],
    });
    expect(ids({ ...two, combine: 'minus' })).toMatchObject({ matching: [], open: ['HRV', 'TWN'] });
    expect(ids({ ...two, combine: 'any' }).matching).toEqual(['FRA', 'HRV', 'TWN']);
    expect(ids({ ...two, combine: 'none' })).toMatchObject({ matching: [], open: ['GBR', 'RUS'] });
  });
});

describe('the day of evaluation', () => {
  it('is never later than the last that the corpus knows', () => {
    expect(evaluationDay(register, 'harbour', { kind: 'now' }, '2026-08-01')).toBe('2025-12-25');
    expect(evaluationDay(register, 'mirror', { kind: 'now' }, '2026-08-01')).toBe('2019-05-05');
  });

  it('follows the question', () => {
    const day = (when: SetQuery['when']) => evaluationDay(register, 'harbour', when, '2026-08-01');
    expect(day({ kind: 'day', day: '2019-12-31' })).toBe('2019-12-31');
    expect(day({ kind: 'launch', years: 0 })).toBe('2018-11-12');
    expect(day({ kind: 'launch', years: 3 })).toBe('2021-11-12');
    expect(day({ kind: 'during', from: '2019-01-01', to: '2020-12-31' })).toBe('2020-12-31');
    expect(day({ kind: 'during', from: '2019-01-01', to: null })).toBe('2025-12-25');
  });
});
