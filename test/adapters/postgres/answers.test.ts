import { expect, it, onTestFinished } from 'vitest';
import { createLexicalIndexFactory } from '../../../src/adapters/bm25/lexical-index.js';
import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { createExactVectorStore } from '../../../src/adapters/memory/exact-vector-store.js';
import { createPostgres } from '../../../src/adapters/postgres/postgres.js';
import { createSqliteStateArchive } from '../../../src/adapters/sqlite/sqlite-state-archive.js';
import { migrateStore } from '../../../src/use-cases/migrate-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { articleOf } from '../../fakes/corpus.js';
import { harbourCorpus } from '../../fakes/harbour.js';
import { productOf } from '../../fakes/product.js';
import { describeOnDatabases } from './harness.js';

const topics = ['lamps', 'moths', 'ferries', 'tides', 'cranes', 'pilots', 'anchors', 'gulls'];
const deeds = ['are counted', 'keep watch', 'rest at night', 'wait for high water'];

/** Enough articles that ranking has something to decide, many of them near one another. */
const corpus = {
  ...harbourCorpus,
  articles: [
    ...harbourCorpus.articles,
    ...topics.flatMap((topic, at) =>
      deeds.map((deed, number) =>
        articleOf(
          `${topic} ${number}`,
          `In harbour ${number} the ${topic} ${deed}. The warden writes it down for the ${topics[(at + number) % 8]}.\n\nNobody may disturb the ${topic} between May and August.\n`,
          { title: `On ${topic} that ${deed}`, published: `20${10 + at}-0${number + 1}-11` },
        ),
      ),
    ),
  ],
};

const questions = [
  'Has the US signed the Harbour Call?',
  'Had the US signed the Harbour Call in 2019?',
  'Which G7 states have not supported the Harbour Call?',
  'How many states support the Harbour Call?',
  ...topics.map((topic) => `Who may disturb the ${topic}?`),
  ...deeds.map((deed) => `What ${deed} in the harbour?`),
  'Who writes down the tides for the gulls?',
  'What is the price of bread?',
];

describeOnDatabases((database) => {
  const postgres = () => {
    const url = database.url ?? 'postgres://accord@pglite/accord';
    const working = database.connect();
    const asked = { nearest: 0, best_passages: 0, passage_scores: 0 };
    const query: typeof working.query = (text, values) => {
      for (const name of ['nearest', 'best_passages', 'passage_scores'] as const) {
        if (text.includes(`from accord.${name}(`)) asked[name] += 1;
      }
      return working.query(text, values);
    };
    const connection = { ...working, query };
    const opened = createPostgres({ url, folder: temporaryFolder(), connection });
    onTestFinished(() => opened.close());
    return { ...opened, asked };
  };
  const indexesOn = ({ wordScorer }: ReturnType<typeof postgres>) =>
    createLexicalIndexFactory({ scorer: wordScorer });
  const productOn = (shared: ReturnType<typeof postgres>) =>
    productOf(corpus, {
      snapshots: shared.snapshots,
      vectorStoreFor: () => shared.vectorStore,
      vectorStoreNamed: () => shared.vectorStore,
      lexicalIndexes: indexesOn(shared),
    });
  const told = async ({ application }: ReturnType<typeof productOf>) => {
    const all: unknown[] = [];
    for (const question of questions) {
      const { snapshot: _, elapsedMs: __, ...answer } = await application.ask(question);
      all.push(answer, await application.search(question, { limit: 10 }));
    }
    return all;
  };
  /** Scores to five places: the last digits hang on the order in which a product was summed up. */
  const rounded = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, one) =>
        typeof one === 'number' && !Number.isInteger(one) ? Number(one.toFixed(5)) : one,
      ),
    );

  it('gives the answers that files give, to the same questions', async () => {
    const opened = postgres();
    const [files, shared] = [productOf(corpus), productOn(opened)];
    const first = await files.application.ingest();
    const second = await shared.application.ingest();
    expect(second.passages).toBe(first.passages);
    const expected = await told(files);
    expect(rounded(await told(shared))).toEqual(rounded(expected));
    // A search for each question, and for those that are answered from passages another.
    expect(opened.asked.nearest).toBeGreaterThan(questions.length);
    // No source has a word of the last one, which is asked and searched for.
    const worded = opened.asked.nearest - 2;
    expect(opened.asked.best_passages).toBeGreaterThanOrEqual(worded);
    expect(opened.asked.passage_scores).toBeGreaterThanOrEqual(worded);
    const kinds = expected.flatMap((one) => (Object(one).kind as string | undefined) ?? []);
    expect(new Set(kinds)).toEqual(new Set(['register', 'passages', 'unanswered']));
  });

  it('copies snapshots from files and back, and answers from the copies', async () => {
    const files = productOf(corpus);
    const source = createFileSnapshotStore({ folder: files.folder });
    const noState = createSqliteStateArchive({ file: `${temporaryFolder()}/none.db` });
    const filesSide = (snapshots: typeof source) => ({
      name: 'files',
      snapshots,
      state: noState,
      users: async () => [],
    });
    const { snapshot: old } = await files.application.ingest();
    files.corpus.content = { ...corpus, articles: corpus.articles.slice(0, -3) };
    const { snapshot } = await files.application.ingest();
    const shared = postgres();
    const vectorStoreFor = () => shared.vectorStore;
    const keepWords = indexesOn(shared).keep;
    const database = { name: 'database', ...shared, state: shared.archive };
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    const migrate = async () => {
      const outcome = await migrateStore({
        from: filesSide(source),
        to: database,
        vectorStoreFor,
        keepWords,
      });
      if (outcome.kind !== 'copied') throw new Error(outcome.differing.join());
      const { copied, there, current } = outcome.snapshots;
      return { copied: ids(copied), there: ids(there), current };
    };
    expect(await migrate()).toEqual({ copied: [old, snapshot], there: [], current: snapshot });
    expect(await migrate()).toEqual({ copied: [], there: [old, snapshot], current: snapshot });

    const folder = temporaryFolder();
    const back = createFileSnapshotStore({ folder });
    const exact = createExactVectorStore();
    await migrateStore({ from: database, to: filesSide(back), vectorStoreFor: () => exact });
    expect(await back.current()).toBe(snapshot);
    expect((await back.open(old)).content).toEqual((await source.open(old)).content);

    const expected = rounded(await told(files));
    expect(rounded(await told(productOn(shared)))).toEqual(expected);
    expect(shared.asked.best_passages).toBeGreaterThan(questions.length);
    expect(rounded(await told(productOf(corpus, {}, folder)))).toEqual(expected);
  });

  it('follows a switch that another process made', async () => {
    const [one, two] = [productOn(postgres()), productOn(postgres())];
    await one.application.ingest();
    await two.application.ask('Who may disturb the moths?');
    const article = articleOf('bread', 'A loaf of bread costs four crowns in the harbour.\n');
    one.corpus.content = { ...corpus, articles: [...corpus.articles, article] };
    const { snapshot } = await one.application.ingest();
    await expect
      .poll(async () => (await two.application.ask('What does bread cost?')).snapshot, {
        timeout: 10_000,
      })
      .toBe(snapshot);
  });
});
