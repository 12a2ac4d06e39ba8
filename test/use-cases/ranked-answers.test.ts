import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import type { Application } from '../../src/use-cases/application.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';
import { accordOf, claimOf, completeOf, rosterOf, treaty } from '../fakes/register.js';

const state = (id: string, name: string) => ({ participant: { id, name, type: 'state' as const } });
const france = state('FRA', 'France');
const japan = state('JPN', 'Japan');
const germany = state('DEU', 'Germany');
const usa = state('USA', 'United States');
const lantern = { accord: 'lantern' };

/** Harbour: France and Germany on the first day, Japan perhaps too, the United States later. */
const content = {
  ...harbourCorpus,
  accords: [
    accordOf({ roster: rosterOf([completeOf({ from: '2018-11-12', to: '2025-12-25' })]) }),
    accordOf({
      ...treaty,
      roster: rosterOf([completeOf({ from: '2023-01-01', to: '2023-01-01' })]),
    }),
  ],
  rosterClaims: [
    claimOf('FRA', 'supported', { ...france, dates: { on: '2018-11-12' } }),
    claimOf('DEU', 'supported', { ...germany, dates: { on: '2018-11-12' } }),
    claimOf('JPN', 'supported', { ...japan, dates: { on: '2018-11-12/2019-09-16' } }),
    claimOf('USA', 'supported', { ...usa, dates: { on: '2021-11-10' } }),
    claimOf('FRA', 'signed', { ...france, ...lantern, dates: { on: '2016-04-22' } }),
    claimOf('FRA', 'ratified', { ...france, ...lantern, dates: { on: '2016-10-05' } }),
    claimOf('USA', 'signed', { ...usa, ...lantern, dates: { on: '2016-04-22' } }),
    claimOf('USA', 'ratified', { ...usa, ...lantern, dates: { on: '2016-09-03' } }),
    claimOf('USA', 'withdrew', {
      ...usa,
      ...lantern,
      dates: { on: '2019-11-04', effective: '2020-11-04' },
    }),
    claimOf('JPN', 'signed', { ...japan, ...lantern, dates: { on: '2016-04-22/2017-01-01' } }),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'accord-'));
let application: Application;

beforeAll(async () => {
  application = productOf(content, {}, folder).application;
  await application.ingest();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('who came first, who last, and which has more', () => {
  it.each<[string, readonly string[], RegExp, Partial<Answer>]>([
    [
      'Who signed the Harbour Call first?',
      ['DEU', 'FRA'],
      /^The first of the states to support the Harbour Call were France and Germany, on 12 November 2018 .* 1 other may have done so on that day too; no source gives the day: Japan\./,
      { date: '2018-11-12', verdict: null },
    ],
    [
      'Was France the first to sign the Harbour Call?',
      ['DEU', 'FRA'],
      /^Yes\./,
      { verdict: 'yes' },
    ],
    ['Was Japan the first to sign the Harbour Call?', ['DEU', 'FRA', 'JPN'], /^Unknown\./, {}],
    [
      'Was the US the first to sign the Harbour Call?',
      ['DEU', 'FRA', 'USA'],
      /^No\. .*The United States supported the Harbour Call on 10 November 2021/,
      { verdict: 'no' },
    ],
    [
      'Who was the last to sign the Harbour Call?',
      ['USA'],
      /^The latest of the states to support the Harbour Call was the United States, on 10 November 2021/,
      { date: '2021-11-10' },
    ],
    [
      'Who was the first to ratify the Lantern Convention?',
      ['USA'],
      /^The first of the states to become a party to the Lantern Convention was the United States, on 3 September 2016/,
      { date: '2016-09-03' },
    ],
    [
      'Who was the last to sign the Lantern Convention?',
      ['FRA', 'USA'],
      /^Of those that sources date closely, the latest .* 1 other may have done so as late or later/,
      {},
    ],
    [
      'Who left the Lantern Convention first?',
      ['USA'],
      /on 4 November 2020/,
      { date: '2020-11-04' },
    ],
    [
      'Are there more states in the Harbour Call or the Lantern Convention?',
      [],
      /^The Harbour Call has more than the Lantern Convention\. The Harbour Call: 4 states .*The Lantern Convention: 2 states/,
      { verdict: null, accords: ['harbour', 'lantern'] },
    ],
    [
      'Does the Lantern Convention have more members than the Harbour Call?',
      [],
      /^No\. The Harbour Call has more/,
      { verdict: 'no' },
    ],
  ])('%s', async (question, ids, text, fields) => {
    const answer = await application.ask(question);
    expect(answer.text).toMatch(text);
    expect(answer).toMatchObject({ kind: 'register', ...fields });
    expect(answer.participants.map(({ id }) => id).sort()).toEqual(ids);
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it('is not told of joining a treaty, which may mean signing or ratifying', async () => {
    expect((await application.ask('Who joined the Lantern Convention first?')).kind).not.toBe(
      'register',
    );
  });
});
