import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '../../src/use-cases/application.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';
import { accordOf, claimOf, completeOf, rosterOf, span } from '../fakes/register.js';

const figure = (on: string, count: number, type: 'state' | 'any') => ({
  on: span(on),
  count,
  type,
  unit: type === 'any' ? 'members' : 'states',
  source: 'https://example.org/figures',
  published: '2021-03-01',
  note: null,
  stage: 'signature' as const,
  participant: null,
});

const state = (id: string, name: string) => ({ participant: { id, name, type: 'state' as const } });

/** The list of November 2019 was whole; Japan is known to have joined since, others are counted. */
const content = {
  ...harbourCorpus,
  accords: [
    accordOf({
      roster: rosterOf([completeOf({ from: '2018-11-12', to: '2019-11-12' })]),
      counts: [figure('2019-11-12', 1, 'state'), figure('2021-02-20', 9, 'any')],
    }),
  ],
  rosterClaims: [
    claimOf('FRA', 'supported', { ...state('FRA', 'France'), dates: { on: '2018-11-12' } }),
    claimOf('JPN', 'supported', { ...state('JPN', 'Japan'), dates: { on: '2021-02-15' } }),
    claimOf('USA', 'declined', {
      ...state('USA', 'United States'),
      dates: { on: '2018', reported: '2018' },
      by: 'article',
    }),
    claimOf('USA', 'declined', {
      ...state('USA', 'United States'),
      dates: { on: '2018-11-12', reported: '2018-11-12' },
    }),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'accord-'));
let application: Application;

beforeAll(async () => {
  application = productOf(content, {}, folder).application;
  await application.ingest();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what happened since a roster was complete', () => {
  it('is counted as a later source counts it', async () => {
    const answer = await application.ask('How many members does the Harbour Call have?');
    expect(answer).toMatchObject({ kind: 'register', count: 9 });
    expect(answer.text).toMatch(
      /^The Harbour Call had 9 members, as reported for 20 February 2021/,
    );
  });

  it('makes the names a lower bound, and says until when they were all', async () => {
    const answer = await application.ask('How many states support the Harbour Call?');
    expect(answer).toMatchObject({ kind: 'register', count: 2 });
    expect(answer.text).toMatch(/at least 2 of 195 states/);
    expect(answer.text).toMatch(/After 12 November 2019 only single joinings are known\./);
  });

  it('does not touch the days for which it was complete', async () => {
    const answer = await application.ask('How many states supported the Harbour Call at launch?');
    expect(answer).toMatchObject({ kind: 'register', count: 1, asOf: '2018-11-12' });
    expect(answer.text).not.toMatch(/at least/);
  });
});

describe('a refusal', () => {
  it('is dated as closely as any source dates it', async () => {
    const answer = await application.ask('Who declined to join the Harbour Call?');
    expect(answer.participants.map(({ id, on }) => [id, on])).toEqual([['USA', '2018-11-12']]);
  });
});
