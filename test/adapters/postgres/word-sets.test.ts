import { expect, it, onTestFinished } from 'vitest';
import { createLexicalIndexFactory } from '../../../src/adapters/bm25/lexical-index.js';
import { numberOf } from '../../../src/adapters/postgres/connection/connection.js';
import { createPostgres } from '../../../src/adapters/postgres/postgres.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { articleOf } from '../../fakes/corpus.js';
import { harbourCorpus } from '../../fakes/harbour.js';
import { productOf } from '../../fakes/product.js';
import { describeOnDatabases } from './harness.js';

describeOnDatabases((database) => {
  const productKeeping = (keep: number) => {
    const connection = database.connect();
    const shared = createPostgres({
      url: database.url ?? 'postgres://accord@pglite/accord',
      folder: temporaryFolder(),
      connection,
      keep,
    });
    onTestFinished(() => shared.close());
    const indexes = createLexicalIndexFactory({ scorer: shared.wordScorer });
    const product = productOf(harbourCorpus, {
      snapshots: shared.snapshots,
      vectorStoreFor: () => shared.vectorStore,
      vectorStoreNamed: () => shared.vectorStore,
      lexicalIndexes: indexes,
    });
    const counted = async () => {
      const counts: number[] = [];
      for (const what of [
        'from accord.word_sets',
        'from accord.word_sets where complete',
        'from accord.snapshots where words is not null',
        '(distinct word_set) from accord.postings',
        '(distinct word_set) from accord.documents',
      ]) {
        const select = what.startsWith('from') ? `count(*) ${what}` : `count${what}`;
        const [row] = await connection.query(
          `select ${select.replace(' from', '::int as n from')}`,
        );
        counts.push(numberOf(row, 'n'));
      }
      return counts;
    };
    const ingest = async (...titles: readonly string[]) => {
      const added = titles.map((title) => articleOf(title, `The ${title} rests at night.\n`));
      product.corpus.content = {
        ...harbourCorpus,
        articles: [...harbourCorpus.articles, ...added],
      };
      return (await product.application.ingest()).snapshot;
    };
    return { connection, shared, indexes, counted, ingest };
  };

  it('keeps a set for each snapshot, and lets it go with the last of them', async () => {
    const { connection, shared, counted, ingest } = productKeeping(2);
    await ingest('crane');
    expect(await counted()).toEqual([1, 1, 1, 1, 1]);
    await ingest('gull');
    expect(await counted()).toEqual([2, 2, 2, 2, 2]);
    await ingest('pilot');
    expect(await counted()).toEqual([2, 2, 2, 2, 2]);
    // One set serves every snapshot with its text; it stays as long as one of them does.
    const current = await ingest('gull');
    expect(await counted()).toEqual([2, 2, 2, 2, 2]);
    await connection.query('delete from accord.snapshots where id <> $1', [current]);
    const { content, lexical, manifest } = await shared.snapshots.open(current);
    const buildVectors = (folder: string) => shared.vectorStore.build(folder, content.vectors);
    await shared.snapshots.write({ manifest, content, lexical, buildVectors });
    expect(await counted()).toEqual([1, 1, 2, 1, 1]);
  });

  it('drops what a write that failed has left, and does without a set that is not there', async () => {
    const { shared, indexes, counted, ingest } = productKeeping(2);
    const current = await ingest('crane');
    await indexes.build([{ index: 0, title: 'Lost', text: 'Nobody has it.' }]);
    expect(await counted()).toEqual([2, 2, 1, 2, 2]);
    const { content, manifest } = await shared.snapshots.open(current);
    const buildVectors = (folder: string) => shared.vectorStore.build(folder, content.vectors);
    const other = createLexicalIndexFactory();
    const lexical = (await other.build([{ index: 0, title: 'a', text: 'file' }])).serialise();
    await shared.snapshots.write({ manifest, content, lexical, buildVectors });
    expect(await counted()).toEqual([1, 1, 1, 1, 1]);
  });
});
