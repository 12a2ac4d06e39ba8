import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOf, readDay, readWebAddress } from '../../../src/discord/options.js';

it('takes a month and a year for their last day', () => {
  expect(readDay('2021-11-10')).toBe('2021-11-10');
  expect(readDay(' 2024-02 ')).toBe('2024-02-29');
  expect(readDay('2023-02')).toBe('2023-02-28');
  expect(readDay('2019')).toBe('2019-12-31');
});

it('takes no day that the calendar lacks, no span and no words', () => {
  const wrong = ['2021-02-30', '2021-13', '21', '2021-1-1', '2018/2019', '../2019', 'today', ''];
  expect(wrong.map(readDay)).toEqual(wrong.map(() => null));
});

it('reads every day that it gives back to itself', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const day = readDay(text);
      expect(day === null || readDay(day) === day).toBe(true);
    }),
  );
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1900-01-01'),
        max: new Date('2999-12-31'),
        noInvalidDate: true,
      }),
      (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(readDay(day)).toBe(day);
      },
    ),
  );
});

it('takes web addresses only', () => {
  expect(readWebAddress(' https://example.org/a b ')).toBe('https://example.org/a%20b');
  const wrong = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'example.org',
    '',
  ];
  expect(wrong.map(readWebAddress)).toEqual(wrong.map(() => null));
});

it('counts an emoji of two code units once', () => {
  expect(lengthOf('a😀')).toBe(2);
});
