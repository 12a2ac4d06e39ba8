import { describe, expect, it } from 'vitest';
import { articleOf } from '../fakes/corpus.js';
import { harbourCorpus, rosterClaims } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';
import { claimOf } from '../fakes/register.js';

const contradicting = articleOf(
  'contradiction',
  'FRA supported the Harbour Call on 2019-03-03. RUS supported the Harbour Call on 2020-02-02.\n',
  { title: 'A contradiction' },
);

async function product(articles = harbourCorpus.articles) {
  const made = productOf({ ...harbourCorpus, articles });
  await made.application.ingest();
  return made.application;
}

describe('signatories', () => {
  it('divide the closed set, and say what they rest on', async () => {
    const list = await (await product()).signatories({ accord: 'harbour' });
    const { total, ...parts } = list.counts;
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(list.participants).toHaveLength(total);
    expect(list.counts.participates).toBe(3);
    expect(list.asOf).toBe('2025-12-25');
    expect(list.basis).toBe(
      'Official list, read on 25 December 2025, complete as of 25 December 2025.',
    );
    const names = list.participants.map((one) => one.name);
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
  });

  it('keep the counts of the whole set when a status narrows the list', async () => {
    const application = await product();
    const all = await application.signatories({ accord: 'harbour', bloc: 'G7' });
    const some = await application.signatories({
      accord: 'harbour',
      bloc: 'G7',
      status: 'participates',
    });
    expect(some.participants.map((one) => one.id).sort()).toEqual(['FRA', 'JPN', 'USA']);
    expect(some.counts).toEqual(all.counts);
    expect(all.counts).toMatchObject({ participates: 3, absent: 4, total: 7 });
  });

  it('hold for a past day', async () => {
    const list = await (await product()).signatories({
      accord: 'harbour',
      bloc: 'g7',
      asOf: '2019-01-01',
    });
    expect(list.asOf).toBe('2019-01-01');
    expect(list.counts).toMatchObject({ participates: 1, unknown: 1, absent: 5, total: 7 });
  });

  it('are found by any name of the accord', async () => {
    const application = await product();
    for (const accord of [
      'HARBOUR',
      'Harbour Call',
      'harbuor call',
      'Harbour Call for Calm Waters',
    ]) {
      expect((await application.signatories({ accord })).accord.id).toBe('harbour');
    }
  });

  it('of an unknown accord or bloc are refused with the nearest names', async () => {
    const application = await product();
    await expect(application.signatories({ accord: 'lanterns' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/no accord "lanterns".*lantern/),
    });
    await expect(application.signatories({ accord: 'harbour', bloc: 'G8' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/no bloc "G8".*G7/),
    });
  });
});

describe('accords', () => {
  it('are summed up by title', async () => {
    expect(await (await product()).accords()).toMatchObject([
      {
        id: 'lantern',
        states: 2,
        claims: 3,
        articles: 0,
        rosterAsOf: '2023-01-01',
        complete: true,
      },
      { id: 'harbour', states: 3, participants: 3, claims: 3, articles: 3, complete: true },
    ]);
  });
});

describe('claims', () => {
  it('are those of an accord or of a source', async () => {
    const application = await product([contradicting]);
    expect(await application.claims({})).toHaveLength(rosterClaims.length + 2);
    expect(await application.claims({ accord: 'Lantern Convention' })).toHaveLength(3);
    const news = await application.claims({ accord: 'harbour', article: contradicting.path });
    expect(news.map((claim) => claim.participant.id)).toEqual(['FRA', 'RUS']);
  });
});

describe('conflicts', () => {
  it('are listed of one accord or of all, the leading source with its reason', async () => {
    const application = await product([...harbourCorpus.articles, contradicting]);
    const conflicts = await application.conflicts();
    expect(conflicts).toMatchObject([
      {
        accord: 'harbour',
        participant: 'FRA',
        leading: 'France supported (2018-11-12)',
        reason: 'the roster leads over an article',
      },
      { accord: 'harbour', participant: 'RUS', leading: 'RUS is not on the complete roster' },
    ]);
    expect(await application.conflicts('Harbour Call')).toEqual(conflicts);
    expect(await application.conflicts('lantern')).toEqual([]);
  });

  it('are shown by answers on the participant', async () => {
    const application = await product([...harbourCorpus.articles, contradicting]);
    const answer = await application.ask('Has Russia signed the Harbour Call?');
    expect(answer.verdict).toBe('no');
    expect(answer.contradictions).toMatchObject([{ claim: 'RUS supported (2020-02-02)' }]);
  });
});

describe('search', () => {
  it('finds each article once, best first', async () => {
    const hits = await (await product()).search('locks of companies and thieves', { limit: 2 });
    expect(hits.map((hit) => hit.rank)).toEqual([1, 2]);
    expect(hits[0]).toMatchObject({
      article: 'harbour/principles.md',
      title: 'The principles of the Harbour Call',
      published: '2018-11-12',
    });
    expect(new Set(hits.map((hit) => hit.article)).size).toBe(2);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 0);
  });
});

describe('snapshots', () => {
  async function two() {
    const { application, corpus } = productOf(harbourCorpus);
    const first = await application.ingest();
    const [principles, launch] = harbourCorpus.articles;
    const changed = articleOf(
      'principles',
      'The principles were rewritten by the harbour master.\n',
    );
    corpus.content = {
      ...harbourCorpus,
      articles: [
        changed,
        ...(launch ? [launch] : []),
        articleOf('news', 'A new mole was built.\n'),
      ],
      rosterClaims: [...rosterClaims, claimOf('NOR', 'supported', { dates: { on: '2025-05-05' } })],
    };
    expect(principles?.path).toBe(changed.path);
    const second = await application.ingest();
    return { application, first: first.snapshot, second: second.snapshot };
  }

  it('are compared by articles and by the register', async () => {
    const { application, first, second } = await two();
    expect(await application.diff(first, second)).toEqual({
      from: first,
      to: second,
      articles: {
        added: ['harbour/news.md'],
        changed: ['harbour/principles.md'],
        removed: ['harbour/rumour.md'],
      },
      changes: [
        {
          accord: 'harbour',
          participant: 'NOR',
          name: 'Norway',
          change: 'added',
          before: null,
          after: 'participates, supported, 2025-05-05',
        },
      ],
    });
    expect((await application.diff(second, first)).changes).toMatchObject([
      {
        participant: 'NOR',
        change: 'removed',
        before: 'participates, supported, 2025-05-05',
        after: null,
      },
    ]);
    expect(await application.diff(first, first)).toMatchObject({
      articles: { added: [], changed: [], removed: [] },
      changes: [],
    });
  });

  it('are gone back to, and questions follow', async () => {
    const { application, first, second } = await two();
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('yes');
    expect(await application.rollback(first)).toMatchObject({ id: first, current: true });
    expect(await application.ask('Is Norway in the Harbour Call?')).toMatchObject({
      verdict: 'no',
      snapshot: first,
    });
    const current = (await application.snapshots()).map(({ id, current }) => [id, current]);
    expect(current).toEqual([
      [second, false],
      [first, true],
    ]);
  });

  it('that do not exist are refused, and the current one stays', async () => {
    const { application, second } = await two();
    await expect(application.rollback('20200101T000000Z-aaaaaa')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(application.diff(second, '20200101T000000Z-aaaaaa')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await application.snapshots()).find((one) => one.current)?.id).toBe(second);
  });
});
