import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { articleOf } from '../fakes/corpus.js';
import { harbourCorpus, principles, rosterClaims } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';

const refused = articleOf(
  'refusal',
  'The council met twice. RUS declined the Harbour Call on 2026-01-05. Nobody was surprised.\n',
  { title: 'A refusal', published: '2026-01-06' },
);

async function asked(question: string, asOf?: string): Promise<Answer> {
  const { application } = productOf({
    ...harbourCorpus,
    articles: [...harbourCorpus.articles, refused],
  });
  await application.ingest();
  return application.ask(question, asOf === undefined ? {} : { asOf });
}

describe('answers from the register', () => {
  it('say whether, since when, and by which roster of which date', async () => {
    const answer = await asked('Has the US signed the Harbour Call?');
    expect(answer).toMatchObject({
      kind: 'register',
      verdict: 'yes',
      accords: ['harbour'],
      participants: [
        {
          id: 'USA',
          name: 'United States',
          status: 'participates',
          action: 'supported',
          on: '2021-11-10',
        },
      ],
      date: '2021-11-10',
      reason: null,
    });
    expect(answer.text).toMatch(
      /^Yes: the United States supported the Harbour Call on 10 November 2021 \[1\]\./,
    );
    expect(answer.text).toContain('read on 25 December 2025');
    expect(answer.asOf).toBe('2026-01-05');
  });

  it('hold for a day asked for, or for the day of the option', async () => {
    const named = await asked('Had the US signed the Harbour Call in 2019?');
    expect(named).toMatchObject({ verdict: 'no', asOf: '2019-12-31', date: '2021-11-10' });
    const option = await asked('Is the US in the Harbour Call?', '2020-06-01');
    expect(option).toMatchObject({ verdict: 'no', asOf: '2020-06-01' });
    const both = await asked('Was the US in the Harbour Call in 2022?', '2020-06-01');
    expect(both).toMatchObject({ verdict: 'yes', asOf: '2022-12-31' });
  });

  it('list exactly those asked for, with counts that add up', async () => {
    const answer = await asked('Which G7 members have not signed the Harbour Call?');
    expect(answer.participants.map((one) => one.id).sort()).toEqual(['CAN', 'DEU', 'GBR', 'ITA']);
    expect(answer).toMatchObject({ count: 4, counts: { participates: 3, absent: 4, total: 7 } });
    expect(answer.citations[0]).toMatchObject({ n: 1, article: 'harbour/roster.csv' });
  });

  it('tell an unknown day as unknown', async () => {
    const answer = await asked('Was Japan in the Harbour Call on 1 January 2019?');
    expect(answer).toMatchObject({
      verdict: 'unknown',
      participants: [{ status: 'unknown', on: null }],
    });
    expect(await asked('When did Japan join the Harbour Call?')).toMatchObject({ date: null });
  });

  it('keep signature and ratification apart', async () => {
    expect(await asked('Has Ireland ratified the Lantern Convention?')).toMatchObject({
      verdict: 'no',
      text: expect.stringMatching(
        /Ireland signed the Lantern Convention on 22 April 2016 \[\d\] but has not ratified it/,
      ),
    });
    expect(await asked('When did France sign the Lantern Convention?')).toMatchObject({
      date: '2016-04-22',
    });
    expect(await asked('When did France ratify the Lantern Convention?')).toMatchObject({
      date: '2016-10-05',
    });
  });

  it('correct false premises', async () => {
    expect(await asked('When did Germany sign the Harbour Call?')).toMatchObject({
      verdict: 'no',
      date: null,
      text: expect.stringMatching(/^No source says that Germany signed/),
    });
    expect(await asked('When did France leave the Harbour Call?')).toMatchObject({
      verdict: 'no',
      date: null,
      text: expect.stringMatching(/^No source says that France left/),
    });
  });

  it('cite an article where it tells more than the roster', async () => {
    expect(await asked('Did Russia refuse to sign the Harbour Call?')).toMatchObject({
      verdict: 'yes',
      citations: [{ article: 'harbour/refusal.md', published: '2026-01-06' }, {}],
    });
  });

  it('say which accord was meant when none was named', async () => {
    const answer = await asked('Who has signed?');
    expect(answer.text).toContain('No accord was named; this is for the Harbour Call.');
    expect(answer.confidence).toBeLessThan(0.9);
  });
});

describe('answers from passages', () => {
  it('quote the sentences that answer, with title, date and address', async () => {
    const answer = await asked('What does the Harbour Call ask companies to mend?');
    expect(answer).toMatchObject({
      kind: 'passages',
      verdict: null,
      accords: ['harbour'],
      reason: null,
    });
    expect(answer.citations[0]).toMatchObject({
      n: 1,
      title: principles.title,
      published: '2018-11-12',
      url: principles.url,
      article: principles.path,
    });
    expect(answer.text).toContain('mend flaws in their locks');
    expect(answer.participants).toEqual([]);
  });

  it('say that a source is undated', async () => {
    const answer = await asked('What do fishermen tell of a seal at midnight?');
    expect(answer).toMatchObject({ kind: 'passages', citations: [{ published: null }] });
    expect(answer.text).toMatch(/\(undated source\)$/);
  });
});

describe('questions without an answer', () => {
  it('name the nearest titles', async () => {
    const answer = await asked('How fast does a swallow fly?');
    expect(answer).toMatchObject({ kind: 'unanswered', citations: [], verdict: null, count: null });
    expect(answer.text).toMatch(
      /^No source in the corpus answers this\. .*Nearest in the corpus: "/,
    );
    expect(answer.reason).toBeTruthy();
    expect(answer.confidence).toBeLessThan(0.5);
  });

  it.each([
    ['Has Atlantis signed the Harbour Call?', /no participant called "Atlantis"/],
    ['Did France sign the Kyoto Protocol?', /nothing on "Kyoto Protocol"/],
    ['Why has my country not signed?', /Which country do you mean/],
    ['Has France ratified the convention?', /Which accord do you mean/],
    ['Will the US leave the Harbour Call?', /No source in the corpus tells the future/],
  ])('say why: %s', async (question, text) => {
    const answer = await asked(question);
    expect(answer.kind).toBe('unanswered');
    expect(answer.text).toMatch(text);
    expect(answer.confidence).toBeLessThan(0.5);
  });

  it('need a snapshot, and say how to make one', async () => {
    const { application } = productOf(harbourCorpus);
    await expect(application.ask('Who signed?')).rejects.toMatchObject({
      code: 'no-snapshot',
      message: expect.stringContaining('accord ingest'),
    });
  });
});

describe('every answer', () => {
  it.each([
    'Has the US signed the Harbour Call?',
    'Who has not signed the Harbour Call?',
    'Which states support the Harbour Call?',
    'How many G7 members support the Harbour Call?',
    'Have France and Japan signed the Harbour Call?',
    'Which accords has France signed?',
    'Is the Harbour Call binding?',
    'Did Russia refuse to sign the Harbour Call?',
    'Which states signed the Harbour Call but not the Lantern Convention?',
    'Which states signed but did not ratify the Lantern Convention?',
    'Compare the US position on the Harbour Call in 2018 and 2022.',
    'What does the Harbour Call ask of states in a storm?',
    'Where was the Harbour Call opened?',
    'How fast does a swallow fly?',
  ])('numbers its sources from 1, each cited in the text and verbatim: %s', async (question) => {
    const answer = await asked(question);
    expect(answer.citations.map((one) => one.n)).toEqual(
      answer.citations.map((_, index) => index + 1),
    );
    const marks = new Set([...answer.text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
    expect([...marks].sort((a, b) => a - b)).toEqual(answer.citations.map((one) => one.n));
    const texts = [...harbourCorpus.articles, refused].map((article) => article.text);
    const rows = rosterClaims.map((claim) => claim.provenance.quote);
    const entries = harbourCorpus.accords.flatMap((accord) => [
      accord.roster?.note ?? accord.description,
      accord.signingMeans,
      accord.summary,
    ]);
    for (const { quote } of answer.citations) {
      const found =
        texts.some((text) => text.includes(quote)) || [...rows, ...entries].includes(quote);
      expect(found, quote).toBe(true);
    }
    expect(answer.confidence).toBeGreaterThanOrEqual(0);
    expect(answer.confidence).toBeLessThanOrEqual(1);
    expect(answer.snapshot).toMatch(/^\d{8}T/);
  });
});
