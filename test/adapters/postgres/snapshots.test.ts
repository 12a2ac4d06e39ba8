import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { preparedBy } from '../../../src/adapters/postgres/connection/prepared.js';
import { migrate } from '../../../src/adapters/postgres/migrations/migrate.js';
import { createPostgresSnapshotStore } from '../../../src/adapters/postgres/snapshots/snapshot-store.js';
import { createPgvectorStore } from '../../../src/adapters/postgres/vectors/pgvector-store.js';
import { draftOf } from '../../contracts/snapshot-content.js';
import { describeSnapshotStore } from '../../contracts/snapshot-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { row } from '../../contracts/vectors.js';
import { describeOnDatabases } from './harness.js';

describeOnDatabases((database) => {
  const connect = () => preparedBy(database.connect(), (one) => migrate(one, 'accord at test'));
  const open = (options: { keep?: number; now?: () => Date } = {}) => {
    const connection = connect();
    const folder = join(temporaryFolder(), 'cache');
    const shown = 'accord at test';
    return createPostgresSnapshotStore({ connection, shown, folder, ...options });
  };

  describeSnapshotStore('postgres', () => open());

  it('lets old snapshots go with their vectors, but not the current one', async () => {
    const connection = connect();
    const vectors = createPgvectorStore({ connection });
    const store = open({ keep: 2 });
    const ids: string[] = [];
    for (let size = 1; size <= 5; size += 1) {
      const draft = draftOf(size);
      const buildVectors = (folder: string) => vectors.build(folder, draft.content.vectors);
      ids.push((await store.write({ ...draft, buildVectors })).id);
      if (size === 1) await store.setCurrent(ids[0] ?? '');
    }
    const left = (await store.list()).map(({ id }) => id).toSorted();
    expect(left).toEqual([ids[0], ids[3], ids[4]]);
    const tables = await connection.query(
      "select 1 from pg_tables where schemaname = 'accord' and tablename like 'vectors\\_%'",
    );
    expect(tables).toHaveLength(3);
    for (const id of left) {
      const { content, folder } = await store.open(id);
      const index = await vectors.open(folder, content.vectors);
      expect((await index.search(row(content.vectors, 0), 1))[0]?.index).toBe(0);
    }
  });

  it.each([
    ["update accord.claims set record = '{}'", 'claims'],
    ['delete from accord.passages where number = 3', 'passages'],
    ['update accord.articles set record = (record::jsonb || \'{"url": 1}\')::json', 'articles'],
    ["update accord.blobs set bytes = '\\x00' where name = 'lexical.txt'", 'lexical.txt'],
    ["update accord.blobs set bytes = bytes || '\\x00' where name = 'vectors.f32'", 'vectors.f32'],
    ["delete from accord.blobs where name = 'vectors.index'", 'vectors.index'],
    ["update accord.snapshots set manifest = replace(manifest, 'content-5', 'x')", 'manifest'],
  ])('names what is not as it was written: %s', async (damage, part) => {
    const connection = connect();
    const store = open();
    const { id } = await store.write(draftOf());
    await store.open(id);
    await connection.query(damage);
    await expect(store.open(id)).rejects.toMatchObject({
      code: 'damaged-snapshot',
      message: expect.stringContaining(part),
    });
  });

  it('tells other processes of a switch', async () => {
    const [writer, reader] = [open(), open()];
    const heard: string[] = [];
    const first = await writer.write(draftOf(1));
    await writer.setCurrent(first.id);
    const end = reader.onSwitch((id) => heard.push(id));
    onTestFinished(end);
    expect(await reader.current()).toBe(first.id);
    const second = await writer.write(draftOf(2));
    await vi.waitFor(async () => {
      await writer.setCurrent(first.id);
      await writer.setCurrent(second.id);
      expect(heard).toContain(second.id);
    }, 10_000);
    expect(await reader.current()).toBe(second.id);
  });

  it('keeps the identity of a snapshot that is copied', async () => {
    const identity = { id: '20200101T000000Z-abcdef', createdAt: '2020-01-01T00:00:00.000Z' };
    const store = open();
    const manifest = await store.write({ ...draftOf(), identity });
    expect(manifest).toMatchObject(identity);
    expect((await store.open(identity.id)).manifest).toEqual(manifest);
  });

  if (database.url === null) return;

  it('names the owner of the lock', async () => {
    const [first, second] = [open(), open()];
    await first.exclusively(async () => {
      await expect(second.write(draftOf())).rejects.toMatchObject({
        code: 'locked',
        message: expect.stringMatching(new RegExp(`accord ${process.pid} on .* from 127.0.0.1`)),
      });
    });
  });
});
