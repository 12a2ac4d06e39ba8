import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileCorpus } from '../../../src/adapters/files/corpus/file-corpus.js';
import { createFileKeeper } from '../../../src/adapters/files/keeper/file-keeper.js';
import { plainName } from '../../../src/adapters/files/keeper/file-name.js';
import { describeCorpusKeeper, newArticleOf, rosterOf } from '../../contracts/corpus-keeper.js';
import { corpusFolder } from '../corpus/corpus-folder.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const text = 'Japan supported the Call of Lund on 3 May 2021.';

async function lund(files: Readonly<Record<string, string>> = {}) {
  const folder = await corpusFolder({
    'calls/accord.yaml': 'id: unused\n',
    'lund/accord.yaml': 'id: lund\ntitle: Call of Lund\nkind: political-commitment\n',
    'lund/roster.csv': 'participant,id,type,action\nChile,CHL,state,supported\n',
    'launch.md': 'The Call of Lund was launched in 2021.\n',
    'README.md': 'How this folder is kept.\n',
    ...files,
  });
  const read = (path: string) => readFile(join(folder, path), 'utf8').catch(() => null);
  return { folder, read, keeper: createFileKeeper({ folder }) };
}

describeCorpusKeeper('files', lund);

const given = { title: 'Japan: "yes"', url: 'https://example.org/j', published: '2021-05' };

describe('a keeper of files', () => {
  it('lists articles and rosters only', async () => {
    const { keeper } = await lund({
      'notes.docx': 'x',
      '.hidden.md': 'x',
      'a.txt.yaml': 'title: x',
    });
    expect(await keeper.list()).toEqual(['launch.md', 'lund/roster.csv']);
  });

  it.each([
    ['n.md', text],
    ['n.md', `---\n# by hand\ntitle: Old\nupdated: 2022\n---\n\n${text}`],
    ['n.md', `---\n\n${text}\n\n---\n\nMore of it.`],
    ['n.txt', text],
    ['n.html', `<html><head><title>Old</title></head><body><p>${text}</p></body></html>`],
  ])('writes down title, address and date of %s, %#', async (fileName, content) => {
    const { folder, keeper } = await lund();
    const article = newArticleOf({ ...given, fileName, bytes: bytesOf(content), accord: 'lund' });
    const { path } = await keeper.add(article);
    const { articles, failed } = await createFileCorpus({ folder }).read();
    expect(failed.filter((one) => one.path.includes('n.'))).toEqual([]);
    const found = articles.find((one) => one.path === path);
    expect(found).toMatchObject({ ...given, accord: 'lund' });
    expect(found?.text).toContain(text);
    if (content.includes('by hand')) expect(found?.updated).toBe('2022');
    await keeper.remove(path);
    expect((await readdir(join(folder, 'lund'))).sort()).toEqual(['accord.yaml', 'roster.csv']);
    await keeper.undo(path);
    const again = await createFileCorpus({ folder }).read();
    expect(again.articles.find((one) => one.path === path)).toEqual(found);
  });

  it('keeps the bytes as they are when nothing is said of them', async () => {
    const { keeper, read } = await lund();
    const { path } = await keeper.add(newArticleOf({ bytes: bytesOf(`${text}\r\n`) }));
    expect(await read(path)).toBe(`${text}\r\n`);
  });

  it.each([
    ['a.pdf', text, 'not a PDF'],
    ['a.pdf', '%PDF-1.7 and nothing more', 'broken'],
    ['a.txt', '%PDF-1.7', 'give it the extension .pdf'],
    ['a.txt', 'zero\0byte', 'not text'],
    ['a.md', '<!doctype html><p>page', 'give it the extension .html'],
    ['a.md', '---\ntitle: [\n---\ntext', 'front matter'],
    ['a.md', '   \n', 'empty'],
  ])('refuses %s with "%s"', async (fileName, content, reason) => {
    const { keeper } = await lund();
    const adding = keeper.add(newArticleOf({ fileName, bytes: bytesOf(content) }));
    const message = expect.stringContaining(reason);
    await expect(adding).rejects.toMatchObject({ code: 'bad-file', message });
  });

  it('refuses what is too large', async () => {
    const { folder } = await lund();
    const keeper = createFileKeeper({ folder, maxFileBytes: 100 });
    const adding = keeper.add(newArticleOf({ bytes: bytesOf('x'.repeat(101)) }));
    await expect(adding).rejects.toThrow('the limit is');
  });

  it('makes a folder for an accord that is known without, and takes it back', async () => {
    const { folder } = await lund();
    const keeper = createFileKeeper({ folder, knownAccords: async () => ['paris-call'] });
    const { path } = await keeper.add(newArticleOf({ accord: 'paris-call' }));
    const { articles } = await createFileCorpus({ folder }).read();
    expect(articles.find((one) => one.path === path)?.accord).toBe('paris-call');
    const roster = newArticleOf({ fileName: 'r.csv', bytes: rosterOf(), accord: 'paris-call' });
    await expect(keeper.add(roster)).rejects.toThrow('accord.yaml');
    await keeper.undo(path);
    expect(await readdir(folder)).not.toContain('paris-call');
  });

  it('keeps what was removed or replaced', async () => {
    const { folder, keeper } = await lund();
    const bytes = rosterOf('Japan,JPN,state,supported,2021-05-03');
    await keeper.add(newArticleOf({ fileName: 'r.csv', bytes, accord: 'lund' }));
    await keeper.remove('launch.md');
    const kept = await readdir(join(folder, '.removed'), { recursive: true });
    expect(kept.some((path) => path.endsWith('lund/roster.csv'))).toBe(true);
    expect(kept.some((path) => path.endsWith('launch.md'))).toBe(true);
    expect(await keeper.list()).toEqual(['lund/roster.csv']);
  });

  describe('given a roster with the day on which it was read', () => {
    const yaml = [
      '# kept by hand',
      'id: lund',
      'title: Call of Lund',
      'kind: political-commitment',
      'roster:',
      '  title: Official list',
      '  read: 2021-05-01',
      '  edited: 2021-04-01',
      '  note: Read on 1 May 2021.',
      '  complete:',
      '    - {from: 2021-01-01, to: 2021-02-01, types: [state]}',
      '    - {from: 2021-05-01, to: 2021-05-01, types: [state]}',
      '',
    ].join('\n');
    const roster = (published: string) =>
      newArticleOf({
        fileName: 'r.csv',
        bytes: rosterOf('Japan,JPN,state,supported,2021-05-03'),
        accord: 'lund',
        published,
      });

    it('says that it was read then, and no longer what was said of the former', async () => {
      const { folder, keeper, read } = await lund({ 'lund/accord.yaml': yaml });
      const { path } = await keeper.add(roster('2023-06-07'));
      expect(await read('lund/accord.yaml')).toContain('# kept by hand');
      const { accords } = await createFileCorpus({ folder }).read();
      const described = accords.find(({ id }) => id === 'lund')?.roster;
      expect(described).toMatchObject({ read: '2023-06-07', edited: null, note: null });
      expect(described?.complete.map(({ from, to }) => [from, to])).toEqual([
        ['2021-01-01', '2021-02-01'],
        ['2021-05-01', '2023-06-07'],
      ]);
      await keeper.undo(path);
      expect(await read('lund/accord.yaml')).toBe(yaml);
      expect(await read('lund/roster.csv')).toContain('Chile');
    });

    it('describes it where nothing did', async () => {
      const { folder, keeper } = await lund();
      await keeper.add(roster('2023-06-07'));
      const { accords } = await createFileCorpus({ folder }).read();
      const described = accords.find(({ id }) => id === 'lund')?.roster;
      expect(described).toMatchObject({ read: '2023-06-07', complete: [] });
    });

    it.each([
      ['2023-06', 'a roster is read on a day'],
      ['2019-01-01', 'was read on 2021-05-01, after 2019-01-01'],
      ['9999-01-01', 'still to come'],
    ])('refuses %s and keeps the former', async (day, reason) => {
      const { keeper, read } = await lund({ 'lund/accord.yaml': yaml });
      await expect(keeper.add(roster(day))).rejects.toMatchObject({
        code: 'bad-file',
        message: expect.stringContaining(reason),
      });
      expect([await read('lund/accord.yaml'), await read('lund/roster.csv')]).toEqual([
        yaml,
        'participant,id,type,action\nChile,CHL,state,supported\n',
      ]);
    });
  });

  it('follows no links', async () => {
    const { folder, keeper } = await lund();
    const outside = await corpusFolder({ 'secret.md': 'x' });
    await symlink(join(outside, 'secret.md'), join(folder, 'out.md'));
    await symlink(join(folder, 'launch.md'), join(folder, 'inside.md'));
    await symlink(outside, join(folder, 'elsewhere'));
    for (const path of ['out.md', 'inside.md', 'elsewhere/secret.md']) {
      await expect(keeper.remove(path)).rejects.toMatchObject({ code: 'not-found' });
    }
    const into = keeper.add(newArticleOf({ accord: 'elsewhere' }));
    await expect(into).rejects.toMatchObject({ code: 'bad-file' });
    expect(await readdir(outside)).toEqual(['secret.md']);
  });

  it('gives many at once names of their own', async () => {
    const { folder, keeper } = await lund();
    const adding = Array.from({ length: 12 }, (_, n) =>
      keeper.add(newArticleOf({ fileName: 'n.txt', title: `Title ${n}`, bytes: bytesOf(text) })),
    );
    const paths = (await Promise.all(adding)).map(({ path }) => path);
    expect(new Set(paths).size).toBe(12);
    for (const [n, path] of paths.entries()) {
      expect(await readFile(join(folder, `${path}.yaml`), 'utf8')).toContain(`Title ${n}\n`);
    }
    expect((await readdir(folder)).some((name) => name.endsWith('.part'))).toBe(false);
  });

  it('says what to do where it may not write', async () => {
    const { folder, keeper } = await lund();
    // A file where the folder of removals should be stands in for a folder without rights.
    await writeFile(join(folder, '.removed'), '');
    const removing = keeper.remove('launch.md');
    await expect(removing).rejects.toMatchObject({ code: 'cannot-write' });
    expect((await lstat(join(folder, 'launch.md'))).isFile()).toBe(true);
    await expect(createFileKeeper({ folder: `${folder}/none` }).list()).rejects.toMatchObject({
      code: 'cannot-write',
    });
  });
});

describe('the name of a file', () => {
  it.each([
    ['Joint Statement (final).PDF', 'joint-statement-final'],
    ['../../etc/passwd.md', 'passwd'],
    ['C:\\temp\\Déclaration.txt', 'declaration'],
    ['.htaccess.md', 'htaccess'],
    ['日本の声明.md', '日本の声明'],
    ['con.md', 'article-con'],
    ['roster.md', 'article-roster'],
    ['README.md', 'article-readme'],
    ['***.md', 'a-title'],
  ])('of %s is %s', (fileName, name) => {
    expect(plainName(fileName, 'A title')).toBe(name);
  });

  it('is always one plain part of a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (anything) => {
        const name = plainName(`${anything}.md`, null);
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u);
        expect(name).toBe(name.normalize('NFC'));
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(110);
      }),
    );
  });

  it('keeps a folder of its own name apart', async () => {
    const { folder, keeper } = await lund();
    await mkdir(join(folder, 'japan-joins.md'));
    expect((await keeper.add(newArticleOf())).path).toBe('japan-joins-2.md');
  });
});
