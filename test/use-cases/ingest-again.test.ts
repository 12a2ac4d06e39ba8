import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import type { Participant } from '../../src/domain/participant.js';
import type { ClaimExtractor } from '../../src/ports/claim-extractor.js';
import { createApplication } from '../../src/use-cases/create-application.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';
import { articleOf } from '../fakes/corpus.js';
import { fakeExtractor } from '../fakes/extractor.js';
import { harbourCorpus, launch, principles, rosterClaims, undated } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';
import { claimOf } from '../fakes/register.js';

describe('what an unchanged article gave', () => {
  const companyOf = (name: string): Participant => ({
    id: name.toLowerCase(),
    name,
    type: 'company',
    country: null,
    aliases: [],
    note: null,
  });
  const more = articleOf('more', 'BEL supported the Harbour Call on 2026-02-03. Ropes were cut.\n');
  const both = { ...harbourCorpus, articles: [...harbourCorpus.articles, more] };
  const countingExtractor = (id: string) => {
    const read: string[] = [];
    const extractor: ClaimExtractor = {
      id,
      extract: (article) => {
        read.push(article.path);
        return fakeExtractor.extract(article);
      },
    };
    return { read, extractorFor: () => extractor };
  };

  it('is taken over: claims, passages and words', async () => {
    const { read, extractorFor } = countingExtractor('counting-1');
    const { application, corpus, tools } = productOf(both, { extractorFor });
    const first = await application.ingest();
    expect(read).toHaveLength(4);
    const changed = articleOf('launch', `${launch.text}Sails were set.\n`);
    corpus.content = { ...both, articles: [more, changed, principles, undated] };
    const second = await application.ingest();
    expect(read.slice(4)).toEqual([changed.path]);
    const { application: anew } = productOf(corpus.content, { extractorFor, now: tools.now });
    const plain = await anew.ingest();
    expect([second.claims, second.passages]).toEqual([plain.claims, plain.passages]);
    expect(second.claims).toBe(first.claims);
    expect(await application.claims({})).toEqual(await anew.claims({}));
    for (const query of ['ropes', 'sails set', 'What are the principles?', 'harbour']) {
      expect(await application.search(query, { limit: 9 })).toEqual(
        await anew.search(query, { limit: 9 }),
      );
    }
  });

  it.each([
    ['another extractor', { ...both }, 'counting-2'],
    [
      'a participant more',
      { ...both, participants: [...both.participants, companyOf('Ropeworks')] },
      'counting-1',
    ],
  ])('is read anew by %s', async (_, content, id) => {
    const { extractorFor } = countingExtractor('counting-1');
    const { tools, folder } = productOf(both, { extractorFor });
    await createApplication(tools).ingest();
    const other = countingExtractor(id);
    const changed = {
      ...content,
      articles: [...content.articles, articleOf('new', 'It rained.\n')],
    };
    const next = productOf(changed, { extractorFor: other.extractorFor }, folder);
    await next.application.ingest();
    expect(other.read).toHaveLength(5);
  });
});

describe('a snapshot built aside', () => {
  const joined = claimOf('NOR', 'supported', { dates: { on: '2025-05-05' } });
  const later = { ...harbourCorpus, rosterClaims: [...rosterClaims, joined] };

  it('does not answer until it is made current', async () => {
    const { application, corpus } = productOf(harbourCorpus);
    const first = await application.ingest();
    corpus.content = later;
    const prepared = await application.ingest({ activate: false });
    expect(prepared.snapshot).not.toBe(first.snapshot);
    expect(prepared.changes).toMatchObject([{ participant: 'NOR', change: 'added' }]);
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('no');
    await application.rollback(prepared.snapshot);
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('yes');
  });

  it('is taken by the next ingest of the same content', async () => {
    const { application, corpus } = productOf(harbourCorpus);
    await application.ingest();
    corpus.content = later;
    const prepared = await application.ingest({ activate: false });
    const again = await application.ingest({ activate: false });
    expect(again).toMatchObject({ snapshot: prepared.snapshot, changes: prepared.changes });
    const ingested = await application.ingest();
    expect(ingested).toMatchObject({ snapshot: prepared.snapshot, embedded: 0 });
    expect(ingested.changes).toEqual(prepared.changes);
    expect(await application.snapshots()).toHaveLength(2);
    expect((await application.ask('Is Norway in the Harbour Call?')).verdict).toBe('yes');
  });

  it('survives tidying with the current one, however few are kept', async () => {
    const folder = temporaryFolder();
    const snapshots = createFileSnapshotStore({ folder, keep: 1 });
    const { application, corpus } = productOf(harbourCorpus, { snapshots }, folder);
    const { snapshot: current } = await application.ingest();
    corpus.content = later;
    const { snapshot: prepared } = await application.ingest({ activate: false });
    expect(readdirSync(join(folder, 'snapshots')).sort()).toEqual([current, prepared].sort());
    corpus.content = { ...later, articles: [principles] };
    const { snapshot: other } = await application.ingest({ activate: false });
    expect(readdirSync(join(folder, 'snapshots')).sort()).toEqual([current, other].sort());
  });
});
