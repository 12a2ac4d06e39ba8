import { describe, expect, it } from 'vitest';
import type { CorpusKeeper, NewArticle } from '../../src/ports/corpus-keeper.js';

export function newArticleOf(overrides: Partial<NewArticle> = {}): NewArticle {
  return {
    fileName: 'Japan joins.md',
    bytes: new TextEncoder().encode('Japan supported the Call of Lund on 3 May 2021.\n'),
    title: null,
    url: null,
    published: null,
    accord: null,
    ...overrides,
  };
}

const rosterHeader = 'participant,id,type,action,on';
export const rosterOf = (...rows: readonly string[]) =>
  new TextEncoder().encode(`${[rosterHeader, ...rows].join('\n')}\n`);

/**
 * What every keeper of a corpus promises. `create` gives one for a corpus with the accord `lund`, in
 * its own folder, with a roster; `read` gives the bytes under a path, null where there are none.
 */
export function describeCorpusKeeper(
  name: string,
  create: () => Promise<{
    readonly keeper: CorpusKeeper;
    readonly read: (path: string) => Promise<string | null>;
  }>,
): void {
  describe(`corpus keeper ${name}`, () => {
    it('stores articles under free names and takes them out', async () => {
      const { keeper, read } = await create();
      const before = await keeper.list();
      const first = await keeper.add(newArticleOf({ accord: 'lund' }));
      const second = await keeper.add(newArticleOf({ accord: 'lund' }));
      expect(first).toEqual({ path: 'lund/japan-joins.md', replaced: false });
      expect(second.path).toBe('lund/japan-joins-2.md');
      expect(await read(first.path)).toContain('Japan supported');
      expect(await keeper.list()).toEqual([...before, first.path, second.path].sort());
      await keeper.remove(first.path);
      expect(await read(first.path)).toBeNull();
      expect(await keeper.list()).toEqual([...before, second.path].sort());
    });

    it('undoes an addition and a removal, once each', async () => {
      const { keeper, read } = await create();
      const before = await keeper.list();
      const { path } = await keeper.add(newArticleOf());
      await keeper.remove(path);
      await keeper.undo(path);
      expect(await read(path)).toContain('Japan supported');
      await keeper.undo(path);
      expect(await read(path)).toBeNull();
      expect(await keeper.list()).toEqual(before);
      await expect(keeper.undo(path)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('lets a .csv take the place of the roster, and undoes that', async () => {
      const { keeper, read } = await create();
      const former = await read('lund/roster.csv');
      const bytes = rosterOf('Japan,JPN,state,supported,2021-05-03');
      const roster = newArticleOf({ fileName: 'List.CSV', bytes, accord: 'lund' });
      expect(await keeper.add(roster)).toEqual({ path: 'lund/roster.csv', replaced: true });
      expect(await read('lund/roster.csv')).toContain('Japan,JPN');
      await keeper.undo('lund/roster.csv');
      expect(await read('lund/roster.csv')).toBe(former);
    });

    it.each([
      'nothing.md',
      '',
      '.',
      '..',
      '../outside.md',
      '/etc/passwd',
      'lund',
      'lund/accord.yaml',
    ])('does not find "%s"', async (path) => {
      const { keeper } = await create();
      await expect(keeper.remove(path)).rejects.toMatchObject({ code: 'not-found' });
      await expect(keeper.undo(path)).rejects.toMatchObject({ code: 'not-found' });
    });

    it.each([
      ['a file of another kind', { fileName: 'x.docx' }, 'allowed: .md'],
      ['a file without extension', { fileName: 'md' }, 'allowed: .md'],
      ['an empty file', { bytes: new Uint8Array() }, 'empty'],
      ['an accord that is none', { accord: 'paris' }, 'no accord "paris"'],
      ['an accord that leads out', { accord: '../..' }, 'no accord'],
      ['a roster of no accord', { fileName: 'r.csv', bytes: rosterOf() }, 'needs its accord'],
      ['an address that is none', { url: 'javascript:alert(1)' }, 'not an http(s) address'],
      ['a date that is none', { published: 'yesterday' }, 'not a date'],
    ])('refuses %s', async (_what, overrides, reason) => {
      const { keeper } = await create();
      const before = await keeper.list();
      const message = expect.stringContaining(reason);
      await expect(keeper.add(newArticleOf(overrides))).rejects.toMatchObject({
        code: 'bad-file',
        message,
      });
      expect(await keeper.list()).toEqual(before);
    });

    it('names every wrong line of a roster, and keeps the former', async () => {
      const { keeper, read } = await create();
      const former = await read('lund/roster.csv');
      const bytes = rosterOf('Japan,JP,state,supported,', 'Chile,CHL,state,liked,2021');
      const roster = newArticleOf({ fileName: 'r.csv', bytes, accord: 'lund' });
      const refused = await keeper.add(roster).catch((error: Error) => error.message);
      expect(refused).toMatch(/line 2: id.*line 3: action/s);
      expect(await read('lund/roster.csv')).toBe(former);
    });
  });
}
