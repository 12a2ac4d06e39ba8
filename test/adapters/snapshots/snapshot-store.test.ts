import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { draftOf } from '../../contracts/snapshot-content.js';
import { describeSnapshotStore } from '../../contracts/snapshot-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

describeSnapshotStore('files', () => createFileSnapshotStore({ folder: temporaryFolder() }));

const snapshotsIn = (folder: string) => readdirSync(join(folder, 'snapshots')).sort();

describe('folders', () => {
  it('are named by time, and the data folder is made when missing', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    const now = () => new Date('2026-11-24T08:30:00.371Z');
    const store = createFileSnapshotStore({ folder, now });
    const { id, createdAt } = await store.write(draftOf());
    expect(id).toMatch(/^20261124T083000Z-[0-9a-z]{6}$/);
    expect(createdAt).toBe('2026-11-24T08:30:00.371Z');
    expect(snapshotsIn(folder)).toEqual([id]);
    await store.setCurrent(id);
    expect(readFileSync(join(folder, 'current'), 'utf8').trim()).toBe(id);
    expect(readdirSync(folder).sort()).toEqual(['current', 'snapshots']);
  });

  it('hold vectors as aligned little-endian numbers', async () => {
    const folder = temporaryFolder();
    const store = createFileSnapshotStore({ folder });
    const { id } = await store.write(draftOf());
    const bytes = readFileSync(join(folder, 'snapshots', id, 'vectors.f32'));
    const { values } = (await store.open(id)).content.vectors;
    expect(bytes).toHaveLength(5 * 6 * 4);
    expect(values[7]).toBe(bytes.readFloatLE(7 * 4));
    expect(values.byteOffset % 4).toBe(0);
  });

  it('go when they are old, but the current one stays', async () => {
    const folder = temporaryFolder();
    const store = createFileSnapshotStore({ folder, keep: 2 });
    const ids: string[] = [];
    for (let size = 1; size <= 5; size += 1) {
      ids.push((await store.write(draftOf(size))).id);
      if (size === 1) await store.setCurrent(ids[0] ?? '');
    }
    expect(snapshotsIn(folder)).toEqual([ids[0], ids[3], ids[4]]);
  });

  it('never lose what was just written to a clock that went back', async () => {
    const folder = temporaryFolder();
    let time = Date.parse('2026-05-05T00:00:00Z');
    const store = createFileSnapshotStore({ folder, keep: 1, now: () => new Date(time) });
    await store.write(draftOf(1));
    time -= 86_400_000;
    const late = await store.write(draftOf(2));
    expect(snapshotsIn(folder)).toContain(late.id);
  });

  it('of writers that died are removed by the next one', async () => {
    const folder = temporaryFolder();
    const left = join(folder, 'snapshots', '.tmp-20200101T000000Z-abcdef');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'articles.jsonl'), '{}');
    writeFileSync(join(folder, 'current.tmp-1'), '');
    const store = createFileSnapshotStore({ folder });
    expect(await store.list()).toEqual([]);
    const { id } = await store.write(draftOf());
    expect(snapshotsIn(folder)).toEqual([id]);
    expect(readdirSync(folder)).toEqual(['snapshots']);
  });
});

describe('writing fails plainly', () => {
  it('where a file stands in the way', async () => {
    const folder = join(temporaryFolder(), 'data');
    writeFileSync(folder, 'a file');
    const store = createFileSnapshotStore({ folder });
    await expect(store.write(draftOf())).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/data.*a file stands where a folder should.*--data/),
      facts: { path: expect.stringContaining(folder) },
    });
  });

  it('when the disk is full, and the current snapshot stays', async () => {
    const folder = temporaryFolder();
    const store = createFileSnapshotStore({ folder });
    const { id } = await store.write(draftOf());
    await store.setCurrent(id);
    const buildVectors = async () => {
      await writeFile('/dev/full', 'more than fits');
      return [];
    };
    await expect(store.write({ ...draftOf(), buildVectors })).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('the disk is full. Free some space'),
    });
    expect(snapshotsIn(folder)).toEqual([id]);
    expect((await store.open(id)).manifest.id).toBe(id);
    expect(await store.current()).toBe(id);
  });

  it.each(['manifest.json', '../outside', '.hidden'])(
    'when a vector store calls a file %s',
    async (name) => {
      const folder = temporaryFolder();
      const store = createFileSnapshotStore({ folder });
      const buildVectors = async () => [name];
      await expect(store.write({ ...draftOf(), buildVectors })).rejects.toThrow(name);
      expect(snapshotsIn(folder)).toEqual([]);
    },
  );

  it('when the snapshot to switch to has lost a file', async () => {
    const folder = temporaryFolder();
    const store = createFileSnapshotStore({ folder });
    const { id } = await store.write(draftOf());
    rmSync(join(folder, 'snapshots', id, 'claims.jsonl'));
    await expect(store.setCurrent(id)).rejects.toMatchObject({
      code: 'damaged-snapshot',
      message: expect.stringContaining('claims.jsonl is missing'),
    });
    expect(await store.current()).toBeNull();
  });
});
