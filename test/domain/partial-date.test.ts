import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DateSpan,
  dayOf,
  daysInMonth,
  disjoint,
  exactly,
  formatSpan,
  parseSpan,
  surelyAfter,
  surelyBy,
} from '../../src/domain/partial-date.js';

const start = Date.UTC(1990, 0, 1);
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10));
const near = fc
  .integer({ min: 0, max: 12 })
  .map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10));

function spansOf(days: fc.Arbitrary<string>): fc.Arbitrary<DateSpan> {
  return fc
    .tuple(days, days, fc.constantFrom('both', 'from', 'to'))
    .map(([one, other, ends]): DateSpan => {
      const [first, last] = one < other ? [one, other] : [other, one];
      return {
        earliest: ends === 'to' ? null : first,
        latest: ends === 'from' ? null : last,
      };
    });
}

const contains = ({ earliest, latest }: DateSpan, one: string) =>
  (earliest ?? '') <= one && one <= (latest ?? '9999-12-31');

describe('reading partial dates', () => {
  it.each([
    ['2021-11-10', '2021-11-10', '2021-11-10'],
    ['2021-11', '2021-11-01', '2021-11-30'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['2018-11-12/2019-09-16', '2018-11-12', '2019-09-16'],
    ['2018/2019', '2018-01-01', '2019-12-31'],
    ['2019-09-16/..', '2019-09-16', null],
    ['../2019-09-16', null, '2019-09-16'],
    ['../2019', null, '2019-12-31'],
    [' 2021-11 ', '2021-11-01', '2021-11-30'],
  ])('reads %s', (text, earliest, latest) => {
    expect(parseSpan(text)).toEqual({ earliest, latest });
  });

  it.each([
    '',
    '..',
    '../..',
    '2021-13',
    '2021-00',
    '2021-02-29',
    '1900-02-29',
    '2021-11-31',
    '2021-11-00',
    '0000',
    '21-11-10',
    '2021-1-1',
    '2021-11-10T00:00',
    '2021/2020',
    '2021-11-10/2021-11-09',
    '2019/2020/2021',
    '/2020',
    '2020/',
    'unknown',
  ])('refuses "%s"', (text) => {
    expect(parseSpan(text)).toBeNull();
  });

  it('knows the length of every month', () => {
    const lengths = Array.from({ length: 12 }, (_, month) => daysInMonth(2023, month + 1));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });

  it('has no day outside the calendar', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    expect([dayOf(2023, 2, 29), dayOf(2023, 0, 1), dayOf(2023, 13, 1), dayOf(0, 1, 1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(dayOf(987, 6, 5)).toBe('0987-06-05');
  });
});

describe('writing partial dates', () => {
  it('gives back every span that it wrote', () => {
    fc.assert(
      fc.property(spansOf(day), (span) => {
        expect(parseSpan(formatSpan(span))).toEqual(span);
      }),
    );
  });

  it('writes whole days, months and years as such', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (text, length) => {
        const span = parseSpan(text.slice(0, length));
        expect(span && formatSpan(span)).toBe(text.slice(0, length));
      }),
    );
  });
});

describe('comparing spans', () => {
  it('is never before and after a day at once', () => {
    fc.assert(
      fc.property(spansOf(near), near, (span, one) => {
        expect(surelyBy(span, one) && surelyAfter(span, one)).toBe(false);
        if (surelyAfter(span, one)) expect(contains(span, one)).toBe(false);
      }),
    );
  });

  it('stays over once it is over, and is to come all the days before', () => {
    fc.assert(
      fc.property(spansOf(near), near, near, (span, one, other) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        if (surelyBy(span, first)) expect(surelyBy(span, last)).toBe(true);
        if (surelyAfter(span, last)) expect(surelyAfter(span, first)).toBe(true);
      }),
    );
  });

  it('is over or to come exactly when no day of it could make it otherwise', () => {
    const days = Array.from({ length: 40 }, (_, index) =>
      new Date(start + (index - 10) * 86_400_000).toISOString().slice(0, 10),
    );
    fc.assert(
      fc.property(spansOf(near), near, (span, one) => {
        const within = days.filter((each) => contains(span, each));
        expect(surelyBy(span, one)).toBe(within.every((each) => each <= one));
        expect(surelyAfter(span, one)).toBe(within.every((each) => each > one));
      }),
    );
  });

  it('shares no day exactly when disjoint', () => {
    const days = Array.from({ length: 40 }, (_, index) =>
      new Date(start + (index - 10) * 86_400_000).toISOString().slice(0, 10),
    );
    fc.assert(
      fc.property(spansOf(near), spansOf(near), (a, b) => {
        const shared = days.some((one) => contains(a, one) && contains(b, one));
        expect(disjoint(a, b)).toBe(!shared);
        expect(disjoint(b, a)).toBe(disjoint(a, b));
        expect(disjoint(a, a)).toBe(false);
      }),
    );
  });

  it('separates what was over from what was still to come', () => {
    fc.assert(
      fc.property(spansOf(near), spansOf(near), near, (a, b, one) => {
        if (surelyBy(a, one) && surelyAfter(b, one)) expect(disjoint(a, b)).toBe(true);
        expect(surelyBy(exactly(one), one)).toBe(true);
        expect(surelyAfter(exactly(one), one)).toBe(false);
      }),
    );
  });
});
