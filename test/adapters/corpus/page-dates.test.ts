import { describe, expect, it } from 'vitest';
import { readOne } from './corpus-folder.js';

const text =
  '<p>Norway supported the Call of Lund in the town hall, and the minister said that companies had to be heard too.</p>';

function page(head: string, body: string): string {
  return `<!doctype html><html><head><title>Norway joins</title>${head}</head><body>${body}</body></html>`;
}

function linked(...objects: readonly object[]): string {
  return `<script type="application/ld+json">${JSON.stringify(objects)}</script>`;
}

const published = async (head: string, body: string) =>
  (await readOne('a.html', page(head, body))).published;

describe('the date of a page', () => {
  it.each([
    ['the site', { '@type': 'WebSite', datePublished: '2010-01-01' }],
    ['the page', { '@type': 'WebPage', datePublished: '2010-01-01' }],
    ['a video', { '@type': 'VideoObject', datePublished: '2010-01-01' }],
    ['a comment', { '@type': ['Comment'], datePublished: '2022-01-01' }],
  ])('is that of the article, not of %s in its linked data', async (_name, other) => {
    const article = { '@type': 'NewsArticle', headline: 'H', datePublished: '2019-06-04' };
    expect(await published(linked(other, article), text)).toBe('2019-06-04');
    expect(await published(linked({ '@type': 'WebPage', mainEntity: article }), text)).toBe(
      '2019-06-04',
    );
  });

  it('is not that of a video alone, but of the page where it names no article', async () => {
    const video = { '@type': 'VideoObject', datePublished: '2010-01-01' };
    expect(await published(linked(video), text)).toBeNull();
    expect(await published(linked(video, { datePublished: '2019-06-04' }), text)).toBe(
      '2019-06-04',
    );
  });

  it.each([
    ['alone above the text', '<time datetime="2019-06-04">4 June</time>', ''],
    ['after a name', '<div>By Ada Berg | <time datetime="2019-06-04">4 June</time></div>', ''],
    ['after a section', '<div>Politics <time datetime="2019-06-04">4 June</time></div>', ''],
    [
      'published, then updated',
      '<div>Published <time datetime="2019-06-04">4 June</time>, updated <time datetime="2019-06-09">9 June</time></div>',
      '',
    ],
    [
      'labelled below the text',
      '',
      '<div>Posted on <time datetime="2019-06-04">4 June</time></div>',
    ],
    [
      'marked below the text',
      '',
      '<footer><time class="entry-date" datetime="2019-06-04">x</time></footer>',
    ],
    [
      'the one nearest to the text',
      '<div><time datetime="2026-01-02">Friday</time></div><h1>H</h1><div><time datetime="2019-06-04">4 June</time></div>',
      '',
    ],
  ])('is a time that is %s', async (_name, above, below) => {
    expect(await published('', `<article>${above}${text}${below}</article>`)).toBe('2019-06-04');
  });

  it.each([
    [
      'in a sentence',
      '<p>The review is on <time datetime="2030-06-01">1 June 2030</time> in Lund.</p>',
    ],
    ['below the text', `${text}<div><time datetime="2030-06-01">1 June</time></div>`],
    [
      'of a comment',
      `<div class="comments"><b>Ada</b> <time datetime="2030-06-01">1 June</time></div>`,
    ],
    ['in an aside', '<aside><time datetime="2030-06-01">1 June</time></aside>'],
    ['in a list of others', '<ul><li>Old news <time datetime="2030-06-01">1 June</time></li></ul>'],
    [
      'of a span',
      '<div><time datetime="2030-06-01">1 June</time> – <time datetime="2030-06-03">3 June</time></div>',
    ],
    ['of a deadline', '<div>Deadline <time datetime="2030-06-01">1 June</time></div>'],
    ['of an update', '<div>Updated <time datetime="2030-06-01">1 June</time></div>'],
  ])('is no time %s', async (_name, body) => {
    expect(await published('', `<article>${body}${text}</article>`)).toBeNull();
  });
});

describe('a line with a date', () => {
  it.each(['Published on 4 June 2019 by Ada Berg', '4 June 2019 by Ada Berg and Bo Lind'])(
    'may name the author after it: %s',
    async (line) => {
      const article = await readOne('a.txt', `Norway joins\n\n${line}\n\nNorway supported it.`);
      expect(article).toMatchObject({ published: '2019-06-04', text: 'Norway supported it.' });
    },
  );

  it.each(['Updated 4 June 2019', 'Last Updated 4 June 2019', 'Politics Updated 4 June 2019'])(
    'that tells of an update is no date of publication: %s',
    async (line) => {
      const article = await readOne('a.txt', `Norway joins\n\n${line}\n\nNorway supported it.`);
      expect(article).toMatchObject({ published: null, updated: '2019-06-04' });
    },
  );

  it.each([
    'Published: 4 June 2019 | Updated: 9 June 2019',
    'Published 4 June 2019 Updated 9 June 2019',
    'Created 2019-06-04, last modified 2019-06-09',
    'Date: 4 June 2019 (updated 9 June 2019)',
  ])('may tell both dates: %s', async (line) => {
    const article = await readOne('a.txt', `Norway joins\n\n${line}\n\nNorway supported it.`);
    expect(article).toMatchObject({
      published: '2019-06-04',
      updated: '2019-06-09',
      text: 'Norway supported it.',
    });
  });

  it.each([
    'Event date: 4 June 2019',
    'Retrieved on 4 June 2019',
    'Accessed 4 June 2019',
    'Signed 4 June 2019',
    'Deadline 4 June 2019',
    'Act 4 June 2019',
    'Call of Lund 4 June 2019',
  ])('that says what else was on the day is no date of publication: %s', async (line) => {
    const article = await readOne('a.txt', `Norway joins\n\n${line}\n\nNorway supported it.`);
    expect(article).toMatchObject({ published: null, updated: null });
    expect(article.text).toContain(line);
  });

  it('may begin with sections of a site, and end with a time of day', async () => {
    const lines = ['News General Global 4 JUNE 2019', '4 June 2019, 10:30 CEST'];
    for (const line of lines) {
      const article = await readOne('a.txt', `Norway joins\n\n${line}\n\nNorway supported it.`);
      expect(article).toMatchObject({ published: '2019-06-04', text: 'Norway supported it.' });
    }
  });

  it('that goes on is a sentence', async () => {
    const line = 'On 4 June 2019 by a vote of twelve';
    const article = await readOne('a.txt', `Norway joins\n\n${line}\n\nNorway supported it.`);
    expect(article.published).toBeNull();
  });
});

/** A PDF of one line, whose facts say what made it and when. */
function printed(facts: string): string {
  const drawn =
    'BT /F1 12 Tf 72 700 Td (Norway supported the Call of Lund in the town hall.) Tj ET';
  return [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj',
    `4 0 obj <</Length ${drawn.length}>> stream\n${drawn}\nendstream endobj`,
    '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj',
    `6 0 obj <<${facts} /CreationDate (D:20190604100000Z)>> endobj`,
    'trailer <</Root 1 0 R /Info 6 0 R>>',
  ].join('\n');
}

describe('the date of a PDF', () => {
  it.each([
    ['/Producer (A Word Processor 7)', '2019-06-04'],
    ['/Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome/120) /Producer (Skia/PDF m120)', null],
    ['/Producer (macOS Version 14 Quartz PDFContext)', null],
    ['/Creator (wkhtmltopdf 0.12.6) /Producer (Qt 5.15)', null],
    ['/Creator (Mozilla Firefox 120.0) /Producer (cairo 1.17)', null],
  ])('made with %s is %s: not the day on which a page was printed', async (facts, day) => {
    const article = await readOne('a.pdf', printed(facts));
    expect(article).toMatchObject({
      published: day,
      text: 'Norway supported the Call of Lund in the town hall.',
    });
  });
});

describe('a page without the tags of its frame', () => {
  it.each([
    ['no head', '<html lang="fr"><title>Norway joins</title><body>TEXT</body></html>'],
    [
      'no body',
      '<!doctype html><html lang="fr"><head><title>Norway joins</title></head>TEXT</html>',
    ],
    [
      'nothing',
      '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Norway joins</title>TEXT',
    ],
  ])('is read: %s', async (_name, html) => {
    const article = await readOne('a.html', html.replace('TEXT', text));
    expect(article).toMatchObject({ title: 'Norway joins', language: 'fr' });
    expect(article.text).toMatch(/^Norway supported .* too\.$/);
  });

  it.each([
    ['<title></title>', '<h1>Norway joins</h1>', 'Norway joins'],
    ['', '<h1>Norway joins</h1>', 'Norway joins'],
    ['', '', 'Norway supported the Call of Lund in the town hall'],
  ])('and without a title has its first line as one: %s%s', async (head, heading, title) => {
    const html = `<html><head>${head}</head><body>${heading}${text}</body></html>`;
    const article = await readOne('a.html', html);
    expect(article.title).toContain(title);
    expect(article.text).toMatch(/^Norway supported .* too\.$/);
  });

  it('may be nothing but text', async () => {
    expect(await readOne('a.html', 'Norway supported the Call of Lund.')).toMatchObject({
      text: 'Norway supported the Call of Lund.',
    });
  });
});
