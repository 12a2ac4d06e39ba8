import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { readCorpus, readOne } from './corpus-folder.js';

const fixtures = 'test/fixtures/corpus';

function page(
  head: string,
  body = '<p>Norway supported the Call of Lund on 4 June 2019.</p>',
): string {
  return `<!doctype html><html><head><title>Norway joins</title>${head}</head><body>${body}</body></html>`;
}

describe('web pages', () => {
  it('are read with the metadata of their head, without what surrounds the article', async () => {
    const article = await readOne('news.html', await readFile(`${fixtures}/news-page.html`));
    expect(article).toMatchObject({
      format: 'html',
      title: 'Norway supports the Call of Lund & its principles',
      url: 'https://fjord-herald.example/2019/06/norway-call-of-lund',
      published: '2019-06-04',
      updated: '2019-06-07',
      language: 'en-GB',
    });
    expect(article.text.split('\n')).toEqual([
      'Norway supported the Call of Lund on 4 June 2019, one day after the launch in the town hall of Lund, where twelve other states had supported it before.',
      '',
      '## What the minister said',
      '',
      'The minister of foreign affairs said that the Call of Lund asks its supporters to keep the public core of the internet out of harm, and that Norway had asked for this since the talks of 2017.',
      '',
      '- Nine principles are in the Call of Lund.',
      '- None of the nine principles is binding.',
      '',
      'State | Day',
      'Norway | 4 June 2019',
      '',
      'Companies from Norway had supported the Call of Lund before their government did, among them two operators of undersea cables and the national bank.',
    ]);
  });

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":"2019-06-04T10:00Z"}]}</script>',
      'H',
    ],
    ['a meta element', '<meta name="DC.date.issued" content="2019-06-04">', 'Norway joins'],
    ['an itemprop', '<meta itemprop="datePublished" content="June 4, 2019">', 'Norway joins'],
    [
      'broken JSON-LD beside it',
      '<script type="application/ld+json">{</script><meta name="date" content="20190604">',
      'Norway joins',
    ],
  ])('take the date from %s', async (_name, head, title) => {
    expect(await readOne('a.html', page(head))).toMatchObject({ published: '2019-06-04', title });
  });

  it('take the date from a time element, else from a date line, else none', async () => {
    const sentence =
      '<p>The launch was on 3 June 2019 in the town hall of Lund, with twelve states.</p>';
    const dated = [
      `<article><time datetime="2019-06-04T08:00">yesterday</time>${sentence}</article>`,
      `<p>Published: June 4, 2019</p>${sentence}`,
      sentence,
    ];
    const articles = await Promise.all(dated.map((body) => readOne('a.htm', page('', body))));
    expect(articles.map((article) => article.published)).toEqual([
      '2019-06-04',
      '2019-06-04',
      null,
    ]);
    for (const article of articles) expect(article.text).toContain('The launch was on 3 June 2019');
  });

  it('lose the name of the site from the title where the heading shows it', async () => {
    const html = page('', '<h1>Norway joins</h1><p>Norway supported the Call of Lund.</p>').replace(
      'joins<',
      'joins - Herald<',
    );
    expect(html).toContain('<title>Norway joins - Herald</title>');
    expect(await readOne('a.html', html)).toMatchObject({
      title: 'Norway joins',
      text: 'Norway supported the Call of Lund.',
    });
  });

  it('that have no text are named', async () => {
    const { articles, failed } = await readCorpus({ 'a.html': page('', '<img src="a.png">') });
    expect(articles).toEqual([]);
    expect(failed).toEqual([{ path: 'a.html', reason: 'empty: the page has no text of its own' }]);
  });
});

describe('PDF files', () => {
  it('are read in paragraphs, with title, headings and date of creation', async () => {
    const log = vi.spyOn(console, 'log');
    const article = await readOne('a.pdf', await readFile(`${fixtures}/call-of-lund.pdf`));
    expect(log).not.toHaveBeenCalled();
    expect(article).toMatchObject({
      format: 'pdf',
      title: 'The first supporters of the Call of Lund',
      published: '2019-06-05',
    });
    expect(article.text).toBe(
      [
        'Twelve states and forty companies supported the Call of Lund on 3 June 2019. The Call asks its supporters to keep the public core of the internet out of harm, and it names nine principles.',
        'Norway supported the Call of Lund on 4 June 2019, one day after the launch. The minister said that international cooperation on cybersecurity had to include companies and universities.',
        '## What comes next',
        'A first review of the Call of Lund is planned for the spring of 2020.',
      ].join('\n\n'),
    );
  });

  it('lose running heads and page numbers, and sentences go on over the page', async () => {
    const { text, title } = await readOne('a.pdf', await readFile(`${fixtures}/running-heads.pdf`));
    expect(text).not.toContain('Lund Review of Accords');
    expect(text).not.toMatch(/Page \d/);
    expect(text).toContain(
      'minister of Norway, which is long, and the text goes on over the page.',
    );
    expect(title).toMatch(/^Norway supported/);
  });

  it('that cannot be used are named with the reason', async () => {
    const whole = await readFile(`${fixtures}/call-of-lund.pdf`);
    const { articles, failed } = await readCorpus({
      'blank.pdf': await readFile(`${fixtures}/blank.pdf`),
      'cut.pdf': whole.subarray(0, 400),
      'locked.pdf': await readFile(`${fixtures}/locked.pdf`),
      'text.pdf': 'Only text.',
    });
    expect(articles).toEqual([]);
    expect(failed).toEqual([
      { path: 'blank.pdf', reason: 'empty: the PDF has no text layer, only pictures' },
      { path: 'cut.pdf', reason: expect.stringMatching(/^broken: damaged PDF \(/) },
      { path: 'locked.pdf', reason: 'broken: the PDF is encrypted; save it without a password' },
      { path: 'text.pdf', reason: expect.stringMatching(/^broken: damaged PDF \(/) },
    ]);
  });
});
