import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileCorpus } from '../../../src/adapters/files/corpus/file-corpus.js';
import { createFileKeeper } from '../../../src/adapters/files/keeper/file-keeper.js';
import { createMemoryStateStore } from '../../../src/adapters/memory/state-store.js';
import { createStewardship } from '../../../src/use-cases/community/create-stewardship.js';
import { createForbearing } from '../../../src/use-cases/community/forbearing.js';
import { createSettingsBook } from '../../../src/use-cases/community/settings-book.js';
import { corpusFolder } from '../../adapters/corpus/corpus-folder.js';
import { newArticleOf, rosterOf } from '../../contracts/corpus-keeper.js';
import { harbourCorpus } from '../../fakes/harbour.js';
import { productOf } from '../../fakes/product.js';
import { recordingLogger } from './tools.js';

const steward = { user: 'u1', guild: null };
const japan = 'Japan,JPN,state,supported,2021-05-03';
const chile = 'Chile,CHL,state,supported,2021-05-04';
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The product over a folder with one accord, its roster and an article, and who keeps it. */
async function keeping() {
  const folder = await corpusFolder({
    'lund/accord.yaml':
      'id: lund\ntitle: Call of Lund\nkind: political-commitment\nroster: {title: List, complete: []}\n',
    'lund/roster.csv': rosterOf(japan, chile),
    'lund/launch.md': 'The Call of Lund was launched by Sweden in May 2021.\n',
  });
  const corpus = createFileCorpus({ folder });
  const { application } = productOf(harbourCorpus, { corpus, defaultAccord: 'lund' });
  const store = createMemoryStateStore();
  const logger = recordingLogger();
  const now = () => new Date('2026-08-01T12:00:00Z');
  const settings = createSettingsBook({
    store: store.settings,
    forbearing: createForbearing({ logger }),
    now,
  });
  const keeper = createFileKeeper({ folder });
  const tools = { application, keeper, audit: store.audit, settings, logger, now };
  const current = async () => (await application.snapshots()).find((one) => one.current)?.id;
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  return { stewardship: createStewardship(tools), application, current, read };
}

it('keeps a folder and its snapshots in step', async () => {
  const { stewardship, current, read } = await keeping();
  const first = await stewardship.reingest(steward, {});
  expect(first.kind).toBe('current');
  expect(await current()).toBe(first.report.snapshot);
  expect((await stewardship.reingest(steward, {})).kind).toBe('unchanged');

  const text = 'Brazil said that it will not support the Call of Lund, in June 2022.';
  const article = { fileName: 'Brazil.txt', bytes: bytesOf(text), title: 'Brazil', accord: 'lund' };
  const added = await stewardship.add(steward, newArticleOf(article), {});
  expect(added).toMatchObject({ path: 'lund/brazil.txt', outcome: { kind: 'current' } });
  const withBrazil = await current();
  const twin = stewardship.add(steward, newArticleOf({ ...article, fileName: 'again.txt' }), {});
  await expect(twin).rejects.toMatchObject({ code: 'bad-file' });
  expect(await stewardship.files()).not.toContain('lund/again.txt');

  const shorter = { fileName: 'list.csv', bytes: rosterOf(japan), accord: 'lund' };
  const { outcome } = await stewardship.add(steward, newArticleOf(shorter), {});
  if (outcome.kind !== 'waiting') throw new Error('a roster that lost a state did not wait');
  expect(outcome.prepared.alarming.join()).toContain('Chile (lund)');
  expect(await current()).toBe(withBrazil);
  await stewardship.decline(steward, outcome.prepared.snapshot);
  expect(await read('lund/roster.csv')).toContain('Chile');
  expect((await stewardship.reingest(steward, {})).kind).toBe('unchanged');

  const again = await stewardship.add(steward, newArticleOf(shorter), {});
  await stewardship.confirm(steward, again.outcome.report.snapshot);
  expect(await current()).toBe(again.outcome.report.snapshot);
  await stewardship.rollback(steward, first.report.snapshot);
  expect(await current()).toBe(first.report.snapshot);
  expect((await stewardship.audit(null, 99)).map(({ outcome: how }) => how)).toEqual([
    ...['done', 'done', 'waiting', 'done', 'done', 'waiting', 'failed', 'done', 'done', 'done'],
  ]);
});

it('removes no last article, and no roster unseen', async () => {
  const { stewardship, current, read } = await keeping();
  await stewardship.reingest(steward, {});
  const first = await current();
  const removed = await stewardship.remove(steward, 'lund/roster.csv');
  if (removed.kind !== 'waiting') throw new Error('a roster that is gone did not wait');
  await stewardship.decline(steward, removed.prepared.snapshot);
  expect(await read('lund/roster.csv')).toContain('Japan');
  expect(await current()).toBe(first);
});
