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

describe('joining', () => {
  it('counts from the day itself', () => {
    const register = registerOf(
      [accordOf()],
      [claimOf('FRA', 'supported', { dates: { on: '2018-11-12' } })],
    );
    expect(statusesOn(register, 'FRA', ['2018-11-11', '2018-11-12', '2026-01-01'])).toEqual([
      'absent',
      'participates',
      'participates',
    ]);
  });

  it('is unknown between the days on which it may have happened', () => {
    const register = registerOf(
      [accordOf()],
      [claimOf('JPN', 'supported', { dates: { on: '2018-11-12/2019-09-16' } })],
    );
    expect(
      statusesOn(register, 'JPN', ['2018-11-11', '2018-11-12', '2019-09-15', '2019-09-16']),
    ).toEqual(['absent', 'unknown', 'unknown', 'participates']);
    expect(standingOn(register, 'harbour', 'JPN', '2019-01-01')).toMatchObject({
      basis: 'between',
      on: { earliest: '2018-11-12', latest: '2019-09-16' },
    });
  });

  it('lies between the opening and the day of the list when no source dates it', () => {
    const register = registerOf(
      [accordOf()],
      [claimOf('acme', 'supported', { dates: { reported: '2025-12-25' } })],
    );
    expect(statusesOn(register, 'acme', ['2018-11-11', '2020-01-01', '2025-12-25'])).toEqual([
      'absent',
      'unknown',
      'participates',
    ]);
  });

  it('is known for a day on which a later source says that it had not happened', () => {
    const register = registerOf(
      [accordOf()],
      [
        claimOf('USA', 'supported', { dates: { on: '2018-11-12/2021-11-10' } }),
        claimOf('USA', 'absent', { dates: { reported: '2020-06-01' } }),
      ],
    );
    expect(statusesOn(register, 'USA', ['2020-06-01', '2020-06-02', '2021-11-10'])).toEqual([
      'absent',
      'unknown',
      'participates',
    ]);
  });

  it('is dated by the closest source of it', () => {
    const register = registerOf(
      [accordOf()],
      [
        claimOf('USA', 'supported', { dates: { on: '2021' } }),
        claimOf('USA', 'supported', { dates: { on: '2021-11-10' } }),
      ],
    );
    expect(standingOn(register, 'harbour', 'USA', '2022-01-01').on).toEqual({
      earliest: '2021-11-10',
      latest: '2021-11-10',
    });
    expect(statusesOn(register, 'USA', ['2021-06-01'])).toEqual(['absent']);
  });
});

describe('signature and consent', () => {
  const register = registerOf(
    [
      accordOf({
        ...treaty,
        roster: rosterOf([completeOf({ from: '2023-01-01', to: '2023-01-01' })]),
      }),
    ],
    [
      claimOf('IRL', 'signed', { accord: 'lantern', dates: { on: '2016-04-22' } }),
      claimOf('FRA', 'signed', { accord: 'lantern', dates: { on: '2016-04-22' } }),
      claimOf('FRA', 'approved', { accord: 'lantern', dates: { on: '2016-10-05' } }),
      claimOf('BRA', 'acceded', { accord: 'lantern', dates: { on: '2020-03-01' } }),
    ],
    ['IRL', 'FRA', 'BRA', 'IND'],
  );
  const both = (id: string, day: string) => [
    ...statusesOn(register, id, [day]),
    ...statusesOn(register, id, [day], 'consent'),
  ];

  it('are kept apart', () => {
    expect(both('IRL', '2023-01-01')).toEqual(['participates', 'absent']);
    expect(both('FRA', '2016-06-01')).toEqual(['participates', 'absent']);
    expect(both('FRA', '2016-10-05')).toEqual(['participates', 'participates']);
    expect(both('IND', '2023-01-01')).toEqual(['absent', 'absent']);
  });

  it('come in one where a state accedes', () => {
    expect(both('BRA', '2020-02-29')).toEqual(['absent', 'absent']);
    expect(both('BRA', '2020-03-01')).toEqual(['participates', 'participates']);
  });

  it('show how far a participant has gone', () => {
    const stage = (day: string) => standingOn(register, 'lantern', 'FRA', day).stage;
    expect([stage('2016-06-01'), stage('2017-01-01')]).toEqual(['signature', 'consent']);
  });
});

describe('leaving and coming back', () => {
  const paris = registerOf(
    [accordOf(treaty)],
    [
      claimOf('USA', 'signed', { accord: 'lantern', dates: { on: '2016-04-22' } }),
      claimOf('USA', 'accepted', { accord: 'lantern', dates: { on: '2016-09-03' } }),
      claimOf('USA', 'withdrew', {
        accord: 'lantern',
        dates: { on: '2019-11-04', effective: '2020-11-04' },
      }),
      claimOf('USA', 'accepted', {
        accord: 'lantern',
        dates: { on: '2021-01-20', effective: '2021-02-19' },
      }),
      claimOf('USA', 'withdrew', {
        accord: 'lantern',
        dates: { on: '2025-01-27', effective: '2026-01-27' },
      }),
    ],
  );

  it('counts by the day of effect and not of notice', () => {
    const days = [
      '2019-11-04',
      '2020-11-03',
      '2020-11-04',
      '2021-02-18',
      '2021-02-19',
      '2026-01-26',
      '2026-01-27',
    ];
    for (const stage of ['signature', 'consent'] as const) {
      expect(statusesOn(paris, 'USA', days, stage)).toEqual([
        'participates',
        'participates',
        'withdrew',
        'withdrew',
        'participates',
        'participates',
        'withdrew',
      ]);
    }
  });

  it('dates a renewed membership by its own act', () => {
    expect(standingOn(paris, 'lantern', 'USA', '2022-01-01').on).toEqual({
      earliest: '2021-02-19',
      latest: '2021-02-19',
    });
  });

  it('is unknown where the day of leaving is', () => {
    const register = registerOf(
      [accordOf()],
      [
        claimOf('ISR', 'supported', { dates: { on: '2018-11-12' } }),
        claimOf('ISR', 'withdrew', { dates: { on: '2022' } }),
      ],
    );
    expect(statusesOn(register, 'ISR', ['2021-12-31', '2022-05-05', '2022-12-31'])).toEqual([
      'participates',
      'unknown',
      'withdrew',
    ]);
  });
});

describe('those whom an accord does not admit', () => {
  it('are absent without any roster, unless a source names them', () => {
    const register = registerOf(
      [accordOf({ admits: ['company'] })],
      [claimOf('DEU', 'supported', { dates: { on: '2019' } })],
      ['FRA', 'DEU'],
    );
    expect(standingOn(register, 'harbour', 'FRA', '2020-01-01')).toMatchObject({
      status: 'absent',
      basis: 'not-admitted',
    });
    expect(statusesOn(register, 'DEU', ['2020-01-01'])).toEqual(['participates']);
  });

  it('are unknown where they are admitted and nobody speaks of them', () => {
    const register = registerOf([accordOf()], [], [], [stateOf('acme', { type: 'company' })]);
    expect(standingOn(register, 'harbour', 'acme', '2020-01-01')).toMatchObject({
      status: 'unknown',
      basis: 'no-source',
      claim: null,
    });
  });
});
