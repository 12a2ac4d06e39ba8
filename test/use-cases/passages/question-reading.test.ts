import { describe, expect, it } from 'vitest';
import { datedBonus, datesOf } from '../../../src/use-cases/passages/question-dates.js';
import { partsOf } from '../../../src/use-cases/passages/question-parts.js';

describe('dates of a question', () => {
  it.each([
    ['What was said on 12 November 2018?', ['2018-11-12']],
    ['the report of November 3, 2018 and that of 2019-05-15', ['2018-11-03', '2019-05-15']],
    ['in March 2021 or 2020', ['2021-03', '2020']],
    ['on the 1st of nothing, page 1234', []],
    ['on 2nd may 2022', ['2022-05-02']],
  ])('in "%s"', (question, expected) => {
    expect(datesOf(question)).toEqual(expected);
  });

  it('are worth the more the narrower they are', () => {
    const [day, month, year] = ['2018-11-12', '2018-11', '2018'].map((date) =>
      datedBonus([date], '2018-11-12'),
    );
    expect(day).toBeGreaterThan(month ?? 0);
    expect(month).toBeGreaterThan(year ?? 0);
    expect(year).toBeGreaterThan(0);
    expect(datedBonus(['2018-11'], '2018-12-11')).toBe(0);
    expect(datedBonus(['2018-11-12'], '2018')).toBe(0);
    expect(datedBonus(['2018'], null)).toBe(0);
  });
});

describe('parts of a question', () => {
  it('are what it compares', () => {
    expect(
      partsOf(
        'Did the Harbour Post say that the ferry was late, while the Lagoon Times wrote that it never left port?',
      ),
    ).toEqual([
      'Did the Harbour Post say that the ferry was late',
      'the Lagoon Times wrote that it never left port?',
    ]);
  });

  it.each(['What does the pact ask of ports and ferries?', 'Why, and when?', ''])(
    'are none in "%s"',
    (question) => expect(partsOf(question)).toEqual([]),
  );
});
