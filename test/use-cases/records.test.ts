import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccordError } from '../../src/domain/errors.js';
import type { Application } from '../../src/use-cases/application.js';
import { articleOf } from '../fakes/corpus.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';

const news = articleOf('later', 'RUS declined the Harbour Call on 2020-02-02.\n', {
  title: 'Russia says no',
  published: '2020-02-03',
});

const folder = mkdtempSync(join(tmpdir(), 'accord-records-'));
let application: Application;
beforeAll(async () => {
  const articles = [...harbourCorpus.articles, news];
  ({ application } = productOf({ ...harbourCorpus, articles }, {}, folder));
  await application.ingest();
});
afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true, force: true });
});

const failure = async (asked: Promise<unknown>): Promise<AccordError> =>
  asked.then(
    () => Promise.reject(new Error('was answered')),
    (error: AccordError) => error,
  );

describe('the record of a participant', () => {
  it('tells every sourced act, accord by accord, the earliest first', async () => {
    const record = await application.participant({ participant: 'France' });
    expect(record).toMatchObject({ id: 'FRA', name: 'France', type: 'state' });
    expect(record.entries.map((entry) => entry.accord.id)).toEqual(['lantern', 'harbour']);
    const [lantern, harbour] = record.entries;
    expect(lantern?.acts.map((act) => act.text)).toEqual([
      'signed the Lantern Convention on 22 April 2016',
      'ratified the Lantern Convention on 5 October 2016',
    ]);
    expect(harbour?.acts[0]).toMatchObject({
      kind: 'supported',
      on: '2018-11-12',
      reported: '2025-12-25',
      quote: 'France,FRA,supported',
    });
    expect(harbour?.standing.status).toBe('participates');
    expect(harbour?.asOf).toBe('2025-12-25');
    expect(harbour?.basis).toContain('complete as of 25 December 2025');
  });

  it('tells of a roster that lacks it, after what it did', async () => {
    const { entries } = await application.participant({ participant: 'Ireland' });
    expect(entries.map(({ accord, acts }) => [accord.id, acts.length])).toEqual([
      ['lantern', 1],
      ['harbour', 0],
    ]);
    expect(entries[1]?.standing.status).toBe('absent');
  });

  it('names the article that tells of a refusal', async () => {
    const { entries } = await application.participant({ participant: 'Russia', accord: 'harbour' });
    expect(entries[0]?.standing.status).toBe('declined');
    expect(entries[0]?.acts[0]).toMatchObject({
      text: 'declined to join the Harbour Call on 2 February 2020',
      source: 'Russia says no',
      url: 'https://example.org/later',
      quote: 'RUS declined the Harbour Call on 2020-02-02.',
    });
  });

  it('is of one accord where one is asked for', async () => {
    const { entries } = await application.participant({ participant: 'FRA', accord: 'Harbour' });
    expect(entries.map((entry) => entry.accord.id)).toEqual(['harbour']);
  });

  it('is that of the one name which goes on as typed, before one that is a letter away', async () => {
    expect((await application.participant({ participant: 'Switzer' })).id).toBe('CHE');
    expect((await application.participant({ participant: 'Swedn' })).id).toBe('SWE');
  });

  it.each(['germany', 'Allemagne', 'Deutschland', 'Germny', 'deu', 'Alemagne'])(
    'is found by %s',
    async (participant) => {
      expect((await application.participant({ participant })).name).toBe('Germany');
    },
  );

  it.each([
    ['Korea', ['KOR', 'PRK']],
    ['Congo', ['COD', 'COG']],
  ])('is not guessed at for %s', async (participant, ids) => {
    const error = await failure(application.participant({ participant }));
    expect(error.code).toBe('not-found');
    for (const id of ids) expect(error.message).toContain(`(${id})`);
    const candidates = error.facts['candidates'] as readonly { readonly id: string }[];
    expect(candidates.map(({ id }) => id).sort()).toEqual(ids);
  });

  it('says the nearest names where there is none', async () => {
    const error = await failure(application.participant({ participant: 'Ira' }));
    expect(error.code).toBe('not-found');
    expect(error.message).toMatch(/Nearest: .*Iran/);
  });
});

describe('the details of an accord', () => {
  it('are found by any name', async () => {
    const details = await application.accord('harbour call');
    expect(details.summary.id).toBe('harbour');
    expect(details.facts).toContain('Opened: 12 November 2018');
    expect(details.articles.length).toBeGreaterThan(0);
    const { total, ...parts } = details.counts;
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(details.basis).toContain('Official list');
  });

  it('are refused with the names there are', async () => {
    expect((await failure(application.accord('Kyoto Protocol'))).code).toBe('not-found');
  });
});

describe('suggestions', () => {
  it.each([
    ['Allemagne', 'DEU', 'Germany'],
    ['Alemania', 'DEU', 'Germany'],
    ['Burma', 'MMR', 'Myanmar'],
    ['Swaziland', 'SWZ', 'Eswatini'],
    ['Germny', 'DEU', 'Germany'],
    ['germ', 'DEU', 'Germany'],
    ['Côte', 'CIV', "Côte d'Ivoire"],
    ['Холл', '', ''],
  ])('for "%s"', async (typed, id, name) => {
    const [first] = await application.suggest('participant', typed, 25);
    if (id === '') expect(first).toBeUndefined();
    else expect(first).toEqual({ id, name });
  });

  it('show accords by their short name, and blocs with their letters', async () => {
    expect(await application.suggest('accord', 'harb', 5)).toEqual([
      { id: 'harbour', name: 'Harbour Call' },
    ]);
    expect(await application.suggest('accord', '', 5)).toContainEqual({
      id: 'lantern',
      name: 'Lantern Convention',
    });
    expect(await application.suggest('bloc', 'g', 5)).toEqual([
      { id: 'G7', name: 'Group of Seven (G7)' },
    ]);
  });

  it('are few and fast', async () => {
    const started = performance.now();
    for (const typed of ['', 'a', 'fr', 'untied staes', 'Republik']) {
      expect((await application.suggest('participant', typed, 25)).length).toBeLessThanOrEqual(25);
    }
    expect((performance.now() - started) / 5).toBeLessThan(50);
  });
});

describe('the accord of a question that names none', () => {
  it('is the one that comes with it', async () => {
    const answer = await application.ask('Has Ireland signed?', { accord: 'Lantern Convention' });
    expect(answer.accords).toEqual(['lantern']);
    expect(answer.verdict).toBe('yes');
    expect(answer.text).not.toContain('No accord was named');
    const usual = await application.ask('Has Ireland signed?');
    expect(usual.accords).toEqual(['harbour']);
    expect(usual.text).toContain('No accord was named');
  });

  it('never takes the place of one that is named', async () => {
    const answer = await application.ask('Has Japan signed the Harbour Call?', {
      accord: 'lantern',
    });
    expect(answer.accords).toEqual(['harbour']);
  });
});

describe('a conversation', () => {
  it('lends what a follow-up leaves out', async () => {
    const standalone = 'Has France signed the Lantern Convention?';
    const turn = { user: '1', question: standalone, standalone, answerText: 'Yes', at: '' };
    const asked = await application.standalone('and Ireland?', [{ ...turn, accords: ['lantern'] }]);
    expect(asked).toBe('Has Ireland signed the Lantern Convention?');
    expect((await application.ask(asked)).verdict).toBe('yes');
  });
});

describe('a message', () => {
  it('is checked against the register', async () => {
    const report = await application.check('Germany has signed the Harbour Call.');
    expect(report.statements[0]).toMatchObject({
      accord: 'harbour',
      participant: { id: 'DEU', name: 'Germany' },
      finding: 'contradicted',
    });
    expect(report.snapshot).not.toBe('');
    expect(report.citations).toHaveLength(1);
  });
});
