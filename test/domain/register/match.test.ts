import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/claim.js';
import { matchOn } from '../../../src/domain/register/match.js';
import type { Moment, Predicate } from '../../../src/domain/register-query.js';
import {
  accordOf,
  claimOf,
  completeOf,
  registerOf,
  rosterOf,
  treaty,
} from '../../fakes/register.js';

const lantern = { accord: 'lantern' };
const claims: readonly Claim[] = [
  claimOf('JPN', 'signed', { ...lantern, dates: { on: '2016-11-23' } }),
  claimOf('JPN', 'accepted', { ...lantern, dates: { on: '2019-07-03' } }),
  claimOf('BRA', 'acceded', { ...lantern, dates: { on: '2019-11-30' } }),
  claimOf('USA', 'signed', { ...lantern, dates: { on: '2016-04-22' } }),
  claimOf('USA', 'accepted', { ...lantern, dates: { on: '2016-09-03' } }),
  claimOf('USA', 'withdrew', { ...lantern, dates: { on: '2019-11-04', effective: '2020-11-04' } }),
  claimOf('USA', 'accepted', { ...lantern, dates: { on: '2021-02-19' } }),
  claimOf('IRL', 'signed', { ...lantern, dates: { on: '2016-04-22' } }),
  claimOf('MLT', 'signed', { ...lantern, dates: { on: '2018-12-30/2019-01-02' } }),
  claimOf('IND', 'declined', { ...lantern, dates: { reported: '2018-06-01' } }),
];
const register = registerOf(
  [
    accordOf({
      ...treaty,
      roster: rosterOf([completeOf({ from: '2022-01-01', to: '2022-01-01' })]),
    }),
  ],
  claims,
);

const during = (from: string | null, to: string | null): Moment => ({ kind: 'during', from, to });
const year = (number: string) => during(`${number}-01-01`, `${number}-12-31`);
function match(id: string, predicate: Predicate, when: Moment = { kind: 'now' }) {
  const day = when.kind === 'during' ? (when.to ?? '2022-01-01') : '2022-01-01';
  return matchOn(register, 'lantern', id, predicate, day, when);
}

describe('acts in a period', () => {
  it.each<[string, Predicate, string, string]>([
    ['JPN', 'signed', '2016', 'yes'],
    ['JPN', 'signed', '2019', 'no'],
    ['JPN', 'bound', '2019', 'yes'],
    ['JPN', 'bound', '2016', 'no'],
    ['JPN', 'participates', '2019', 'yes'],
    ['BRA', 'signed', '2019', 'yes'],
    ['BRA', 'signed', '2018', 'no'],
    ['USA', 'signed', '2021', 'no'],
    ['USA', 'signed', '2016', 'yes'],
    ['MLT', 'signed', '2018', 'unknown'],
    ['MLT', 'signed', '2019', 'unknown'],
    ['MLT', 'signed', '2017', 'no'],
    ['MLT', 'signed', '2020', 'no'],
    ['FRA', 'signed', '2019', 'no'],
    ['USA', 'withdrew', '2020', 'yes'],
    ['USA', 'withdrew', '2019', 'no'],
    ['USA', 'withdrew', '2021', 'no'],
    ['IND', 'declined', '2018', 'yes'],
    ['IND', 'declined', '2019', 'no'],
  ])('%s %s in %s: %s', (id, predicate, when, expected) => {
    expect(match(id, predicate, year(when)).match).toBe(expected);
  });

  it('may be open on either side', () => {
    expect(match('JPN', 'bound', during('2019-01-01', null)).match).toBe('yes');
    expect(match('JPN', 'bound', during('2020-01-01', null)).match).toBe('no');
    expect(match('JPN', 'signed', during(null, '2016-12-31')).match).toBe('yes');
  });

  it('are told by the first act where signing is asked for', () => {
    expect(match('JPN', 'signed').standing).toMatchObject({
      status: 'participates',
      claim: { kind: 'signed' },
      on: { earliest: '2016-11-23' },
    });
    expect(match('JPN', 'participates').standing.claim?.kind).toBe('accepted');
  });
});

describe('statuses', () => {
  it.each<[string, Predicate, string]>([
    ['JPN', 'bound', 'yes'],
    ['JPN', 'signatory-only', 'no'],
    ['IRL', 'bound', 'no'],
    ['IRL', 'not-bound', 'yes'],
    ['IRL', 'participates', 'yes'],
    ['IRL', 'signatory-only', 'yes'],
    ['FRA', 'outside', 'yes'],
    ['FRA', 'signatory-only', 'no'],
    ['IND', 'outside', 'yes'],
    ['IND', 'declined', 'yes'],
    ['FRA', 'declined', 'no'],
    ['USA', 'withdrew', 'yes'],
    ['USA', 'participates', 'yes'],
    ['JPN', 'withdrew', 'no'],
  ])('%s %s: %s', (id, predicate, expected) => {
    expect(match(id, predicate).match).toBe(expected);
  });

  it('leave open what no source decides', () => {
    const partial = registerOf([accordOf()], []);
    const found = (predicate: Predicate) =>
      matchOn(partial, 'harbour', 'FRA', predicate, '2022-01-01').match;
    expect(
      (
        ['participates', 'bound', 'outside', 'not-bound', 'signatory-only', 'withdrew'] as const
      ).map(found),
    ).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('are not undone by an article on leaving that a later roster does not bear out', () => {
    const stays = registerOf(
      [accordOf()],
      [
        claimOf('FRA', 'supported', { dates: { on: '2018-11-12', reported: '2025-12-25' } }),
        claimOf('FRA', 'withdrew', { by: 'article', dates: { on: '2020-01-01' } }),
      ],
    );
    expect(matchOn(stays, 'harbour', 'FRA', 'withdrew', '2026-01-01').match).toBe('no');
  });
});
