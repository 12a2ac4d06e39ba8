import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dispute } from '../../src/domain/accord.js';
import type { IngestProgress } from '../../src/domain/reports.js';
import { articleOf, emptyCorpus } from '../fakes/corpus.js';
import { fakeEmbedder } from '../fakes/embedder.js';
import { harbourCorpus, launch, principles, rosterClaims, undated } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';
import { claimOf } from '../fakes/register.js';

describe('the first ingest', () => {
  it('reports what it read and makes the snapshot current', async () => {
    const { application, embedder } = productOf(harbourCorpus);
    expect(await application.ready()).toBe(false);
    const report = await application.ingest();
    expect(report).toMatchObject({
      articles: { added: 3, changed: 0, removed: 0, unchanged: 0, failed: [], duplicates: [] },
      claims: rosterClaims.length,
    });
    expect(report.passages).toBeGreaterThanOrEqual(3);
    expect(report.embedded).toBe(report.passages);
    expect(embedder.asked).toHaveLength(report.passages);
    expect(await application.ready()).toBe(true);
    const [snapshot] = await application.snapshots();
    expect(snapshot).toMatchObject({ id: report.snapshot, current: true, articles: 3 });
  });

  it('names files that failed and duplicates, and keeps the rest', async () => {
    const failed = [{ path: 'harbour/broken.pdf', reason: 'is not a PDF' }];
    const duplicates = [{ path: 'harbour/copy.md', of: 'harbour/launch.md' }];
    const { application } = productOf({ ...harbourCorpus, failed, duplicates });
    const { articles } = await application.ingest();
    expect(articles).toMatchObject({ added: 3, failed, duplicates });
  });

  it('takes claims out of articles, each with its words and where they stand', async () => {
    const text = 'A storm came. BEL supported the Harbour Call on 2026-02-03. Then it went.';
    const { application } = productOf({
      ...harbourCorpus,
      articles: [articleOf('news', text)],
    });
    await application.ingest();
    const claims = await application.claims({ article: 'harbour/news.md' });
    expect(claims).toMatchObject([
      { participant: { id: 'BEL' }, kind: 'supported', provenance: { by: 'article' } },
    ]);
    const [{ provenance } = { provenance: null }] = claims;
    expect(text.slice(provenance?.start ?? 0, provenance?.end ?? 0)).toBe(provenance?.quote);
    expect((await application.ask('Has Belgium signed the Harbour Call?')).verdict).toBe('yes');
  });

  it('tells its stages in order', async () => {
    const told: IngestProgress[] = [];
    const { application } = productOf(harbourCorpus);
    const { passages } = await application.ingest({ onProgress: (one) => told.push(one) });
    const stages = [...new Set(told.map((one) => one.stage))];
    expect(stages).toEqual(['reading', 'extracting', 'embedding', 'indexing', 'writing']);
    const embedding = told.filter((one) => one.stage === 'embedding').map((one) => one.done);
    expect(embedding.at(-1)).toBe(passages);
    expect(embedding).toEqual([...embedding].sort((a, b) => a - b));
  });

  it('refuses an empty corpus and says what to put there', async () => {
    const { application } = productOf({
      ...emptyCorpus,
      failed: [{ path: 'notes.docx', reason: 'is no article' }],
    });
    await expect(application.ingest()).rejects.toMatchObject({
      code: 'empty-corpus',
      message: expect.stringMatching(/Put articles .*notes\.docx: is no article/),
    });
    expect(await application.ready()).toBe(false);
  });
});

describe('another ingest', () => {
  it('of the same corpus embeds nothing and keeps the snapshot', async () => {
    const { application, embedder } = productOf(harbourCorpus);
    const first = await application.ingest();
    const asked = embedder.asked.length;
    const second = await application.ingest();
    expect(second).toMatchObject({
      snapshot: first.snapshot,
      articles: { added: 0, changed: 0, removed: 0, unchanged: 3 },
      passages: first.passages,
      claims: first.claims,
      embedded: 0,
      changes: [],
    });
    expect(embedder.asked).toHaveLength(asked);
    expect(await application.snapshots()).toHaveLength(1);
  });

  it('embeds only the passages of what changed', async () => {
    const { application, corpus, embedder } = productOf(harbourCorpus);
    const first = await application.ingest();
    const asked = embedder.asked.length;
    const changed = articleOf(
      'launch',
      `${launch.text}A second sentence about ropes was added.\n`,
      {
        title: launch.title,
        published: launch.published,
      },
    );
    corpus.content = { ...harbourCorpus, articles: [principles, changed, undated] };
    const second = await application.ingest();
    expect(second.articles).toMatchObject({ added: 0, changed: 1, removed: 0, unchanged: 2 });
    expect(second.snapshot).not.toBe(first.snapshot);
    expect(second.embedded).toBeGreaterThan(0);
    const fresh = embedder.asked.slice(asked);
    expect(fresh).toHaveLength(second.embedded);
    for (const text of fresh) expect(text).toContain(launch.title);
  });

  it('counts what came and what went', async () => {
    const { application, corpus } = productOf(harbourCorpus);
    await application.ingest();
    const news = articleOf(
      'news',
      'The harbour master bought a new boat for the pilots of Brest.\n',
    );
    corpus.content = { ...harbourCorpus, articles: [principles, news] };
    const { articles, embedded } = await application.ingest();
    expect(articles).toMatchObject({ added: 1, changed: 0, removed: 2, unchanged: 1 });
    expect(embedded).toBe(1);
  });

  it('tells which sources newly disagree, once', async () => {
    const { application, corpus } = productOf(harbourCorpus);
    expect((await application.ingest()).conflicts).toEqual([]);
    const dispute: Dispute = {
      id: 'bells',
      participant: null,
      claim: 'Nine ports signed.',
      source: 'Gazette',
      published: '2019-01-01',
      leading: 'Three ports signed.',
      leadingSource: 'Register',
      leadingPublished: '2025-12-25',
      kind: 'contradicts',
      reason: 'The register counts port by port.',
    };
    const accords = harbourCorpus.accords.map((accord) =>
      accord.id === 'harbour' ? { ...accord, disputes: [dispute] } : accord,
    );
    corpus.content = { ...harbourCorpus, accords };
    const { conflicts } = await application.ingest();
    expect(conflicts).toMatchObject([{ accord: 'harbour', leading: 'Three ports signed.' }]);
    corpus.content = { ...corpus.content, articles: [launch] };
    expect((await application.ingest()).conflicts).toEqual([]);
  });

  it('tells what changed in the register', async () => {
    const { application, corpus } = productOf(harbourCorpus);
    await application.ingest();
    const [, ...others] = rosterClaims;
    const norway = { participant: { id: 'NOR', name: 'Norway', type: 'state' as const } };
    const joined = claimOf('NOR', 'supported', { ...norway, dates: { on: '2025-05-05' } });
    const later = claimOf('USA', 'withdrew', {
      participant: { id: 'USA', name: 'United States', type: 'state' },
      dates: { on: '2025-06-06' },
    });
    corpus.content = { ...harbourCorpus, rosterClaims: [...others, joined, later] };
    const { changes, embedded } = await application.ingest();
    expect(embedded).toBe(0);
    expect(changes).toEqual([
      {
        accord: 'harbour',
        participant: 'FRA',
        name: 'France',
        change: 'removed',
        before: 'participates, supported, 2018-11-12',
        after: null,
      },
      {
        accord: 'harbour',
        participant: 'NOR',
        name: 'Norway',
        change: 'added',
        before: null,
        after: 'participates, supported, 2025-05-05',
      },
      {
        accord: 'harbour',
        participant: 'USA',
        name: 'United States',
        change: 'changed',
        before: 'participates, supported, 2021-11-10',
        after: 'withdrew, withdrew, 2025-06-06',
      },
    ]);
  });

  it('answers from the new snapshot at once', async () => {
    const { application, corpus } = productOf(harbourCorpus);
    await application.ingest();
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('no');
    const joined = claimOf('NOR', 'supported', { dates: { on: '2025-05-05' } });
    corpus.content = { ...harbourCorpus, rosterClaims: [...rosterClaims, joined] };
    await application.ingest();
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('yes');
  });
});

describe('an ingest that is broken off', () => {
  it.each(['reading', 'extracting', 'embedding', 'indexing', 'writing'] as const)(
    'while %s leaves the current snapshot as it is',
    async (stage) => {
      const { application, corpus, folder } = productOf(harbourCorpus);
      const { snapshot } = await application.ingest();
      corpus.content = {
        ...harbourCorpus,
        articles: [...harbourCorpus.articles, articleOf('more', 'More was said about the quay.\n')],
      };
      const controller = new AbortController();
      const reason = new Error('enough');
      const asked = application.ingest({
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.stage === stage) controller.abort(reason);
        },
      });
      await expect(asked).rejects.toBe(reason);
      const current = (await application.snapshots()).filter((one) => one.current);
      expect(current.map((one) => one.id)).toEqual([snapshot]);
      expect((await application.ask('Is France in the Harbour Call?')).snapshot).toBe(snapshot);
      expect(readdirSync(folder)).not.toContain('lock');
      expect((await application.ingest()).articles).toMatchObject({ added: 1, unchanged: 3 });
    },
  );
});

describe('a snapshot of another embedder', () => {
  it('is not searched, and the error says what to do', async () => {
    const { application, tools } = productOf(harbourCorpus);
    const { snapshot } = await application.ingest();
    const other = fakeEmbedder({ id: 'fake-other', checksum: 'fake-other-1' });
    const { application: changed } = productOf(harbourCorpus, {
      embedder: other,
      snapshots: tools.snapshots,
    });
    await expect(changed.ask('Is France in the Harbour Call?')).rejects.toMatchObject({
      code: 'embedder-mismatch',
      message: expect.stringMatching(/fake-words.*fake-other.*accord ingest/),
      facts: { snapshot },
    });
    const rebuilt = await changed.ingest();
    expect(rebuilt.embedded).toBe(rebuilt.passages);
    expect(rebuilt.snapshot).not.toBe(snapshot);
    expect((await changed.ask('Is France in the Harbour Call?')).verdict).toBe('yes');
  });
});

describe('a damaged snapshot', () => {
  it('is refused when asked, and built anew by the next ingest', async () => {
    const { application, folder, tools } = productOf(harbourCorpus);
    const { snapshot } = await application.ingest();
    writeFileSync(join(folder, 'snapshots', snapshot, 'vectors.f32'), 'not vectors');
    const { application: again } = productOf(harbourCorpus, { snapshots: tools.snapshots });
    await expect(again.ask('Who signed?')).rejects.toMatchObject({ code: 'damaged-snapshot' });
    const report = await again.ingest();
    expect(report.snapshot).not.toBe(snapshot);
    expect(report.embedded).toBe(report.passages);
    expect((await again.ask('Is France in the Harbour Call?')).verdict).toBe('yes');
  });
});
