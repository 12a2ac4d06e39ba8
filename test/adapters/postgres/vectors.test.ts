import { describe, expect, it } from 'vitest';
import { createExactVectorStore } from '../../../src/adapters/memory/exact-vector-store.js';
import { preparedBy } from '../../../src/adapters/postgres/connection/prepared.js';
import { migrate } from '../../../src/adapters/postgres/migrations/migrate.js';
import {
  createPgvectorStore,
  type PgvectorStoreOptions,
} from '../../../src/adapters/postgres/vectors/pgvector-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { describeVectorStore } from '../../contracts/vector-store.js';
import { clusteredVectors, firstRows, row } from '../../contracts/vectors.js';
import { describeOnDatabases } from './harness.js';

describeOnDatabases((database) => {
  const connect = () => preparedBy(database.connect(), (one) => migrate(one, 'accord at test'));
  const open = (options: Partial<PgvectorStoreOptions> = {}) =>
    createPgvectorStore({ connection: connect(), ...options });

  describeVectorStore('pgvector, exact', () => open());
  describeVectorStore('pgvector, HNSW', () => open({ exactUpTo: 0 }));

  const all = clusteredVectors(400, 24);
  const matrix = firstRows(all, 350);

  it('finds what the exact store finds, the earlier of equal rows first', async () => {
    const values = matrix.values.slice();
    values.copyWithin(300 * 24, 0, 50 * 24);
    const doubled = { ...matrix, values };
    const folder = temporaryFolder();
    await open().build(folder, doubled);
    const index = await open().open(folder, doubled);
    const exact = await createExactVectorStore().open('', doubled);
    for (let question = 0; question < 400; question += 20) {
      const hits = await index.search(row(all, question), 60);
      const expected = await exact.search(row(all, question), 60);
      expect(hits.map((hit) => hit.index)).toEqual(expected.map((hit) => hit.index));
    }
  });

  it('searches with the index, not past it', async () => {
    const connection = connect();
    const folder = temporaryFolder();
    await createPgvectorStore({ connection, exactUpTo: 0 }).build(folder, matrix);
    const [found] = await connection.query(
      "select count(*)::int as count from pg_indexes where schemaname = 'accord' and indexdef like '%USING hnsw%'",
    );
    expect(found).toEqual({ count: 1 });
  });

  describe('a replica', () => {
    const away = () => ({
      ...connect(),
      query: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })),
    });

    it('takes the searches, and the primary where it is away', async () => {
      const folder = temporaryFolder();
      await open().build(folder, matrix);
      let asked = 0;
      const replica = connect();
      const counted = {
        ...replica,
        query: (...given: Parameters<typeof replica.query>) => {
          asked += 1;
          return replica.query(...given);
        },
      };
      const byReplica = await open({ replica: counted }).open(folder, matrix);
      const byPrimary = await open({ replica: away() }).open(folder, matrix);
      const hits = await byReplica.search(row(all, 380), 9);
      expect(hits).toHaveLength(9);
      expect(asked).toBe(1);
      expect(await byPrimary.search(row(all, 380), 9)).toEqual(hits);
    });

    it('is done without, and so is the primary, as long as both are away', async () => {
      const folder = temporaryFolder();
      const notices: string[] = [];
      const working = connect();
      await open().build(folder, matrix);
      let broken = false;
      const connection = {
        ...working,
        query: (...given: Parameters<typeof working.query>) =>
          broken ? away().query() : working.query(...given),
      };
      const onNotice = (notice: string) => notices.push(notice);
      const index = await open({ connection, replica: away(), onNotice }).open(folder, matrix);
      const hits = await index.search(row(all, 380), 9);
      broken = true;
      const fallen = await index.search(row(all, 380), 9);
      expect(fallen.map((hit) => hit.index)).toEqual(hits.map((hit) => hit.index));
      await index.search(row(all, 381), 9);
      expect(notices).toHaveLength(1);
    });
  });

  it('refuses a set that is gone or of another size', async () => {
    const connection = connect();
    const folder = temporaryFolder();
    await open().build(folder, matrix);
    const damaged = { code: 'damaged-snapshot' };
    await expect(open().open(folder, firstRows(all, 349))).rejects.toMatchObject(damaged);
    await expect(open().open(temporaryFolder(), matrix)).rejects.toMatchObject(damaged);
    await connection.query('delete from accord.vector_sets');
    await expect(open().open(folder, matrix)).rejects.toMatchObject(damaged);
  });
});
