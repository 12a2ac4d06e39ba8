import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSpan } from '../../../src/domain/partial-date.js';
import { datedBonus, datesOf } from '../../../src/use-cases/passages/question-dates.js';
import { partsOf } from '../../../src/use-cases/passages/question-parts.js';

describe('dates of a question', () => {
  it.each([
    ['What was said on 12 November 2018?', ['2018-11-12']],
    ['the report of November 3, 2018 and that of 2019-05-15', ['2018-11-03', '2019-05-15']],
    ['in March 2021 or 2020', ['2021-03', '2020']],
    ['on the 1st of nothing, page 1234', []],
    ['on 2nd may 2022', ['2022-05-02']],
    ['in Nov. 2018 and Sept 2019', ['2018-11', '2019-09']],
    [
      'le 1er août 2020, am 3. März 2021 y el 12 de noviembre de 2018',
      ['2020-08-01', '2021-03-03', '2018-11-12'],
    ],
    ['between 2018 and 2020', ['2018-01-01/2020-12-31']],
    ['from March 2021 to 2022-05-01', ['2021-03-01/2022-05-01']],
    ['the article from March 2021', ['2021-03']],
    ['since 2019, before June 2020', ['2019', '2019-01-01/..', '2020-06', '../2020-06-30']],
    ['on 31 June 2020', []],
  ])('in "%s"', (question, expected) => {
    expect(datesOf(question).map(formatSpan)).toEqual(expected);
  });

  const bonus = (question: string, published: string | null) =>
    datedBonus(datesOf(question), published);

  it('are worth the more the narrower they are', () => {
    const worths = ['2018-11-12', '2018-11', '2018', 'from 2017 to 2019', 'nothing'].map((date) =>
      bonus(date, '2018-11-12'),
    );
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(new Set(worths).size).toBe(worths.length);
    expect(worths.at(-1)).toBe(0);
  });

  it('count for articles that are dated by month or year alone', () => {
    expect(bonus('on 12 November 2018', '2018-11')).toBe(bonus('in November 2018', '2018-11-30'));
    expect(bonus('on 12 November 2018', '2018')).toBe(bonus('in 2018', '2018-03-01'));
    expect(bonus('in November 2018', '2018-12-11')).toBe(0);
    expect(bonus('in 2018', null)).toBe(0);
  });

  it('count for news of the week after a day, less than of the day', () => {
    expect(bonus('on 12 November 2018', '2018-11-15')).toBeGreaterThan(0);
    expect(bonus('on 12 November 2018', '2018-11-15')).toBeLessThan(
      bonus('on 12 November 2018', '2018-11-12'),
    );
    expect(bonus('on 12 November 2018', '2018-11-20')).toBe(0);
    expect(bonus('on 12 November 2018', '2018-11-11')).toBe(0);
  });

  it('never fail, whatever the question and the date', () => {
    const year = fc.integer({ min: 1900, max: 2099 });
    fc.assert(
      fc.property(fc.string(), year, fc.string(), (before, number, after) => {
        const dates = datesOf(`${before} ${number} ${after}`);
        expect(datedBonus(dates, `${number}-05-17`)).toBeGreaterThanOrEqual(0);
      }),
    );
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
