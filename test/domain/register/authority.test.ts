import { describe, expect, it } from 'vitest';
import type { Completeness } from '../../../src/domain/accord.js';
import type { Claim, ClaimKind } from '../../../src/domain/claim.js';
import { conflictsOf } from '../../../src/domain/register/conflicts.js';
import {
  accordOf,
  claimOf,
  completeOf,
  registerOf,
  rosterOf,
  statusesOn,
  treaty,
} from '../../fakes/register.js';

const article = (id: string, kind: ClaimKind, options: Parameters<typeof claimOf>[2] = {}) =>
  claimOf(id, kind, { by: 'article', ...options });

function listed(claims: readonly Claim[], complete: readonly Completeness[]) {
  return registerOf([accordOf({ roster: rosterOf(complete) })], claims, ['RUS', 'USA', 'FRA']);
}

const until2020 = [completeOf({ from: '2019-09-16', to: '2020-12-31' })];

describe('an article beside a complete roster', () => {
  it('of a later day does not make a member of one that it lacks', () => {
    const register = listed(
      [article('RUS', 'supported', { dates: { on: '2019-12-01' } })],
      until2020,
    );
    expect(statusesOn(register, 'RUS', ['2019-12-01', '2020-12-31', '2026-01-01'])).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
    expect(conflictsOf(register, 'harbour')).toMatchObject([
      { participant: 'RUS', leading: 'RUS is not on the complete roster' },
    ]);
  });

  it('of the same day neither', () => {
    const register = listed(
      [article('RUS', 'supported', { dates: { on: '2020-12-31' } })],
      until2020,
    );
    expect(statusesOn(register, 'RUS', ['2020-12-31', '2026-01-01'])).toEqual(['absent', 'absent']);
  });

  it('of an earlier day tells of later joining', () => {
    const register = listed(
      [article('RUS', 'supported', { dates: { on: '2021-05-05' } })],
      until2020,
    );
    expect(statusesOn(register, 'RUS', ['2020-12-31', '2021-05-04', '2021-05-05'])).toEqual([
      'absent',
      'absent',
      'participates',
    ]);
    expect(conflictsOf(register, 'harbour')).toEqual([]);
  });

  it('that was written before it makes no member by an act on some day until later', () => {
    const dates = { on: '../2021-05-05', reported: '2020-06-01' };
    const register = listed([article('RUS', 'supported', { dates })], until2020);
    expect(statusesOn(register, 'RUS', ['2020-12-31', '2026-01-01'])).toEqual(['absent', 'absent']);
    expect(conflictsOf(register, 'harbour')).toMatchObject([{ participant: 'RUS' }]);
  });

  it('that was written after it tells of joining since', () => {
    const dates = { on: '../2021-05-05', reported: '2021-05-05' };
    const register = listed([article('RUS', 'supported', { dates })], until2020);
    expect(statusesOn(register, 'RUS', ['2026-01-01'])).toEqual(['participates']);
  });

  it('dates no act that the roster tells of', () => {
    const register = listed(
      [
        claimOf('FRA', 'supported', { dates: { on: '2018-11-12' } }),
        article('FRA', 'supported', { dates: { on: '2019-03-03' } }),
      ],
      until2020,
    );
    expect(statusesOn(register, 'FRA', ['2018-11-12'])).toEqual(['participates']);
    expect(conflictsOf(register, 'harbour')).toMatchObject([
      {
        participant: 'FRA',
        claim: 'FRA supported (2019-03-03)',
        leading: 'FRA supported (2018-11-12)',
      },
    ]);
  });

  it('makes no absence of one that the roster lists', () => {
    const register = listed(
      [
        claimOf('FRA', 'supported', { dates: { on: '2018-11-12' } }),
        article('FRA', 'absent', { dates: { reported: '2019-12-01' } }),
      ],
      until2020,
    );
    expect(statusesOn(register, 'FRA', ['2019-12-01'])).toEqual(['participates']);
    expect(conflictsOf(register, 'harbour')).toMatchObject([
      { claim: 'FRA had not taken part (2019-12-01)' },
    ]);
  });

  it('tells who declined, is undecided or announced', () => {
    for (const kind of ['declined', 'undecided', 'announced'] as const) {
      const register = listed(
        [article('RUS', kind, { dates: { reported: '2021-02-02' } })],
        until2020,
      );
      expect(statusesOn(register, 'RUS', ['2020-12-31', '2021-02-02'])).toEqual(['absent', kind]);
    }
  });

  it('tells who left after the roster was made, and of nobody who left before', () => {
    const member = claimOf('FRA', 'supported', {
      dates: { on: '2018-11-12', reported: '2020-12-31' },
    });
    const left = (on: string) =>
      listed([member, article('FRA', 'withdrew', { dates: { on } })], until2020);
    expect(statusesOn(left('2022-03-03'), 'FRA', ['2022-03-02', '2022-03-03'])).toEqual([
      'participates',
      'withdrew',
    ]);
    expect(statusesOn(left('2019-03-03'), 'FRA', ['2019-03-03', '2026-01-01'])).toEqual([
      'participates',
      'participates',
    ]);
  });

  it('of low confidence makes no member', () => {
    const register = listed(
      [article('RUS', 'supported', { dates: { on: '2021-05-05' }, confidence: 'low' })],
      until2020,
    );
    expect(statusesOn(register, 'RUS', ['2022-01-01'])).toEqual(['absent']);
  });
});

describe('an article where no roster is complete', () => {
  it('makes a member, and no conflict', () => {
    const register = listed([article('RUS', 'supported', { dates: { on: '2019-12-01' } })], []);
    expect(statusesOn(register, 'RUS', ['2019-11-30', '2019-12-01'])).toEqual([
      'absent',
      'participates',
    ]);
    expect(conflictsOf(register, 'harbour')).toEqual([]);
  });

  it('without an end to its dates is in no conflict with a list that does not exist', () => {
    const register = listed([article('RUS', 'supported', { dates: { on: '2019-12-01/..' } })], []);
    expect(conflictsOf(register, 'harbour')).toEqual([]);
  });

  it('undated makes a member by the day on which the corpus was read', () => {
    const register = registerOf([accordOf()], [article('RUS', 'supported')], ['RUS']);
    expect(statusesOn(register, 'RUS', ['2018-11-11', '2020-01-01', '2026-08-01'])).toEqual([
      'absent',
      'unknown',
      'participates',
    ]);
  });
});

describe('an article on ratification', () => {
  const signed = claimOf('IRL', 'signed', { accord: 'lantern', dates: { on: '2016-04-22' } });
  const ratified = (on: string) =>
    article('IRL', 'ratified', { accord: 'lantern', dates: { on, reported: on } });
  const treatyWith = (complete: readonly Completeness[], claims: readonly Claim[]) =>
    registerOf([accordOf({ ...treaty, roster: rosterOf(complete) })], claims, ['IRL']);

  it('adds to a roster that only knows the signature', () => {
    const register = treatyWith([], [signed, ratified('2020-02-02')]);
    expect(statusesOn(register, 'IRL', ['2020-02-01', '2020-02-02'], 'consent')).toEqual([
      'absent',
      'participates',
    ]);
  });

  it('is a conflict where a later roster of parties lacks it', () => {
    const register = treatyWith(
      [completeOf({ from: '2023-01-01', to: '2023-01-01' })],
      [signed, ratified('2020-02-02')],
    );
    expect(statusesOn(register, 'IRL', ['2021-01-01'], 'consent')).toEqual(['absent']);
    expect(conflictsOf(register, 'lantern')).toMatchObject([
      { participant: 'IRL', claim: 'IRL ratified (2020-02-02)' },
    ]);
  });
});
