import { describe, expect, it } from 'vitest';
import type { ClaimKind } from '../../../src/domain/claim.js';
import {
  accordOf,
  claimOf,
  completeOf,
  registerOf,
  rosterOf,
  statusesOn,
} from '../../fakes/register.js';

const attitude = (kind: ClaimKind, day: string) =>
  claimOf('USA', kind, { dates: { reported: day } });
const days = ['2018-11-12', '2018-11-20', '2020-01-01', '2021-11-10'];

describe('what a participant says before it joins', () => {
  it.each(['undecided', 'announced', 'declined'] as const)(
    '%s holds from the day it was reported until it joins',
    (kind) => {
      const register = registerOf(
        [accordOf()],
        [
          attitude(kind, '2018-11-20'),
          claimOf('USA', 'supported', { dates: { on: '2021-11-10' } }),
        ],
      );
      expect(statusesOn(register, 'USA', days)).toEqual(['absent', kind, kind, 'participates']);
    },
  );

  it.each(['undecided', 'announced'] as const)('%s gives way to a later absence', (kind) => {
    const register = registerOf(
      [accordOf()],
      [attitude(kind, '2018-11-20'), attitude('absent', '2020-01-01')],
    );
    expect(statusesOn(register, 'USA', days)).toEqual(['absent', kind, 'absent', 'absent']);
  });

  it.each(['undecided', 'announced'] as const)(
    '%s gives way to a later complete roster',
    (kind) => {
      const listed = accordOf({
        roster: rosterOf([completeOf({ from: '2020-01-01', to: '2020-12-31' })]),
      });
      const register = registerOf([listed], [attitude(kind, '2018-11-20')]);
      expect(statusesOn(register, 'USA', days)).toEqual(['absent', kind, 'absent', 'absent']);
    },
  );

  it('a refusal stays one while it is not on the list', () => {
    const listed = accordOf({
      roster: rosterOf([completeOf({ from: '2020-01-01', to: '2020-12-31' })]),
    });
    const register = registerOf([listed], [attitude('declined', '2018-11-20')]);
    expect(statusesOn(register, 'USA', days)).toEqual([
      'absent',
      'declined',
      'declined',
      'declined',
    ]);
  });

  it('the last of several counts', () => {
    const register = registerOf(
      [accordOf()],
      [
        attitude('declined', '2018-11-20'),
        attitude('announced', '2020-01-01'),
        attitude('undecided', '2018-11-12'),
      ],
    );
    expect(statusesOn(register, 'USA', days)).toEqual([
      'undecided',
      'declined',
      'announced',
      'announced',
    ]);
  });

  it('does not undo a membership', () => {
    const register = registerOf(
      [accordOf()],
      [
        claimOf('USA', 'supported', { dates: { on: '2018-11-12' } }),
        attitude('declined', '2020-01-01'),
      ],
    );
    expect(statusesOn(register, 'USA', days)).toEqual(days.map(() => 'participates'));
  });

  it('of an undated source counts only for the last day that is known', () => {
    const register = registerOf(
      [accordOf()],
      [
        claimOf('USA', 'undecided', { by: 'article' }),
        claimOf('FRA', 'supported', { dates: { on: '2018-11-12', reported: '2021-11-10' } }),
      ],
    );
    expect(statusesOn(register, 'USA', days)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'undecided',
    ]);
  });
});
