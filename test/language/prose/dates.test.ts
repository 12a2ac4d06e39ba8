import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/partial-date.js';
import {
  singleDate,
  writeDay,
  writePublished,
  writeWhen,
} from '../../../src/language/prose/dates.js';
import { span } from '../../fakes/register.js';

describe('days in words', () => {
  it.each([
    ['2021-11-10', '10 November 2021'],
    ['2018-01-01', '1 January 2018'],
    ['2021-11', 'November 2021'],
    ['2021', '2021'],
    ['some day', 'some day'],
  ])('%s is %s', (day, words) => {
    expect(writeDay(day)).toBe(words);
  });

  it('lose nothing', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, date]) => dayOf(year, month, date) ?? '');
    fc.assert(
      fc.property(day, (text) => {
        const back = new Date(`${writeDay(text)} 12:00 UTC`).toISOString().slice(0, 10);
        expect(back).toBe(text);
      }),
    );
  });
});

describe('when something happened', () => {
  it.each([
    ['2021-11-10', 'on 10 November 2021'],
    ['2021-11', 'in November 2021'],
    ['2021', 'in 2021'],
    ['2018-11-12/2019-09-16', 'at some time between 12 November 2018 and 16 September 2019'],
    ['../2019-09-16', 'on or before 16 September 2019'],
    ['2019-09-16/..', 'on or after 16 September 2019'],
  ])('%s is %s', (text, words) => {
    expect(writeWhen(span(text))).toBe(words);
  });

  it('may be unknown', () => {
    expect(writeWhen({ earliest: null, latest: null })).toBe('on an unknown date');
  });
});

describe('dates of sources', () => {
  it.each([
    [null, 'undated'],
    ['2021-11-10', '10 November 2021'],
    ['2018-11', 'November 2018'],
    ['2018/2019', '2018/2019'],
    ['spring 2019', 'spring 2019'],
  ])('%s is %s', (published, words) => {
    expect(writePublished(published)).toBe(words);
  });
});

describe('a single date', () => {
  it('is a day, a month or a year, and none for what is wider', () => {
    expect(
      ['2021-11-10', '2021-11', '2021', '2018/2019', '2019-09-16/..'].map((text) =>
        singleDate(span(text)),
      ),
    ).toEqual(['2021-11-10', '2021-11', '2021', null, null]);
    expect(singleDate(null)).toBeNull();
  });
});
