import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexicalIndexFactory } from '../../../src/adapters/bm25/lexical-index.js';
import type { Connection } from '../../../src/adapters/postgres/connection/connection.js';
import { preparedBy } from '../../../src/adapters/postgres/connection/prepared.js';
import { migrate } from '../../../src/adapters/postgres/migrations/migrate.js';
import {
  createWordScorer,
  type WordScorerOptions,
} from '../../../src/adapters/postgres/words/word-scorer.js';
import type { LexicalDocument, LexicalIndex } from '../../../src/ports/lexical-index.js';
import { describeLexicalIndex } from '../../contracts/lexical-index.js';
import { createRandom } from '../../contracts/vectors.js';
import { describeOnDatabases } from './harness.js';

const vocabulary = ['harbour', 'lagoon', 'estuary', 'river', 'tide', 'crane', 'pilot', 'gull'];
const word = fc.constantFrom(...vocabulary);
const documents = fc
  .array(
    fc.record({
      words: fc.array(word, { maxLength: 30 }),
      title: fc.array(word, { maxLength: 2 }),
      article: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((all) =>
    all.map(({ words, title, article }, at): LexicalDocument => {
      const one = { index: at * 2 + 1, title: title.join(' '), text: words.join(' ') };
      return article === undefined ? one : { ...one, article };
    }),
  );
const query = fc
  .array(fc.oneof(word, fc.constant('zyzzyva')), { maxLength: 8 })
  .map((words) => words.join(' '));

describeOnDatabases((database) => {
  const connect = () => preparedBy(database.connect(), (one) => migrate(one, 'accord at test'));
  const factoryOn = (options: Partial<WordScorerOptions> = {}) =>
    createLexicalIndexFactory({ scorer: createWordScorer({ connection: connect(), ...options }) });
  /** What goes over the connection, by the function of the database that is asked. */
  const counting = (connection: Connection, broken = () => false) => {
    const asked: string[] = [];
    const query: Connection['query'] = (text, values) => {
      if (broken()) return Promise.reject(Object.assign(new Error('away'), { code: 'ECONNRESET' }));
      const name = /accord\.(best_passages|passage_scores)/.exec(text)?.[1];
      if (name) asked.push(name);
      return connection.query(text, values);
    };
    return { asked, connection: { ...connection, query } };
  };

  describeLexicalIndex('bm25 in PostgreSQL', () => factoryOn());

  it('ranks and scores as memory does, to the last bit', async () => {
    const { asked, connection } = counting(connect());
    const factory = factoryOn({ connection });
    let hits = 0;
    const questions = fc.tuple(query, query, query);
    await fc.assert(
      fc.asyncProperty(
        documents,
        questions,
        fc.integer({ min: 1, max: 50 }),
        async (all, texts, k) => {
          const [inSql, inMemory] = [
            await factory.build(all),
            await createLexicalIndexFactory().build(all),
          ];
          const some = [...all.map((one) => one.index).toReversed(), 2, 1, 1];
          const of = (index: LexicalIndex) => [
            ...texts.map((text) => index.search(text, k)),
            ...texts.map((text) => index.scores(text, some)),
            index.scores(texts[0], [1]),
          ];
          const found = await Promise.all(of(inSql));
          expect(found).toEqual(await Promise.all(of(inMemory)));
          hits += found[0]?.length ?? 0;
        },
      ),
      { numRuns: 60 },
    );
    expect(hits).toBeGreaterThan(100);
    const times = (name: string) => asked.filter((one) => one === name).length;
    expect(times('best_passages')).toBeGreaterThan(100);
    // What is asked together of the same documents goes over together.
    expect(times('passage_scores')).toBeGreaterThan(60);
    expect(times('passage_scores')).toBeLessThanOrEqual(120);
  });

  it('finds the same where some words are rare and others nearly everywhere', async () => {
    const random = createRandom(7);
    // By Zipf's law, as in texts: word n is about n times rarer than the first.
    const draw = () => `word${Math.floor(400 ** random())}`;
    const all = Array.from({ length: 2500 }, (_, index) => ({
      index,
      title: '',
      text: Array.from({ length: 5 + Math.floor(random() * 40) }, draw).join(' '),
      article: `article ${Math.floor(index / 3)}`,
    }));
    const [inSql, inMemory] = [
      await factoryOn().build(all),
      await createLexicalIndexFactory().build(all),
    ];
    for (let question = 0; question < 120; question += 1) {
      const text = Array.from({ length: 1 + (question % 9) }, draw).join(' ');
      const k = [1, 5, 20, 60][question % 4] ?? 1;
      expect(await inSql.search(text, k)).toEqual(await inMemory.search(text, k));
    }
  });

  it('breaks ties of very many by their index', async () => {
    const all = Array.from({ length: 3000 }, (_, at) => ({
      index: (at * 7) % 3000,
      title: '',
      text: at % 3 === 0 ? 'harbour river' : 'harbour lagoon',
      article: `article ${at % 11}`,
    }));
    const [inSql, inMemory] = [
      await factoryOn().build(all),
      await createLexicalIndexFactory().build(all),
    ];
    for (const text of ['harbour', 'river harbour', 'lagoon tide']) {
      expect(await inSql.search(text, 70)).toEqual(await inMemory.search(text, 70));
    }
  });

  it('serialises to what files keep, and takes that over', async () => {
    const all = [
      { index: 0, title: 'Pact', text: 'The harbour pact.' },
      { index: 1, title: 'Pact', text: 'Nobody came.' },
    ];
    const text = (await createLexicalIndexFactory().build(all)).serialise();
    const notices: string[] = [];
    const { asked, connection } = counting(connect());
    const factory = factoryOn({ connection, onNotice: (notice) => notices.push(notice) });
    expect(factory.name).toBe(createLexicalIndexFactory().name);
    const loose = await factory.load(text);
    expect(await loose.search('harbour', 5)).toHaveLength(1);
    expect([asked.length, notices.length]).toEqual([0, 1]);

    await factory.keep(text);
    await factory.keep(text);
    await factory.keep(Buffer.from('something else'));
    const kept = await factory.load(text);
    expect(await kept.search('harbour', 5)).toEqual(await loose.search('harbour', 5));
    expect([asked.length, notices.length]).toEqual([1, 1]);
    expect((await factory.build(all)).serialise()).toEqual(text);
  });

  it('writes anew what a broken run left', async () => {
    const working = connect();
    let left = 3;
    const { connection } = counting(working, () => {
      left -= 1;
      return left < 0;
    });
    const all = [{ index: 0, title: '', text: 'The harbour pact.' }];
    await expect(factoryOn({ connection }).build(all)).rejects.toThrow('away');
    const found = await (await factoryOn().build(all)).search('harbour', 5);
    expect(found.map((hit) => hit.index)).toEqual([0]);
    const [sets] = await working.query('select count(*)::int as count from accord.word_sets');
    expect(sets).toEqual({ count: 1 });
  });

  describe('a replica', () => {
    const all = vocabulary.map((text, index) => ({ index, title: 'sea', text }));

    it('is asked first, then the primary, then memory; and again once they are back', async () => {
      const state = { replica: false, primary: false };
      const [primary, replica] = [
        counting(connect(), () => state.primary),
        counting(connect(), () => state.replica),
      ];
      const notices: string[] = [];
      const factory = factoryOn({
        connection: primary.connection,
        replica: replica.connection,
        onNotice: (notice) => notices.push(notice),
      });
      const index = await factory.build(all);
      const hits = await index.search('sea gull', 5);
      expect([replica.asked.length, primary.asked.length]).toEqual([1, 0]);
      state.replica = true;
      expect(await index.search('sea gull', 5)).toEqual(hits);
      expect([replica.asked.length, primary.asked.length]).toEqual([1, 1]);
      state.primary = true;
      expect(await index.search('sea gull', 5)).toEqual(hits);
      expect(await index.scores('sea gull', [7])).toEqual([
        { index: 7, words: hits[0]?.score, article: expect.any(Number) },
      ]);
      expect([replica.asked.length, primary.asked.length, notices.length]).toEqual([1, 1, 1]);
      [state.replica, state.primary] = [false, false];
      await expect
        .poll(async () => {
          expect(await index.search('sea gull', 5)).toEqual(hits);
          return replica.asked.length;
        })
        .toBeGreaterThan(1);
    });

    it('that has not got the set yet is passed by', async () => {
      const primary = connect();
      const { asked, connection } = counting(primary);
      const lagging: Connection = {
        ...primary,
        query: (text, values = []) => primary.query(text, ['another', ...values.slice(1)]),
      };
      const index = await factoryOn({ connection, replica: lagging }).build(all);
      expect(await index.search('gull', 5)).toHaveLength(1);
      expect(asked).toEqual(['best_passages']);
    });
  });
});
