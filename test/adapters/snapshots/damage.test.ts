import { createHash } from 'node:crypto';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { draftOf } from '../../contracts/snapshot-content.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

const files = [
  'manifest.json',
  'articles.jsonl',
  'passages.jsonl',
  'vectors.f32',
  'lexical.txt',
  'claims.jsonl',
  'accords.json',
  'blocs.json',
  'participants.jsonl',
  'corpus.json',
  'vectors.index',
];

async function written() {
  const folder = temporaryFolder();
  const store = createFileSnapshotStore({ folder });
  const { id } = await store.write(draftOf());
  return { store, id, folder: join(folder, 'snapshots', id), data: folder };
}

const refused = (file: string) => ({
  name: 'AccordError',
  code: 'damaged-snapshot',
  message: expect.stringMatching(
    new RegExp(`${file.replace('.', '\\.')} .*accord ingest.*accord rollback ID`),
  ),
});

const harms: readonly (readonly [string, (path: string) => void])[] = [
  ['emptied', (path) => writeFileSync(path, '')],
  ['cut in half', (path) => truncateSync(path, statSync(path).size >> 1)],
  ['zeroed', (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
  ['longer', (path) => appendFileSync(path, '{}')],
  ['missing', (path) => rmSync(path)],
];

it('covers every file of a snapshot', async () => {
  const { folder } = await written();
  expect(readdirSync(folder).sort()).toEqual([...files].sort());
});

describe.each(files)('%s', (file) => {
  it.each(harms)('is refused by name when it is %s', async (_, harm) => {
    const { store, id, folder } = await written();
    harm(join(folder, file));
    await expect(store.open(id)).rejects.toMatchObject(refused(file));
  });

  it('is refused by name when any bit of it flips', async () => {
    const { store, id, folder } = await written();
    const path = join(folder, file);
    const whole = readFileSync(path);
    const bits = fc.integer({ min: 0, max: whole.length * 8 - 1 });
    await fc.assert(
      fc.asyncProperty(bits, async (bit) => {
        const spoilt = Buffer.from(whole);
        spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(path, spoilt);
        const outcome = await store.open(id).then(
          () => 'opened',
          (error: unknown) => error,
        );
        // White space between the manifest's values may change without changing what it says.
        if (outcome === 'opened')
          expect([file, String(spoilt).replace(/\s/g, '')]).toEqual([
            'manifest.json',
            String(whole).replace(/\s/g, ''),
          ]);
        else expect(outcome).toMatchObject(refused(file));
      }),
      { numRuns: 40 },
    );
    writeFileSync(path, whole);
    expect((await store.open(id)).manifest.id).toBe(id);
  });
});

describe('around a damaged snapshot', () => {
  it('the list shows the whole ones', async () => {
    const { store, id, folder } = await written();
    const other = await store.write(draftOf(2));
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect((await store.list()).map((manifest) => manifest.id)).toEqual([other.id]);
    rmSync(join(folder, 'manifest.json'));
    expect((await store.list()).map((manifest) => manifest.id)).toEqual([other.id]);
    await expect(store.open(id)).rejects.toMatchObject(refused('manifest.json'));
  });

  it('the whole ones can be gone back to', async () => {
    const { store, id, folder } = await written();
    const other = await store.write(draftOf(2));
    await store.setCurrent(id);
    rmSync(folder, { recursive: true });
    expect(await store.current()).toBe(id);
    await expect(store.open(id)).rejects.toMatchObject({ code: 'not-found' });
    await store.setCurrent(other.id);
    expect(await store.current()).toBe(other.id);
  });

  it('a pointer that names nothing is refused by name, and can be set again', async () => {
    const { store, id, data } = await written();
    writeFileSync(join(data, 'current'), '../../etc\n');
    await expect(store.current()).rejects.toMatchObject({
      code: 'damaged-snapshot',
      message: expect.stringContaining(join(data, 'current')),
    });
    await store.write(draftOf(1));
    await store.setCurrent(id);
    expect(await store.current()).toBe(id);
  });

  it('a snapshot of another format is refused as such', async () => {
    const { store, id, folder } = await written();
    const path = join(folder, 'manifest.json');
    const { manifest } = JSON.parse(readFileSync(path, 'utf8'));
    const newer = { ...manifest, format: 99 };
    const sha256 = createHash('sha256').update(JSON.stringify(newer)).digest('hex');
    writeFileSync(path, JSON.stringify({ sha256, manifest: newer }));
    await expect(store.open(id)).rejects.toMatchObject({
      code: 'damaged-snapshot',
      message: expect.stringMatching(/has format 99, and this version reads format 2/),
    });
  });
});

describe('files so large that another thread hashes them', () => {
  const dimensions = 1 << 20;
  const values = new Float32Array(dimensions * 5).fill(0.5);
  const small = draftOf(5);
  const draft = {
    ...small,
    manifest: { ...small.manifest, embedder: { ...small.manifest.embedder, dimensions } },
    content: { ...small.content, vectors: { dimensions, count: 5, values } },
  };

  it('are read back, and refused by name when they change, even so that they do not parse, or are missing', async () => {
    const data = temporaryFolder();
    const store = createFileSnapshotStore({ folder: data });
    const { id } = await store.write(draft);
    const read = (await store.open(id)).content.vectors.values;
    expect(Buffer.compare(Buffer.from(read.buffer), Buffer.from(values.buffer))).toBe(0);
    const folder = join(data, 'snapshots', id);
    for (const file of ['vectors.f32', 'vectors.index', 'articles.jsonl', 'claims.jsonl']) {
      const path = join(folder, file);
      const whole = readFileSync(path);
      const spoilt = Buffer.from(whole);
      for (let at = 0; at < Math.min(40, whole.length); at += 1) spoilt[at] = 0x7b;
      writeFileSync(path, spoilt);
      await expect(store.open(id)).rejects.toMatchObject(refused(file));
      rmSync(path);
      await expect(store.open(id)).rejects.toMatchObject(refused(file));
      writeFileSync(path, whole);
    }
    expect((await store.open(id)).manifest.id).toBe(id);
  });
});
