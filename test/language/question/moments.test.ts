import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/register-query.js';
import { query } from './small-context.js';

function when(question: string): Moment | null {
  const found = query(question);
  return found && 'when' in found ? found.when : null;
}

const day = (text: string): Moment => ({ kind: 'day', day: text });
const during = (from: string | null, to: string | null): Moment => ({ kind: 'during', from, to });
const launch = (years: number): Moment => ({ kind: 'launch', years });

describe('a status on a past day', () => {
  it.each<[string, Moment]>([
    ['Had the US signed the Harbour Call in 2019?', day('2019-12-31')],
    ['Was the US in the Harbour Call in 2019?', day('2019-12-31')],
    ['Was the US in the Harbour Call on 1 January 2021?', day('2021-01-01')],
    ['Was the US in the Harbour Call on the 12th of November 2018?', day('2018-11-12')],
    ['Was the US in the Harbour Call on November 12, 2018?', day('2018-11-12')],
    ['Was the US in the Harbour Call on 2018-11-12?', day('2018-11-12')],
    ['Was the US in the Harbour Call in December 2020?', day('2020-12-31')],
    ['Had the US joined the Harbour Call by May 2021?', day('2021-05-31')],
    ['Had Germany joined the Harbour Call before 2019?', day('2018-12-31')],
    ['Was Germany in the Harbour Call before March 2019?', day('2019-02-28')],
    ['Which EU states signed the Harbour Call by the end of 2025?', day('2025-12-31')],
    ['How many states had signed the Harbour Call as of 2019-11-12?', day('2019-11-12')],
    ['Which G20 countries had not backed the Harbour Call in 2020?', day('2020-12-31')],
    ['Which countries did not support the Harbour Call in 2020?', day('2020-12-31')],
    ['Was the US in the Harbour Call two years ago?', day('2024-12-31')],
    ['Had the US signed the Harbour Call last year?', day('2025-12-31')],
    ['How many states backed the Harbour Call as of last June?', day('2026-06-30')],
    ['How many states backed the Harbour Call as of last December?', day('2025-12-31')],
    ['Which states had only signed the Lantern Convention in 2019?', day('2019-12-31')],
  ])('%s', (question, moment) => {
    expect(when(question)).toEqual(moment);
  });
});

describe('an act in a period', () => {
  it.each<[string, Moment]>([
    ['Did the US sign the Harbour Call in 2019?', during('2019-01-01', '2019-12-31')],
    ['Which countries joined the Harbour Call in June 2023?', during('2023-06-01', '2023-06-30')],
    ['Who signed the Harbour Call on 15 May 2019?', during('2019-05-15', '2019-05-15')],
    ['Which countries joined the Harbour Call after 2019?', during('2020-01-01', null)],
    ['Which countries joined the Harbour Call after 12 November 2018?', during('2018-11-13', null)],
    ['Which countries signed the Harbour Call before 2019?', during(null, '2018-12-31')],
    ['Which countries have joined the Harbour Call since 2020?', during('2020-01-01', null)],
    ['Who joined the Harbour Call between 2019 and 2021?', during('2019-01-01', '2021-12-31')],
    [
      'Who joined the Harbour Call between March 2019 and May 2019?',
      during('2019-03-01', '2019-05-31'),
    ],
    ['Who joined the Harbour Call from 2019 to 2021?', during('2019-01-01', '2021-12-31')],
    ['How many states left the Lantern Convention in 2025?', during('2025-01-01', '2025-12-31')],
    ['Which countries joined the Harbour Call this year?', during('2026-01-01', '2026-12-31')],
    ['Which countries joined the Harbour Call last year?', during('2025-01-01', '2025-12-31')],
    ['Which countries joined the Harbour Call last month?', during('2026-07-01', '2026-07-31')],
    [
      'Which countries joined the Harbour Call in the last two years?',
      during('2024-08-01', '2026-08-01'),
    ],
    ['Who signed the Harbour Call yesterday?', during('2026-07-31', '2026-07-31')],
  ])('%s', (question, moment) => {
    expect(when(question)).toEqual(moment);
  });
});

describe('the first days of an accord', () => {
  it.each<[string, Moment]>([
    ['How many states supported the Harbour Call at launch?', launch(0)],
    ['was america in the harbour call when it launched?', launch(0)],
    ['Who were the founding members of the Harbour Call?', launch(0)],
    ['Which companies signed the Harbour Call on the first day?', launch(0)],
    ['How many states had signed the Harbour Call one year after launch?', launch(1)],
    ['Which states had signed the Harbour Call 3 years after it was launched?', launch(3)],
    ['Was the US in the Harbour Call ten years after its opening?', launch(10)],
  ])('%s', (question, moment) => {
    expect(when(question)).toEqual(moment);
  });
});

describe('today', () => {
  it.each([
    'Which countries support the Harbour Call today?',
    'Is the US currently in the Harbour Call?',
    'Is the US still in the Harbour Call?',
    'Has the US signed the Harbour Call so far?',
    'Who is in the Harbour Call right now?',
  ])('is meant by "%s"', (question) => {
    expect(when(question)).toEqual({ kind: 'now' });
  });
});

describe('signing in a period', () => {
  it('is dated by the signature, joining by what binds', () => {
    expect(query('Which states signed the Lantern Convention in 2012?')).toMatchObject({
      predicate: 'signed',
    });
    expect(query('Which states joined the Lantern Convention in 2012?')).toMatchObject({
      predicate: 'participates',
    });
    expect(query('Which states ratified the Lantern Convention in 2012?')).toMatchObject({
      predicate: 'bound',
    });
  });
});

describe('verbs of standing by an accord', () => {
  it('ask for a status and not for an act', () => {
    const state: Moment = day('2021-11-30');
    expect(when('How many states supported the Harbour Call in November 2021?')).toEqual(state);
    expect(when('Which states took part in the Harbour Call in November 2021?')).toEqual(state);
    expect(when('How many states joined the Harbour Call in November 2021?')).toEqual(
      during('2021-11-01', '2021-11-30'),
    );
  });
});

describe('anniversaries', () => {
  it.each<[string, Moment]>([
    ['How many states backed the Harbour Call on its first anniversary?', launch(1)],
    ['Was France in the Harbour Call at the 3rd anniversary?', launch(3)],
  ])('%s', (question, moment) => {
    expect(when(question)).toEqual(moment);
  });
});
