import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileCorpus } from '../../../src/adapters/files/corpus/file-corpus.js';
import { corpusFolder, readCorpus } from './corpus-folder.js';

const article = 'Headline\n\nNorway supported the Call of Lund.';

/** Reads as a user without the rights of the superuser, under whom permissions do not count. */
async function asOrdinaryUser<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('files that cannot be used', () => {
  it('are named with a reason, and the rest is read', async () => {
    const { articles, failed } = await readCorpus(
      {
        'empty.md': '',
        'blank.txt': ' \n\n',
        'front.md': '---\ntitle: "A\nurl: x\n---\n\nText.',
        'open.md': '---\ntitle: A\n\nText.',
        'large.txt': 'x'.repeat(3 * 2 ** 20),
        'good.txt': article,
        'nested/deep/good.md': 'Chad supported the Call of Lund.',
      },
      2 * 2 ** 20,
    );
    expect(articles.map(({ path }) => path)).toEqual(['good.txt', 'nested/deep/good.md']);
    expect(failed).toEqual([
      { path: 'blank.txt', reason: 'empty' },
      { path: 'empty.md', reason: 'empty' },
      { path: 'front.md', reason: expect.stringMatching(/^broken: front matter: line 3: /) },
      { path: 'large.txt', reason: 'over the size limit: 3.0 MiB, the limit is 2.0 MiB' },
      { path: 'open.md', reason: 'broken: front matter: no closing line of three dashes' },
    ]);
  });

  it('are at most 8 MiB unless told otherwise', async () => {
    const { failed } = await readCorpus({ 'a.txt': Buffer.alloc(8 * 2 ** 20 + 60_000, 'a ') });
    expect(failed).toEqual([
      { path: 'a.txt', reason: 'over the size limit: 8.1 MiB, the limit is 8.0 MiB' },
    ]);
  });

  it('are named when there is no permission to read them', async () => {
    const folder = await corpusFolder({
      'a.txt': article,
      'b.txt': 'B\n\nOther text.',
      'c/d.txt': 'x',
    });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'b.txt'), 0o000);
    await chmod(join(folder, 'c'), 0o000);
    const content = await asOrdinaryUser(() => createFileCorpus({ folder }).read());
    expect(content.articles.map(({ path }) => path)).toEqual(['a.txt']);
    expect(content.failed).toEqual([
      { path: 'c', reason: 'no permission to read it' },
      { path: 'b.txt', reason: 'no permission to read it' },
    ]);
  });

  it('are symlinks that leave the corpus, lead nowhere or in circles', async () => {
    const outside = await corpusFolder({ 'secret.txt': 'S\n\nNot for the corpus.' });
    const folder = await corpusFolder({ 'real/a.txt': article });
    const links: Readonly<Record<string, string>> = {
      'away.txt': join(outside, 'secret.txt'),
      'away-folder': outside,
      'nowhere.md': 'gone.md',
      'self.md': 'self.md',
      'real/up': '..',
      again: 'real',
      'copy.txt': 'real/a.txt',
    };
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
    const { articles, failed, duplicates } = await createFileCorpus({ folder }).read();
    expect(articles.map(({ path }) => path)).toEqual(['copy.txt']);
    expect(duplicates).toEqual([
      { path: 'again', of: 'real' },
      { path: 'real/a.txt', of: 'copy.txt' },
    ]);
    expect(failed).toEqual([
      { path: 'away-folder', reason: 'symlink out of the corpus' },
      { path: 'away.txt', reason: 'symlink out of the corpus' },
      { path: 'nowhere.md', reason: 'symlink to a file that is not there' },
      { path: 'real/up', reason: 'symlink loop' },
      { path: 'self.md', reason: 'symlink loop' },
    ]);
  });
});

describe('names that are no files', () => {
  it('are named and waited for by no one; other formats are passed over', async () => {
    const folder = await corpusFolder({ 'a.txt': article });
    execFileSync('sh', ['-c', 'mkfifo pipe.md pipe'], { cwd: folder });
    await symlink('pipe.md', join(folder, 'to-pipe.txt'));
    const { articles, failed } = await createFileCorpus({ folder }).read();
    expect(articles.map(({ path }) => path)).toEqual(['a.txt']);
    expect(failed).toEqual([
      { path: 'pipe.md', reason: 'not a file' },
      { path: 'to-pipe.txt', reason: 'not a file' },
    ]);
  });

  it('or whose bytes are no text are named as what they are', async () => {
    const folder = await corpusFolder({});
    await writeFile(
      Buffer.concat([Buffer.from(`${folder}/a`), Buffer.of(0xff), Buffer.from('.md')]),
      article,
    );
    const { failed } = await createFileCorpus({ folder }).read();
    expect(failed).toEqual([{ path: 'a\ufffd.md', reason: 'its name is not UTF-8: rename it' }]);
  });
});

describe('files that are passed over', () => {
  it('are other formats, dotfiles and a README without front matter', async () => {
    const content = await readCorpus({
      'a.txt': article,
      'logo.png': Buffer.from([0x89, 0x50]),
      '.hidden.md': 'Hidden text.',
      '.git/a.md': 'Hidden text.',
      'README.md': '# What is in this folder\n\nNotes.',
      'notes/readme.md': '---\ntitle: Read me\n---\nAn article after all.',
    });
    expect(content.articles.map(({ path }) => path)).toEqual(['a.txt', 'notes/readme.md']);
    expect(content.failed).toEqual([]);
  });

  it('are counted when nothing else is there', async () => {
    const { failed } = await readCorpus({ 'a.png': 'x', 'b.png': 'y', 'c.docx': 'z' });
    expect(failed).toEqual([
      {
        path: '.',
        reason: 'no article (.md, .txt, .html, .pdf) in the folder: found 2 .png, 1 .docx',
      },
    ]);
    expect((await readCorpus({})).failed).toEqual([
      { path: '.', reason: 'no article (.md, .txt, .html, .pdf) in the folder: it is empty' },
    ]);
  });
});

describe('duplicates', () => {
  it('are kept once, the first, whatever their white space, capitals and format', async () => {
    const { articles, duplicates } = await readCorpus({
      'b.txt': 'Headline\n\nNorway supported  the Call\nof Lund.\n',
      'a.md': '---\ntitle: Headline\n---\nnorway supported the Call of Lund.',
      'c.txt': 'Headline\n\nNorway supported the Call of Lunde.',
    });
    expect(articles.map(({ path }) => path)).toEqual(['a.md', 'c.txt']);
    expect(duplicates).toEqual([{ path: 'b.txt', of: 'a.md' }]);
  });

  it('are cited by the one that says when and where it was published', async () => {
    const text = 'Norway supported the Call of Lund.';
    const { articles, duplicates } = await readCorpus({
      'a.md': text,
      'b.md': `---\nurl: https://example.org/b\npublished: 2019-06-04\n---\n${text}`,
      'c.md': `---\npublished: 2019-06-05\n---\n${text}`,
      'd.md': 'Chad did not.',
    });
    expect(articles.map(({ path }) => path)).toEqual(['b.md', 'd.md']);
    expect(duplicates).toEqual([
      { path: 'a.md', of: 'b.md' },
      { path: 'c.md', of: 'b.md' },
    ]);
  });
});

describe('the folder', () => {
  it('that is missing, a file or closed is refused with advice', async () => {
    const folder = await corpusFolder({ 'a.txt': article });
    await mkdir(join(folder, 'closed'), { mode: 0o000 });
    await chmod(folder, 0o755);
    const read = (name: string) => createFileCorpus({ folder: join(folder, name) }).read();
    await expect(read('gone')).rejects.toMatchObject({
      code: 'bad-corpus',
      message: `The corpus folder ${join(folder, 'gone')} does not exist. Create it, or name another with --corpus or ACCORD_CORPUS.`,
      facts: { folder: join(folder, 'gone') },
    });
    await expect(read('a.txt')).rejects.toMatchObject({
      code: 'bad-corpus',
      message: expect.stringContaining('is a file, not a folder'),
    });
    await expect(asOrdinaryUser(() => read('closed'))).rejects.toMatchObject({
      code: 'bad-corpus',
      message: expect.stringContaining('cannot be read: no permission to read it'),
    });
  });

  it('is read in the same order every time, and reading can be cancelled', async () => {
    const names = ['b/1.txt', 'a.txt', 'Z.txt', 'b.txt', 'ä.txt'];
    const folder = await corpusFolder({});
    await mkdir(join(folder, 'b'));
    for (const name of names) await writeFile(join(folder, name), `Headline\n\nText of ${name}.`);
    const corpus = createFileCorpus({ folder });
    const paths = async () => (await corpus.read()).articles.map(({ path }) => path);
    expect(await paths()).toEqual(['Z.txt', 'a.txt', 'b.txt', 'b/1.txt', 'ä.txt']);
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(corpus.read({ signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
