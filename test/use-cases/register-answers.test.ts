import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import type { Application } from '../../src/use-cases/application.js';
import { harbourCorpus, rosterClaims } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';
import { accordOf, claimOf, completeOf, rosterOf, span, treaty } from '../fakes/register.js';

const company = (id: string, name: string) => ({
  participant: { id, name, type: 'company' as const },
});
const everyone = completeOf({ from: '2025-12-25', to: '2025-12-25', types: ['state', 'company'] });
const states = completeOf({ from: '2019-09-16', to: '2025-12-25' });
const count = {
  unit: 'states',
  source: 'https://example.org/counts',
  published: '2018-11-13',
  note: null,
  stage: 'signature',
  type: 'state',
} as const;

const content = {
  ...harbourCorpus,
  accords: [
    accordOf({
      roster: rosterOf([states, everyone]),
      counts: [
        { ...count, on: span('2018-11-12'), count: 51, participant: null },
        { ...count, on: span('2021-11-10'), count: 3, participant: 'USA' },
      ],
    }),
    accordOf({
      ...treaty,
      adopted: '2015-12-12',
      signatureCloses: '2027-04-21',
      entryIntoForce: {
        status: 'in-force',
        on: '2016-11-04',
        condition: '55 ratifications',
        asOf: '2023-01-01',
        source: 'https://example.org/force',
      },
      roster: rosterOf([completeOf({ from: '2023-01-01', to: '2023-01-01' })]),
    }),
    accordOf({
      id: 'mirror',
      title: 'Mirror Declaration',
      short: 'Mirror Declaration',
      rosterPath: 'mirror/roster.csv',
      admits: ['company'],
    }),
  ],
  participants: [
    {
      id: 'acme',
      name: 'Acme Locks',
      type: 'company' as const,
      country: 'FRA',
      aliases: ['Acme'],
      note: 'renamed from Acme in 2020',
    },
  ],
  rosterClaims: [
    ...rosterClaims,
    claimOf('USA', 'signed', {
      participant: { id: 'USA', name: 'United States', type: 'state' },
      accord: 'lantern',
      dates: { on: '2016-04-22' },
    }),
    claimOf('USA', 'accepted', {
      participant: { id: 'USA', name: 'United States', type: 'state' },
      accord: 'lantern',
      dates: { on: '2016-09-03' },
    }),
    claimOf('USA', 'withdrew', {
      participant: { id: 'USA', name: 'United States', type: 'state' },
      accord: 'lantern',
      dates: { on: '2019-11-04', effective: '2020-11-04' },
    }),
    claimOf('acme', 'supported', {
      ...company('acme', 'Acme Locks'),
      dates: { on: '2018-11-12/2025-12-25', reported: '2025-12-25' },
    }),
    claimOf('acme', 'supported', {
      ...company('acme', 'Acme Locks'),
      accord: 'mirror',
      dates: { on: '2020-02-02' },
    }),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'accord-'));
let application: Application;
const ask = (question: string): Promise<Answer> => application.ask(question);

beforeAll(async () => {
  application = productOf(content, {}, folder).application;
  await application.ingest();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sets', () => {
  it.each<[string, RegExp, Partial<Answer>]>([
    [
      'Have all G7 members signed the Harbour Call?',
      /^No\. As of 25 December 2025, 3 of 7 G7 members are supporters of the Harbour Call; not so: Canada, Germany, Italy and United Kingdom\./,
      { verdict: 'no', count: null },
    ],
    ['Has any G7 member signed the Harbour Call?', /^Yes\./, { verdict: 'yes' }],
    [
      'Has any G7 member left the Harbour Call?',
      /^No\. .*none of 7 G7 members has left/,
      { verdict: 'no' },
    ],
    [
      'How many states support the Harbour Call?',
      /3 of 195 states are supporters of the Harbour Call/,
      { count: 3 },
    ],
    [
      'How many states had signed the Harbour Call at launch?',
      /^The Harbour Call had 51 states, as reported for 12 November 2018 \[1\]/,
      { count: 51 },
    ],
    [
      'Which states joined the Harbour Call in 2021?',
      /1 of 195 states joined the Harbour Call in 2021: United States/,
      { count: 1 },
    ],
    [
      'Which states signed but did not ratify the Lantern Convention?',
      /has signed the Lantern Convention but not ratified it: Ireland/,
      { count: 1 },
    ],
    [
      'Which states left the Lantern Convention in 2020?',
      /1 of 195 states left the Lantern Convention in 2020: United States/,
      { count: 1 },
    ],
    ['Which states left the Lantern Convention in 2021?', /none of 195 states left/, { count: 0 }],
    [
      'Which companies support both the Harbour Call and the Mirror Declaration?',
      /take(s)? part in both the Harbour Call and the Mirror Declaration: Acme Locks/,
      { count: 1 },
    ],
    [
      'Which French companies support the Harbour Call?',
      /companies and business associations from France .*: Acme Locks/,
      { count: 1 },
    ],
    [
      'Which American companies support the Harbour Call?',
      /the sources in the corpus name no companies and business associations from the United States/,
      { count: 0 },
    ],
  ])('%s', async (question, text, fields) => {
    const answer = await ask(question);
    expect(answer.text).toMatch(text);
    expect(answer).toMatchObject({ kind: 'register', ...fields });
  });
});

describe('participants', () => {
  it.each<[string, RegExp, Partial<Answer>]>([
    [
      'Has the US signed the Lantern Convention?',
      /It did, but it no longer takes part\. The United States signed the Lantern Convention on 22 April 2016/,
      { verdict: 'yes', date: '2016-04-22' },
    ],
    [
      'Is the US a party to the Lantern Convention?',
      /^No: the United States left the Lantern Convention with effect on 4 November 2020/,
      { verdict: 'no' },
    ],
    [
      'When did the US join the Lantern Convention?',
      /^The United States accepted the Lantern Convention on 3 September 2016/,
      { date: '2016-09-03' },
    ],
    [
      'When did the US leave the Lantern Convention?',
      /left the Lantern Convention with effect on 4 November 2020/,
      { date: '2020-11-04' },
    ],
    [
      'Was the US in the Lantern Convention in 2019 and in 2021?',
      /31 December 2019: the United States accepted .*31 December 2021: the United States left/,
      {},
    ],
    ['Is Acme in the Harbour Call?', /^Yes: .*Acme Locks supported/, { verdict: 'yes' }],
    [
      'Is Germany undecided about the Harbour Call?',
      /^Unknown: no source says that Germany is undecided/,
      { verdict: 'unknown' },
    ],
    [
      'When did France and the US ratify the Lantern Convention?',
      /The United States, in order: signed on 22 April 2016/,
      {},
    ],
    [
      'Have France and Germany signed the Harbour Call?',
      /^No\. France supported .* Germany is not on the list/,
      { verdict: 'no' },
    ],
    [
      'Which accords has France signed?',
      /^France takes part in 2 of the 3 accords in the corpus\./,
      { count: 2, accords: ['harbour', 'lantern'] },
    ],
    [
      'Can France sign the Mirror Declaration?',
      /^No: the Mirror Declaration is open to companies and business associations; France is a state/,
      { verdict: 'no' },
    ],
    [
      'Is Acme an American company?',
      /^No: the register gives France as the country of Acme Locks/,
      { verdict: 'no' },
    ],
    [
      'Was Japan the 3rd state to sign the Harbour Call?',
      /^No\. A source counts the United States as number 3/,
      { verdict: 'no' },
    ],
  ])('%s', async (question, text, fields) => {
    const answer = await ask(question);
    expect(answer.text).toMatch(text);
    expect(answer).toMatchObject({ kind: 'register', ...fields });
  });
});

describe('those of several that fit', () => {
  it('alone are named', async () => {
    const signed = await ask('Which of France, Germany and Japan signed the Harbour Call?');
    expect(signed.participants.map((one) => one.id)).toEqual(['FRA', 'JPN']);
    expect(signed).toMatchObject({ count: 2, verdict: null });
    expect(signed.text).toMatch(/^Of those asked about: France and Japan\./);
    const outside = await ask('Which of France and Germany have not signed the Harbour Call?');
    expect(outside.participants.map((one) => one.id)).toEqual(['DEU']);
    const none = await ask('Which of Italy and Germany signed the Harbour Call?');
    expect(none).toMatchObject({ count: 0, participants: [] });
    expect(none.text).toMatch(/^None of those asked about\./);
  });
});

describe('accords themselves', () => {
  it.each<[string, RegExp, Partial<Answer>]>([
    [
      'Is the Lantern Convention in force?',
      /^Yes: the Lantern Convention is in force since 4 November 2016 \[1\]\. 55 ratifications/,
      { verdict: 'yes', date: '2016-11-04' },
    ],
    ['Is the Harbour Call in force?', /^No: the Harbour Call is no treaty/i, { verdict: 'no' }],
    [
      'Is the Harbour Call binding?',
      /^No: the Harbour Call is a non-binding declaration/,
      { verdict: 'no' },
    ],
    [
      'When was the Lantern Convention adopted?',
      /was adopted on 12 December 2015 \[1\]\. It was opened for signature on 22 April 2016\./,
      { date: '2015-12-12' },
    ],
    [
      'When was the Lantern Convention opened for signature?',
      /was opened for signature on 22 April 2016/,
      { date: '2016-04-22' },
    ],
    [
      'Until when can states sign the Lantern Convention?',
      /is open for signature until 21 April 2027/,
      { date: '2027-04-21' },
    ],
  ])('%s', async (question, text, fields) => {
    const answer = await ask(question);
    expect(answer.text).toMatch(text);
    expect(answer).toMatchObject({ kind: 'register', ...fields });
  });
});
