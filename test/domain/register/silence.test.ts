import { describe, expect, it } from 'vitest';
import { standingOn } from '../../../src/domain/register/standing.js';
import {
  accordOf,
  claimOf,
  completeOf,
  registerOf,
  rosterOf,
  stateOf,
  statusesOn,
  treaty,
} from '../../fakes/register.js';

const listed = accordOf({
  roster: rosterOf([completeOf({ from: '2019-09-16', to: '2025-12-25' })]),
});

describe('silence of a complete roster', () => {
  const register = registerOf([listed], [], ['RUS']);
  const vouched = (day: string) => standingOn(register, 'harbour', 'RUS', day).vouched;

  it('means absent on a day for which it is complete', () => {
    expect(standingOn(register, 'harbour', 'RUS', '2020-05-05')).toMatchObject({
      status: 'absent',
      basis: 'roster-silence',
      vouched: '2020-05-05',
    });
  });

  it('means absent before, for who had joined would be on it', () => {
    expect(statusesOn(register, 'RUS', ['2018-11-12'])).toEqual(['absent']);
    expect(vouched('2018-11-12')).toBe('2019-09-16');
  });

  it('means absent after, and only as of its last day', () => {
    expect(statusesOn(register, 'RUS', ['2026-06-01'])).toEqual(['absent']);
    expect(vouched('2026-06-01')).toBe('2025-12-25');
  });

  it('says nothing of types that it does not cover', () => {
    const companies = registerOf([listed], [], [], [stateOf('acme', { type: 'company' })]);
    expect(statusesOn(companies, 'acme', ['2020-05-05'])).toEqual(['unknown']);
  });

  it('never makes a participant absent that joined and of whom it may know', () => {
    const joined = registerOf(
      [listed],
      [claimOf('JPN', 'supported', { dates: { on: '2018-11-12/2019-09-16' } })],
    );
    expect(statusesOn(joined, 'JPN', ['2019-01-01', '2025-01-01'])).toEqual([
      'unknown',
      'participates',
    ]);
  });

  it('takes the nearest of several lists', () => {
    const twice = accordOf({
      roster: rosterOf([
        completeOf({ from: '2019-01-01', to: '2019-01-01' }),
        completeOf({ from: '2024-01-01', to: '2024-06-30' }),
      ]),
    });
    const days = ['2018-12-01', '2021-01-01', '2024-03-03', '2025-01-01'];
    const found = days.map(
      (day) => standingOn(registerOf([twice], []), 'harbour', 'RUS', day).vouched,
    );
    expect(found).toEqual(['2019-01-01', '2024-01-01', '2024-03-03', '2024-06-30']);
  });
});

describe('silence of a partial roster', () => {
  const partial = accordOf({ roster: rosterOf([]) });

  it('is unknown on every day', () => {
    const register = registerOf([partial], [], ['RUS']);
    expect(statusesOn(register, 'RUS', ['2018-11-12', '2020-01-01', '2026-01-01'])).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('is absent where a source says so by name, as of its day', () => {
    const register = registerOf(
      [partial],
      [claimOf('RUS', 'absent', { dates: { reported: '2019-11-12' } })],
    );
    expect(standingOn(register, 'harbour', 'RUS', '2022-01-01')).toMatchObject({
      status: 'absent',
      basis: 'claim',
      vouched: '2019-11-12',
    });
    expect(statusesOn(register, 'RUS', ['2018-12-01'])).toEqual(['absent']);
  });
});

describe('a roster that knows of consent only among signatories', () => {
  const among = accordOf({
    ...treaty,
    roster: rosterOf([
      completeOf({ from: '2023-01-01', to: '2023-01-01', stages: ['signature'] }),
      completeOf({
        from: '2023-01-01',
        to: '2023-01-01',
        stages: ['consent'],
        among: 'signatories',
      }),
    ]),
  });
  const register = registerOf(
    [among],
    [claimOf('IRL', 'signed', { accord: 'lantern', dates: { on: '2016-04-22' } })],
    ['IRL', 'IND'],
  );

  it('makes a signatory that it lacks no party', () => {
    expect(statusesOn(register, 'IRL', ['2023-01-01'], 'consent')).toEqual(['absent']);
  });

  it('leaves open whether another has acceded', () => {
    expect(statusesOn(register, 'IND', ['2023-01-01'], 'consent')).toEqual(['unknown']);
    expect(statusesOn(register, 'IND', ['2023-01-01'])).toEqual(['absent']);
  });
});
