import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus-folder.js';

const text =
  'Japan supported the Call of Lund on 3 May 2021. It was among the first states to do so.';

describe('a sidecar', () => {
  it.each([
    ['a.txt', `An old headline\n\n${text}`],
    ['a.html', `<html><head><title>Old</title></head><body><p>${text}</p></body></html>`],
    ['a.md', `---\ntitle: Old\npublished: 2019\n---\n\n${text}`],
  ])('describes %s, before what the file says of itself', async (path, content) => {
    const { articles, failed } = await readCorpus({
      [path]: content,
      [`${path}.yaml`]:
        'title: Japan joins\nurl: https://example.org/japan\npublished: 2021-05-04\naccord: lund\n',
    });
    expect(failed).toEqual([]);
    expect(articles).toMatchObject([
      {
        path,
        title: 'Japan joins',
        url: 'https://example.org/japan',
        published: '2021-05-04',
        accord: 'lund',
      },
    ]);
    expect(articles[0]?.text).toContain('Japan supported');
  });

  it('costs itself only when something in it is wrong', async () => {
    const { articles, failed } = await readCorpus({
      'a.txt': text,
      'a.txt.yaml': 'title: Japan joins\npublished: soon\n',
      'b.txt': `${text} So said the minister.`,
      'b.txt.yaml': 'title: [',
    });
    expect(articles).toMatchObject([{ title: 'Japan joins', published: null }, { path: 'b.txt' }]);
    expect(failed.map(({ path }) => path)).toEqual(['a.txt', 'b.txt']);
    expect(failed[0]?.reason).toContain('a.txt.yaml: published: not a date');
    expect(failed[1]?.reason).toContain('b.txt.yaml: broken');
  });

  it('shows that a README is meant as an article', async () => {
    const files = { 'readme.txt': text, 'other.txt': `${text} And more.` };
    expect((await readCorpus(files)).articles).toHaveLength(1);
    const described = await readCorpus({ ...files, 'readme.txt.yaml': 'title: Japan\n' });
    expect(described.articles).toHaveLength(2);
  });
});
