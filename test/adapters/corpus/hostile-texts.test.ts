import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/adapters/files/corpus/read-article.js';
import { readYaml } from '../../../src/adapters/files/corpus/yaml-lines.js';
import type { ArticleFormat } from '../../../src/domain/article.js';

function read(text: string, format: ArticleFormat = 'markdown') {
  return readArticle(Buffer.from(text), { path: 'hostile', format, accord: null });
}

const nested = (levels: number, step = '  ') =>
  Array.from({ length: levels }, (_, level) => `${step.repeat(level)}- item ${level}`).join('\n');

describe('text made to take time', () => {
  it.each([
    ['lists a thousand deep', nested(1_000)],
    ['lists a thousand deep on a line', `${'- '.repeat(1_000)}a`],
    ['quotes five thousand deep', `${'>'.repeat(5_000)} a`],
  ])('is left out by name: %s', async (_, text) => {
    expect(await read(text)).toEqual({ article: null, reasons: ['broken: nested too deeply'] });
  });

  it('is given up after a second or so, and the next text is read', async () => {
    // Each dot may begin an address, and is tried to the end.
    const { article, reasons } = await read(`${'a.'.repeat(60_000)}@`);
    expect(article).toBeNull();
    expect(reasons).toEqual([expect.stringMatching(/^broken: it takes more than \d+ ms to read$/)]);
    expect((await read('# Piers\n\nAll piers have lamps.\n')).article?.title).toBe('Piers');
  });

  it('is read when it is honest: lists twenty deep, a page of many paragraphs', async () => {
    expect((await read(`# Lists\n\n${nested(20)}`)).article?.text).toContain('item 19');
    const page = Array.from({ length: 2_000 }, (_, at) => `<p>Pier ${at} has lamps.</p>`).join('');
    const { article } = await read(`<html><body><article>${page}</article></body></html>`, 'html');
    expect(article?.text).toContain('Pier 1999');
  });
});

it('YAML nested beyond measure is refused, not thrown', () => {
  expect(readYaml('['.repeat(50_000))).toEqual({ ok: false, reason: expect.any(String) });
});
