import { describe, expect, it } from 'vitest';
import { articleOf } from '../../fakes/corpus.js';
import { harbourCorpus } from '../../fakes/harbour.js';
import { productOf } from '../../fakes/product.js';

const said = (name: string) => `${name} told the council of the dredging of its basin.\n`;
const articles = ['Netherlands', 'Belgium', 'Denmark', 'Myanmar', 'Portugal'].map((name) =>
  articleOf(name.toLowerCase(), said(name), { title: 'Minutes', published: null }),
);
const states = [
  { id: 'NLD', name: 'Netherlands', aliases: ['Holland'] },
  { id: 'MMR', name: 'Myanmar', aliases: ['Burma'] },
].map((one) => ({ ...one, type: 'state' as const, country: null, note: null }));

describe('a name', () => {
  const opened = async () => {
    const { application } = productOf({
      ...harbourCorpus,
      articles,
      participants: [
        ...harbourCorpus.participants.filter(({ id }) => !states.some((one) => one.id === id)),
        ...states,
      ],
    });
    await application.ingest();
    return application;
  };
  const first = async (query: string) =>
    (await (await opened()).search(query, { limit: 1 }))[0]?.article;

  it.each([
    ['What did Holland tell of dredging?', 'harbour/netherlands.md'],
    ['What did the Dutch tell of dredging?', 'harbour/netherlands.md'],
    ['Burma and the dredging of a basin', 'harbour/myanmar.md'],
  ])('finds what is called otherwise: %s', async (query, path) => {
    expect(await first(query)).toBe(path);
  });

  it('is compared by meaning as the register has it, too', async () => {
    const application = await opened();
    const confident = async (name: string) =>
      (await application.ask(`What did ${name} tell the council of dredging?`)).confidence;
    // An unknown name is all that tells the two apart, were it not for the register's.
    expect(await confident('Holland')).toBeGreaterThan((await confident('Wherever')) * 2);
  });
});
