import { readFile, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileCorpus } from '../../../src/adapters/files/corpus/file-corpus.js';
import { corpusFolder, readCorpus, readOne } from './corpus-folder.js';

const front = (fields: string, body = 'Norway supported the Call.') =>
  `---\n${fields}\n---\n\n${body}\n`;

describe('Markdown articles', () => {
  it('take their fields from front matter', async () => {
    const article = await readOne(
      'calls/launch.md',
      front(
        'title: "The launch: a day in Lund"\nurl: https://lund.example/launch\npublished: 2018-11\nupdated: 2019-01-02\n' +
          'language: en\naccord: lund-call\nsources:\n  - https://a.example/1\n  - https://b.example/2\nlayout: post',
      ),
    );
    expect(article).toMatchObject({
      path: 'calls/launch.md',
      title: 'The launch: a day in Lund',
      url: 'https://lund.example/launch',
      published: '2018-11',
      updated: '2019-01-02',
      language: 'en',
      accord: 'lund-call',
      sources: ['https://a.example/1', 'https://b.example/2'],
      format: 'markdown',
      text: 'Norway supported the Call.',
    });
  });

  it('are read as plain text with headings and lists kept', async () => {
    const body = [
      '# A day in Lund',
      'Norway **supported** the [Call](https://x.example "t") on\n4&nbsp;June 2019.[^1]<!-- note -->',
      '## What it *asks*',
      '- one `item`\n- two ![logo](a.png)items\n  goes on',
      '> A quoted line.',
      '| State | Day |\n|---|---|\n| Norway | 4 June |',
      '1. First\n2. Second',
      '***',
    ].join('\n\n');
    const article = await readOne('a.md', body);
    expect(article.title).toBe('A day in Lund');
    expect(article.text).toBe(
      [
        'Norway supported the Call on 4 June 2019.',
        '## What it asks',
        '- one item\n- two items goes on',
        'A quoted line.',
        'State | Day\nNorway | 4 June',
        '1. First\n2. Second',
      ].join('\n\n'),
    );
  });

  it('lose scripts, styles and the marks of footnotes', async () => {
    const body = [
      'Norway supported the Call.[^1]',
      '<script>\ncount(1)\n</script>\n<style>p { color: red }</style>',
      '[^1]: So did Chad.',
    ].join('\n\n');
    const { text } = await readOne('a.md', front('title: T', body));
    expect(text).toBe('Norway supported the Call.\n\nSo did Chad.');
  });

  it('may write the names of fields in capitals', async () => {
    expect(
      await readOne('a.md', front('Title: T\nPublished: 2018-11-12\nURL: https://a.example/')),
    ).toMatchObject({ title: 'T', published: '2018-11-12', url: 'https://a.example/' });
  });

  it('are of no accord whose id cannot be one, and say so', async () => {
    const { articles, failed } = await readCorpus({
      'a.md': front('title: T\naccord: Paris Call'),
    });
    expect(articles[0]?.accord).toBeNull();
    expect(failed).toEqual([
      { path: 'a.md', reason: 'accord: no id such as paris-call: "Paris Call"; ignored' },
    ]);
  });

  it('with front matter in TOML are named, not read without title and date', async () => {
    const { articles, failed } = await readCorpus({
      'a.md': '+++\ntitle = "T"\ndate = 2018-11-12\n+++\n\nNorway supported the Call.',
    });
    expect(articles).toEqual([]);
    expect(failed).toEqual([
      {
        path: 'a.md',
        reason: 'broken: front matter: TOML; write it as YAML between lines of three dashes',
      },
    ]);
  });

  it('drop a heading that repeats the title', async () => {
    const article = await readOne(
      'a.md',
      front('title: A Day in Lund', '# A day in Lund\n\nText.'),
    );
    expect(article.text).toBe('Text.');
  });

  it.each([
    ['2018', '2018'],
    ['2018-11-12T09:30:00+01:00', '2018-11-12'],
    ['12 November 2018', '2018-11-12'],
    ['2018-11-12/2019-09-16', '2018-11-12/2019-09-16'],
  ])('accept %s as a date of publication', async (written, published) => {
    expect((await readOne('a.md', front(`published: ${written}`))).published).toBe(published);
  });

  it('keep an article whose date is none as undated and say so', async () => {
    const { articles, failed } = await readCorpus({
      'a.md': front('title: T\npublished: 31 February 2018\nurl: example.org/a'),
    });
    expect(articles[0]).toMatchObject({ title: 'T', published: null, url: null });
    expect(failed).toEqual([
      { path: 'a.md', reason: 'url: not an http(s) address: "example.org/a"; ignored' },
      { path: 'a.md', reason: 'published: not a date: "31 February 2018"; kept as undated' },
    ]);
  });

  it('change their hash with every field that reaches an answer', async () => {
    const variants = [
      'title: A',
      'title: B',
      'title: A\nurl: https://a.example/',
      'title: A\npublished: 2018',
      'title: A\naccord: x',
      'title: A\nsources: [https://b.example]',
    ];
    const hashes = await Promise.all(
      variants.map(async (fields) => (await readOne('a.md', front(fields))).hash),
    );
    expect(new Set(hashes).size).toBe(variants.length);
    expect((await readOne('b.md', front('title: A'))).hash).toBe(hashes[0]);
  });
});

describe('text articles', () => {
  it('have the headline as title, no date of their own and no furniture', async () => {
    const raw = await readFile('test/fixtures/corpus/headline-and-biography.txt', 'utf8');
    const { articles, failed, duplicates } = await readCorpus({ 'truce.txt': raw });
    expect({ failed, duplicates }).toEqual({ failed: [], duplicates: [] });
    expect(articles).toHaveLength(1);
    const [article] = articles;
    expect(article).toMatchObject({
      title: 'Sweden has not decided on the Digital Truce of ‘Lund Call’',
      published: null,
      url: null,
      language: null,
      accord: null,
    });
    const sentences = raw
      .split('\n')
      .slice(2, raw.split('\n').indexOf('Tomas Ek'))
      .join('\n')
      .trim();
    expect(article?.text).toBe(sentences);
  });

  it.each([
    ['Headline\n\nPublished 12 November 2018\n\nText goes here.', '2018-11-12'],
    ['Headline\nBy Ida Moe | November 12, 2018 | 3 min read\n\nText goes here.', '2018-11-12'],
    ['12 November 2018\n\nHeadline\n\nText goes here.', '2018-11-12'],
    ['Headline\n25.11.2018\n\nText goes here.', '2018-11-25'],
    ['Headline\n2018-11-12 10:15\n\nText goes here.', '2018-11-12'],
    ['Headline\nPublié le 3 décembre 2018\n\nText goes here.', '2018-12-03'],
    ['Headline\nMontag, 12. November 2018\n\nText goes here.', '2018-11-12'],
    ['Headline\nOslo, 4 June 2019\n\nText goes here.', '2019-06-04'],
    ['Headline\n\nIda Moe / Jun 4, 2019\n\nText goes here.', '2019-06-04'],
    ['Headline\n\nNews Nordic 4 JUN 2019\nHeadline\n\nText goes here.', '2019-06-04'],
    ['Date 2019-06-04 Headline\n\nText goes here.', '2019-06-04'],
  ])('take a date line from the top: %j', async (raw, published) => {
    const article = await readOne('a.txt', raw);
    expect(article).toMatchObject({ title: 'Headline', published, text: 'Text goes here.' });
  });

  it.each([
    'Headline\n\nThe Call was launched on 12 November 2018.',
    'Headline\n\nNorway joined on 12 November 2018\nand Chad later.',
    'Headline\n\n11.12.2018\n\nText goes here.',
    'Headline\n\nA day by day list of what came after the launch of the Call of Lund.\n\n12 November 2018\n\nThe launch.\n\n15 November 2018\n\nThe rest.',
    'Headline\n\n12 November 2018\nThe launch.\n\n15 November 2018\nThe rest.',
  ])('stay undated without one, and lose no line: %j', async (raw) => {
    const article = await readOne('a.txt', raw);
    expect(article.published).toBeNull();
    for (const line of raw.split('\n').slice(1)) expect(article.text).toContain(line);
  });

  it('take the dateline of a news agency and keep its sentence', async () => {
    const line = 'LUND, Nov. 12, 2018 (NNA) — Twelve states supported the Call.';
    expect(await readOne('a.txt', `Headline\n\n${line}`)).toMatchObject({
      published: '2018-11-12',
      text: line,
    });
  });

  it('take the day of a statement from its headline, and the day of an address', async () => {
    const stated = 'Statement by the minister on the Call of Lund (4 June 2019)';
    const text = 'Norway supports the Call.';
    expect((await readOne('a.txt', `${stated}\n\n${text}`)).published).toBe('2019-06-04');
    const opened = 'Norway and the Call of Lund (4 June 2019)';
    expect((await readOne('a.txt', `${opened}\n\n${text}`)).published).toBeNull();
    const url = 'title: A\nurl: https://news.example/2019/06/04/norway-joins';
    expect((await readOne('a.md', front(url))).published).toBe('2019-06-04');
  });

  it('take the headline below the name of a section or a site', async () => {
    for (const above of ['News|', 'lund.example', 'World News']) {
      const article = await readOne('a.txt', `${above}\n\nNorway joins Call\n\nText goes here.`);
      expect(article.title).toBe('Norway joins Call');
    }
  });

  it('tell when they were updated', async () => {
    const article = await readOne(
      'a.txt',
      'Headline\nPublished: 3 May 2019\nLast updated: 7 May 2019\n\nText goes here.',
    );
    expect(article).toMatchObject({
      published: '2019-05-03',
      updated: '2019-05-07',
      text: 'Text goes here.',
    });
  });

  it('keep a first line that is a sentence, with a short form as title', async () => {
    const sentence = `The Call of Lund asks ${'very '.repeat(40)}much of its supporters.`;
    const article = await readOne('a.txt', `${sentence}\n\nMore text.`);
    expect(article.text).toBe(`${sentence}\n\nMore text.`);
    expect(article.title).toMatch(/^The Call of Lund asks very .*…$/);
    expect(article.title.length).toBeLessThanOrEqual(161);
  });

  it('lose the margins that a typewriter set, and keep lists', async () => {
    const raw =
      'Headline\n\nThe Call of Lund asks its supporters to keep the public core of\nthe internet out of harm, and most of the well-\nknown operators agreed to it at once in Lund. It is a voluntary\nagreement.\n\n- one\n- two';
    expect((await readOne('a.txt', raw)).text).toBe(
      'The Call of Lund asks its supporters to keep the public core of the internet out of harm, and most of the well-\nknown operators agreed to it at once in Lund. It is a voluntary agreement.\n\n- one\n- two',
    );
  });
});

describe('a folder of snapshots inside the corpus', () => {
  it('is not the corpus itself, by whatever path or link', async () => {
    const folder = await corpusFolder({ 'launch.md': 'Norway supported the Call.' });
    const elsewhere = await corpusFolder({});
    await symlink(folder, join(elsewhere, 'link'));
    const ways = [folder, `${folder}/.`, relative('.', folder), join(elsewhere, 'link')];
    for (const except of ways) {
      await expect(createFileCorpus({ folder, except }).read()).rejects.toMatchObject({
        code: 'bad-config',
        message: expect.stringMatching(
          /^ACCORD_DATA \(.+\) has to be another folder than ACCORD_CORPUS/,
        ),
      });
    }
    const around = createFileCorpus({ folder, except: join(folder, '..') });
    expect((await around.read()).articles).toHaveLength(1);
  });

  it('is no part of it', async () => {
    const folder = await corpusFolder({
      'launch.md': 'Norway supported the Call.',
      'data/snapshots/1/lexical.txt': 'Norway supported nothing.',
      'database/notes.md': 'Japan supported the Call.',
    });
    const corpus = createFileCorpus({ folder, except: join(folder, 'data') });
    const { articles, failed } = await corpus.read();
    expect(articles.map(({ path }) => path)).toEqual(['database/notes.md', 'launch.md']);
    expect(failed).toEqual([]);
  });
});
