import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus, readOne } from './corpus-folder.js';

const text = 'Überschrift\r\n\r\nÉlysée “signed” – naïve São Tomé.\r\nSecond line, €5.';
const expected = 'Élysée “signed” – naïve São Tomé.\nSecond line, €5.';

/** Windows-1252 bytes of a text; its marks above U+00FF are those used here. */
function windows1252(value: string): Uint8Array {
  const marks: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 };
  return Uint8Array.from(value, (character) => marks[character] ?? character.charCodeAt(0));
}

function bigEndian(value: string): Buffer {
  return Buffer.from(value, 'utf16le').swap16();
}

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE with a mark', bigEndian(`\uFEFF${text}`)],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE without a mark', bigEndian(text)],
    ['Windows-1252', windows1252(text)],
    ['decomposed letters', Buffer.from(text.normalize('NFD'))],
  ])('%s gives the same text', async (_name, bytes) => {
    expect(await readOne('a.txt', bytes)).toMatchObject({ title: 'Überschrift', text: expected });
  });

  it('reads Latin-1 with old line breaks', async () => {
    const bytes = Buffer.from('Überschrift\r\rÉlysée in Tomé.', 'latin1');
    expect((await readOne('a.txt', bytes)).text).toBe('Élysée in Tomé.');
  });

  it('reads Cyrillic in an old encoding', async () => {
    const letters =
      'Россия и Китай не поддержали Парижский призыв в ноябре две тысячи восемнадцатого года';
    const bytes = Uint8Array.from(letters, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
    expect((await readOne('a.txt', bytes)).text).toBe(letters);
  });

  it('reads front matter after a mark and with CRLF', async () => {
    const article = await readOne(
      'a.md',
      '\uFEFF---\r\ntitle: T\r\npublished: 2019-06-04\r\n---\r\n\r\nText.\r\n',
    );
    expect(article).toMatchObject({ title: 'T', published: '2019-06-04', text: 'Text.' });
  });

  it('believes what a page declares', async () => {
    const page =
      '<html><head><meta charset="iso-8859-2"><title>T</title></head><body><p>Łódź supports the Call.</p></body></html>';
    const bytes = Uint8Array.from(
      page,
      (character) => ({ Ł: 0xa3, ź: 0xbc })[character] ?? character.charCodeAt(0),
    );
    expect((await readOne('a.html', bytes)).text).toBe('Łódź supports the Call.'.replace('ó', 'ó'));
  });

  it('keeps UTF-8 with a wrong byte readable', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${text} ${'Élysée. '.repeat(20)}`),
      Buffer.from([0xe9]),
    ]);
    expect((await readOne('a.txt', bytes)).text).toContain('naïve São Tomé');
  });

  it('names what is no text', async () => {
    const noise = Uint8Array.from({ length: 400 }, (_, index) => ((index * 7) % 31) + 1);
    const { articles, failed } = await readCorpus({
      'a.md': Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex'),
      'b.txt': noise,
      'c.md': '%PDF-1.7 …',
    });
    expect(articles).toEqual([]);
    expect(failed).toEqual([
      { path: 'a.md', reason: 'not text: it has zero bytes' },
      { path: 'b.txt', reason: 'not text: it has control characters' },
      { path: 'c.md', reason: 'not text: it is a PDF; give it the extension .pdf' },
    ]);
  });

  it('takes whatever bytes there are, as an article or with a reason', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((content) => Buffer.from(content)),
      fc
        .array(
          fc.constantFrom(
            '---\n',
            'a: ',
            '[',
            '<b>',
            '# ',
            '\n',
            '&#0;',
            '- ',
            '|',
            'x',
            '%PDF-1.4\n',
          ),
        )
        .map((parts) => Buffer.from(parts.join(''))),
    );
    const extension = fc.constantFrom('md', 'txt', 'html', 'pdf');
    await fc.assert(
      fc.asyncProperty(bytes, extension, async (content, end) => {
        const { articles, failed } = await readCorpus({ [`a.${end}`]: content });
        expect(articles.length + failed.length).toBeGreaterThan(0);
        for (const article of articles) expect(article.text).toMatch(/[\p{L}\p{N}]/u);
        for (const { path, reason } of failed)
          expect(path === `a.${end}` && reason !== '').toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the text of an article that only says its headline twice', async () => {
    const { articles, failed } = await readCorpus({ 'a.txt': 'Demo Pledge: ---\nDemo pledge' });
    expect(failed).toEqual([]);
    expect(articles.map(({ text }) => text)).toEqual(['Demo Pledge: ---\nDemo pledge']);
  });
});
