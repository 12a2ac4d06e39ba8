import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotStore } from '../../src/ports/snapshot-store.js';
import { contentOf, draftOf } from './snapshot-content.js';

/** What every snapshot store promises. `create` opens a new, empty store for each test. */
export function describeSnapshotStore(name: string, create: () => SnapshotStore): void {
  describe(`snapshot store ${name}`, () => {
    it('is empty at first', async () => {
      const store = create();
      expect(await store.current()).toBeNull();
      expect(await store.list()).toEqual([]);
    });

    it('gives back what was written', async () => {
      const store = create();
      const draft = draftOf(5, '20200101T000000Z-parent');
      const manifest = await store.write(draft);
      expect(manifest).toMatchObject({
        ...draft.manifest,
        counts: { articles: 5, passages: 5, claims: 1, accords: 0 },
      });
      const opened = await store.open(manifest.id);
      expect(opened.manifest).toEqual(manifest);
      expect(opened.content).toEqual(contentOf(5));
      expect(Buffer.from(opened.lexical)).toEqual(draft.lexical);
      expect(readFileSync(join(opened.folder, 'vectors.index'))).toHaveLength(3_000);
      expect(manifest.files.map((file) => file.name)).toContain('vectors.index');
    });

    it('keeps an empty corpus too', async () => {
      const store = create();
      const { id } = await store.write(draftOf(0));
      expect((await store.open(id)).content).toEqual(contentOf(0));
    });

    it('makes a snapshot current only when told to', async () => {
      const store = create();
      const first = await store.write(draftOf(1));
      expect(await store.current()).toBeNull();
      await store.setCurrent(first.id);
      const second = await store.write(draftOf(2));
      expect(await store.current()).toBe(first.id);
      await store.setCurrent(second.id);
      await store.setCurrent(first.id);
      expect(await store.current()).toBe(first.id);
    });

    it('lists the newest first', async () => {
      const store = create();
      const ids: string[] = [];
      for (let size = 1; size <= 3; size += 1) ids.unshift((await store.write(draftOf(size))).id);
      expect((await store.list()).map((manifest) => manifest.id)).toEqual(ids);
    });

    it.each(['20200101T000000Z-aaaaaa', '..', '../snapshots', ''])(
      'does not find "%s"',
      async (id) => {
        const store = create();
        await store.write(draftOf(1));
        const missing = { name: 'AccordError', code: 'not-found' };
        await expect(store.open(id)).rejects.toMatchObject(missing);
        await expect(store.setCurrent(id)).rejects.toMatchObject(missing);
        expect(await store.current()).toBeNull();
      },
    );

    it('shows nothing of a write that failed', async () => {
      const store = create();
      const buildVectors = () => Promise.reject(new Error('no graph today'));
      await expect(store.write({ ...draftOf(), buildVectors })).rejects.toThrow('no graph today');
      expect(await store.list()).toEqual([]);
      expect((await store.open((await store.write(draftOf())).id)).content).toEqual(contentOf(5));
    });

    it('lets one writer work at a time', async () => {
      const store = create();
      await store.exclusively(async () => {
        const { id } = await store.write(draftOf(1));
        await store.setCurrent(id);
      });
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      let working: Promise<void> = ended;
      await new Promise<void>((begun) => {
        working = store.exclusively(() => {
          begun();
          return ended;
        });
      });
      await expect(store.write(draftOf(2))).rejects.toMatchObject({
        name: 'AccordError',
        code: 'locked',
      });
      end();
      await working;
      await store.write(draftOf(3));
    });

    it('is free again after work that failed', async () => {
      const store = create();
      const failing = store.exclusively(() => Promise.reject(new Error('broken off')));
      await expect(failing).rejects.toThrow('broken off');
      await store.write(draftOf(1));
    });
  });
}
