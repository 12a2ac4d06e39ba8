import { describe, expect, it } from 'vitest';
import type { Dispute } from '../../../src/domain/accord.js';
import { conflictsAbout, conflictsOf } from '../../../src/domain/register/conflicts.js';
import { accordOf, claimOf, registerOf, treaty } from '../../fakes/register.js';

const dispute: Dispute = {
  id: 'd1',
  participant: 'samsung',
  claim: 'Samsung is American',
  source: 'a news article',
  published: '2018-11',
  leading: 'Samsung is South Korean',
  leadingSource: 'https://example.org/list',
  leadingPublished: '2025-12-25',
  kind: 'contradicts',
  reason: 'the official list leads',
};

describe('recorded conflicts', () => {
  const register = registerOf([accordOf({ disputes: [dispute] })], []);

  it('come as their keepers wrote them', () => {
    const { id: _id, kind: _kind, ...told } = dispute;
    expect(conflictsOf(register, 'harbour')).toEqual([{ accord: 'harbour', ...told }]);
  });

  it('belong to their participant', () => {
    expect(conflictsAbout(register, 'harbour', 'samsung')).toHaveLength(1);
    expect(conflictsAbout(register, 'harbour', 'FRA')).toEqual([]);
  });
});

describe('derived conflicts', () => {
  it('arise where two sources date one act differently, the later source leading', () => {
    const older = claimOf('BEN', 'supported', {
      dates: { on: '2022-01-01', reported: '2022-01-11' },
    });
    const newer = claimOf('BEN', 'supported', {
      dates: { on: '2022-03-03', reported: '2023-01-01' },
    });
    for (const claims of [
      [older, newer],
      [newer, older],
    ]) {
      expect(conflictsOf(registerOf([accordOf()], claims), 'harbour')).toMatchObject([
        {
          claim: 'BEN supported (2022-01-01)',
          leading: 'BEN supported (2022-03-03)',
          reason: 'the later source leads',
        },
      ]);
    }
  });

  it('follow the surer source before the later one', () => {
    const claims = [
      claimOf('BEN', 'supported', { dates: { on: '2022-01-01', reported: '2022-01-11' } }),
      claimOf('BEN', 'supported', {
        dates: { on: '2022-03-03', reported: '2023-01-01' },
        confidence: 'low',
      }),
    ];
    expect(conflictsOf(registerOf([accordOf()], claims), 'harbour')).toMatchObject([
      { leading: 'BEN supported (2022-01-01)', reason: 'the surer source leads' },
    ]);
  });

  it('are none where one date lies within the other, or acts differ', () => {
    const claims = [
      claimOf('JPN', 'supported', { dates: { on: '2018-11-12/2019-09-16' } }),
      claimOf('JPN', 'supported', { dates: { on: '2019-01-01' } }),
      claimOf('JPN', 'announced', { dates: { on: '2018-11-01' } }),
    ];
    expect(conflictsOf(registerOf([accordOf()], claims), 'harbour')).toEqual([]);
  });

  it('are none where a participant joined twice and left in between', () => {
    const claims = [
      claimOf('USA', 'accepted', { dates: { on: '2016-09-03' } }),
      claimOf('USA', 'withdrew', { dates: { on: '2020-11-04' } }),
      claimOf('USA', 'accepted', { dates: { on: '2021-02-19' } }),
    ];
    expect(conflictsOf(registerOf([accordOf()], claims), 'harbour')).toEqual([]);
  });

  it('arise where one source lists it and another, of a later day, lacks it', () => {
    const claims = [
      claimOf('MEX', 'supported', { dates: { on: '2018-11-12' } }),
      claimOf('MEX', 'absent', { by: 'article', dates: { reported: '2019-11-12' } }),
    ];
    expect(conflictsOf(registerOf([accordOf()], claims), 'harbour')).toMatchObject([
      { leading: 'MEX supported (2018-11-12)', reason: 'the roster leads over an article' },
    ]);
  });

  it('are none where a signatory of a treaty is called no party', () => {
    const claims = [
      claimOf('IRL', 'signed', { accord: 'lantern', dates: { on: '2016-04-22' } }),
      claimOf('IRL', 'absent', { accord: 'lantern', by: 'article', dates: { reported: '2019' } }),
    ];
    expect(conflictsOf(registerOf([accordOf(treaty)], claims), 'lantern')).toEqual([]);
  });

  it('count sources that say the same once', () => {
    const claims = [
      claimOf('MEX', 'supported', { dates: { on: '2018-11-12' } }),
      ...['2019-11-12', '2019-11-13'].map((reported) =>
        claimOf('MEX', 'absent', { by: 'article', dates: { reported } }),
      ),
    ];
    expect(conflictsOf(registerOf([accordOf()], claims), 'harbour')).toHaveLength(1);
  });
});
