import { describe, expect, it } from 'vitest';
import { articleOf } from '../../fakes/corpus.js';
import { harbourCorpus } from '../../fakes/harbour.js';
import { productOf } from '../../fakes/product.js';

const dredging = 'The council told of dredging in the northern basin and of its cost.\n';
const articles = [
  articleOf('old', dredging, { title: 'Minutes', published: '2018-11-12' }),
  articleOf('new', dredging.replace('northern', 'Northern'), {
    title: 'Minutes',
    published: '2021-11-12',
  }),
  articleOf('survey', 'A survey of dredging in the eastern basin was cheap.\n', {
    title: 'Survey',
    published: '2019-05-02',
  }),
  articleOf('ferry', 'The ferry to the island was late on every day of the storm.\n', {
    title: 'Ferries',
  }),
  articleOf('tides', 'Engineers measured the tides of the lagoon with floating gauges.\n', {
    title: 'Tides',
  }),
  ...Array.from({ length: 12 }, (_, at) =>
    articleOf(`noise-${at}`, `Nothing of note happened in week ${at}, said the clerk.\n`, {
      title: `Week ${at}`,
    }),
  ),
];

describe('search', () => {
  const opened = async () => {
    const { application } = productOf({ ...harbourCorpus, articles });
    await application.ingest();
    return application;
  };
  const first = async (query: string, limit = 1) =>
    (await (await opened()).search(query, { limit })).map((hit) => hit.article);
  const pathOf = (at: number) => articles[at]?.path;

  it('prefers the article of the day or month that is asked for over better words', async () => {
    const words = 'What did the council tell of dredging in the northern basin and its cost';
    expect(await first(`${words} on 2 May 2019?`)).toEqual([pathOf(2)]);
    expect(await first(`${words} in November 2018?`)).toEqual([pathOf(0)]);
  });

  it('puts the later of two equal articles first', async () => {
    expect(await first('dredging of the northern basin')).toEqual([pathOf(1)]);
  });

  it('finds passages for both halves of a question', async () => {
    const found = await first(
      'Was the ferry to the island late in the storm, while engineers measured the tides of the lagoon?',
      2,
    );
    expect(found.toSorted()).toEqual([pathOf(3), pathOf(4)].toSorted());
  });

  it('leans on the title of the best article, where it has one', async () => {
    const mills = articleOf('mills', 'Mills were counted twice.\n', {
      title: 'Mills',
      published: null,
    });
    const titled = (title: string) =>
      articleOf('sluice', 'The sluice was opened for the eels.\n', { title, published: null });
    const second = async (title: string) => {
      const { application } = productOf({
        ...harbourCorpus,
        articles: [titled(title), mills, ...articles],
      });
      await application.ingest();
      const hits = await application.search('Who opened the sluice for the eels?', { limit: 20 });
      return hits.findIndex((hit) => hit.article === mills.path);
    };
    expect(await second('Mills')).toBeLessThan(await second('Eels'));
  });

  it('scores in falling order between 0 and 1', async () => {
    const scores = (await (await opened()).search('ferry', { limit: 10 })).map((hit) => hit.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(Math.max(...scores)).toBeLessThan(1);
  });
});
