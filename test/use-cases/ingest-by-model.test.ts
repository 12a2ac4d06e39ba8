import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.js';
import type { Claim } from '../../src/domain/claim.js';
import { AccordError } from '../../src/domain/errors.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';
import { articleOf } from '../fakes/corpus.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { fakePaidExtractor, foundIn } from '../fakes/paid-extractor.js';
import { productOf } from '../fakes/product.js';

const paths = harbourCorpus.articles.map(({ path }) => path);
const down = new AccordError('model-unavailable', 'The server failed with 500.');
const refused = (path: string) =>
  new AccordError('model-unavailable', 'It refused the text.', { facts: { article: path } });

/** A product with one more article, of which a model finds what `read` says. */
function reading(text: string, read: (article: Article) => readonly Claim[] | Error) {
  const article = articleOf('news', text, { published: '2026-02-04' });
  const model = fakePaidExtractor((one) => (one.path === article.path ? read(one) : []));
  const content = { ...harbourCorpus, articles: [...harbourCorpus.articles, article] };
  const { paidExtractorFor } = model;
  return { ...productOf(content, { paidExtractorFor }), ...model, article };
}

const rulesRead = 'BEL supported the Harbour Call on 2026-02-03.';
const of = (claims: readonly Claim[], article: Article) =>
  claims
    .filter(({ provenance }) => provenance.article === article.path)
    .map(({ participant, kind, note }) => [participant.id, kind, note].join(' '));

describe('what a model reads', () => {
  it('is added to what the rules read', async () => {
    const product = reading(rulesRead, (one) => [foundIn(one, 'NOR', 'supported', '2026-02-03')]);
    const report = await product.application.ingest();
    expect(of(await product.application.claims({}), product.article)).toEqual([
      'BEL supported ',
      'NOR supported read by a fake',
    ]);
    expect(report.reading).toMatchObject({ by: 'fake-model/1', articles: 4, failed: [] });
    expect(report.reading?.spent).toMatchObject({ requests: 4, inputTokens: 400, cost: 2 });
    expect((await product.application.ask('Is Norway in the Harbour Call?')).verdict).toBe('yes');
  });

  it.each([
    ['the same', 'supported', 0],
    ['that it left', 'withdrew', 0],
    ['that it declined', 'declined', 0],
    ['a further step', 'ratified', 1],
  ] as const)('%s of whom the rules read something counts %#', async (_, kind, more) => {
    const product = reading(rulesRead, (one) => [foundIn(one, 'BEL', kind, '2026-02-04')]);
    await product.application.ingest();
    const claims = of(await product.application.claims({}), product.article);
    expect(claims).toHaveLength(1 + more);
    expect(claims[0]).toBe('BEL supported ');
  });

  it('never overrides a complete roster of a later day: it is shown as a contradiction', async () => {
    const told = (one: Article) => [
      foundIn({ ...one, published: '2024-05-05' }, 'NOR', 'supported', '2024-05-05'),
      foundIn({ ...one, published: '2024-05-05' }, 'FRA', 'withdrew', '2019-01-01'),
    ];
    const { application } = reading('Nothing by rules.', told);
    await application.ingest();
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('no');
    expect((await application.ask('Is France in the Harbour Call?')).verdict).toBe('yes');
    expect(await application.conflicts('Harbour Call')).toContainEqual(
      expect.objectContaining({
        participant: 'NOR',
        reason: expect.stringContaining('complete roster'),
      }),
    );
  });

  it('is taken over with an article that did not change', async () => {
    const product = reading(rulesRead, (one) => [foundIn(one, 'NOR', 'supported', '2026-02-03')]);
    const first = await product.application.ingest();
    expect(product.asked.toSorted()).toEqual([...paths, product.article.path].toSorted());
    const fresh = articleOf('fresh', 'Ropes were cut.\n');
    const { corpus } = product;
    corpus.content = { ...corpus.content, articles: [...corpus.content.articles, fresh] };
    const second = await product.application.ingest();
    expect(product.asked.slice(4)).toEqual([fresh.path]);
    expect([second.claims, second.reading?.articles]).toEqual([first.claims, 1]);
  });

  it('is no part of checking a text', async () => {
    const product = reading(rulesRead, () => []);
    await product.application.ingest();
    const before = product.asked.length;
    await product.application.check('FRA supported the Harbour Call on 2018-11-12.');
    expect(product.asked.length).toBe(before);
  });
});

describe('where a model fails', () => {
  it('for one article, that one is named and asked for again', async () => {
    let broken = true;
    const product = reading(rulesRead, (one) =>
      broken ? refused(one.path) : [foundIn(one, 'NOR', 'supported', '2026-02-03')],
    );
    const first = await product.application.ingest();
    expect(first.reading?.failed).toEqual([
      { path: product.article.path, reason: 'It refused the text.' },
    ]);
    expect(of(await product.application.claims({}), product.article)).toEqual(['BEL supported ']);
    const again = await product.application.ingest();
    expect([again.snapshot, again.reading?.failed.length]).toEqual([first.snapshot, 1]);
    broken = false;
    const last = await product.application.ingest();
    expect(last).toMatchObject({ reading: { failed: [] }, claims: first.claims + 1, embedded: 0 });
    const asked = product.asked.length;
    expect((await product.application.ingest()).snapshot).toBe(last.snapshot);
    expect(product.asked.length).toBe(asked);
  });

  it('for one after another, the ingest ends and nothing changes', async () => {
    const folder = temporaryFolder();
    const { application: plain } = productOf(harbourCorpus, {}, folder);
    const { snapshot } = await plain.ingest();
    const { asked, paidExtractorFor } = fakePaidExtractor(() => down);
    const articles = ['a', 'b', 'c', 'd'].map((name) => articleOf(name, `${name} rains.\n`));
    const { application } = productOf({ ...harbourCorpus, articles }, { paidExtractorFor }, folder);
    await expect(application.ingest()).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringMatching(/failed with 500.*nothing was changed.*--extract offline/),
    });
    expect(asked).toHaveLength(3);
    expect((await application.snapshots()).map(({ id }) => id)).toEqual([snapshot]);
  });

  it('for all that there are, too', async () => {
    const { paidExtractorFor } = fakePaidExtractor(() => down);
    const one = { ...harbourCorpus, articles: harbourCorpus.articles.slice(0, 1) };
    const { application } = productOf(one, { paidExtractorFor });
    await expect(application.ingest()).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(await application.ready()).toBe(false);
  });

  it('because it was stopped, it ends with the reason', async () => {
    const controller = new AbortController();
    const reason = new AccordError('cancelled', 'Enough.');
    const { paidExtractorFor } = fakePaidExtractor(() => {
      controller.abort(reason);
      return down;
    });
    const { application } = productOf(harbourCorpus, { paidExtractorFor });
    const running = application.ingest({ signal: controller.signal });
    await expect(running).rejects.toBe(reason);
  });
});

describe('a preview', () => {
  it('tells what a model will take, and asks and writes nothing', async () => {
    const product = reading(rulesRead, () => []);
    const preview = await product.application.preview();
    expect(preview).toMatchObject({ articles: { added: 4 }, changes: null });
    expect(preview.reading).toMatchObject({ articles: 4, spent: { requests: 4, cost: 0.5 } });
    expect([product.asked, readdirSync(product.folder)]).toEqual([[], []]);
    await product.application.ingest();
    const after = await product.application.preview();
    expect(after).toMatchObject({
      articles: { unchanged: 4 },
      changes: [],
      reading: { articles: 0 },
    });
  });

  it('tells without a model what the register would gain', async () => {
    const { application, corpus, folder, embedder } = productOf(harbourCorpus);
    const { snapshot } = await application.ingest();
    const touched = () => [readdirSync(folder, { recursive: true }), embedder.asked.length];
    const before = touched();
    corpus.content = { ...harbourCorpus, articles: [articleOf('news', `${rulesRead}\n`)] };
    const preview = await application.preview();
    expect(preview).toMatchObject({ articles: { added: 1, removed: 3 }, reading: null });
    expect([touched(), await application.ready()]).toEqual([before, true]);
    const made = await application.ingest({ activate: false });
    expect(preview.changes).toEqual(made.changes);
    expect(preview.changes).toMatchObject([{ participant: 'BEL', change: 'added' }]);
    expect(made.snapshot).not.toBe(snapshot);
  });
});
