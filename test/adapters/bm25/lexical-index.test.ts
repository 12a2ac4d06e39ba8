import { createHash } from 'node:crypto';
import { setInterval as every } from 'node:timers';
import { describe, expect, it } from 'vitest';
import { createLexicalIndexFactory } from '../../../src/adapters/bm25/lexical-index.js';
import { describeLexicalIndex } from '../../contracts/lexical-index.js';

describeLexicalIndex('bm25', createLexicalIndexFactory);

async function termsOf(text: string) {
  return (await createLexicalIndexFactory().build([])).terms(text);
}

describe('terms', () => {
  it.each([
    ["China's and the G-20's", ['china', 'g20']],
    ["They didn't, can't and won't sign", ['ca', 'wo', 'sign']],
    ['E.U., U.S.A. and U.N.-led', ['eu', 'usa', 'un', 'led']],
    ['1,191,000 or 1.5 by 2021-11-10', ['1191000', '1.5', '2021', '11', '10']],
    ['İstanbul, Straße, Łódź, Ærø', ['istanbul', 'strass', 'lodz', 'aero']],
    ['ＣＯＰ２６', ['cop26']],
    ['パリ協定', ['パ', 'パリ', 'リ', 'リ協', '協', '協定', '定']],
    ['AI規制', ['ai', '規', '規制', '制']],
    ['النَّصّ', ['النص']],
    ['The WHO told us', ['who', 'told']],
    ['WHO HAS NOT SIGNED YET', ['not', 'sign', 'yet']],
    ['multi-stakeholder', ['multi', 'stakehold']],
    ['👩‍👩‍👧 © —', []],
  ])('of %s', async (text, expected) => {
    expect(await termsOf(text)).toEqual(expected);
  });
});

const bm25 = (times: number, length: number, mean: number, holding: number, of = 3) =>
  Math.log(1 + (of - holding + 0.5) / (holding + 0.5)) *
  ((times * 1.9) / (times + 0.9 * (0.6 + (0.4 * length) / mean)));

it('scores by BM25 over title and text', async () => {
  const index = await createLexicalIndexFactory().build([
    { index: 0, title: 'pact', text: 'harbour harbour lagoon' },
    { index: 1, title: 'treaty', text: 'lagoon' },
    { index: 2, title: 'harbour', text: 'river estuary' },
  ]);
  const [first, second] = await index.search('harbour', 5);
  expect(first?.index).toBe(0);
  expect(first?.score).toBeCloseTo(bm25(2, 4, 3, 2), 10);
  expect(second?.index).toBe(2);
  expect(second?.score).toBeCloseTo(bm25(1, 3, 3, 2), 10);
  const [both] = await index.search('harbour river', 5);
  expect(both?.index).toBe(2);
  expect(both?.score).toBeCloseTo(bm25(1, 3, 3, 2) + bm25(1, 3, 3, 1), 10);
});

it('scores an article by all its passages, wherever they stand among the documents', async () => {
  const index = await createLexicalIndexFactory().build([
    { index: 0, title: '', text: 'harbour lagoon', article: 'a' },
    { index: 1, title: '', text: 'estuary delta', article: 'b' },
    { index: 2, title: '', text: 'river harbour', article: 'a' },
  ]);
  const [first, other, absent] = await index.scores('harbour river', [0, 1, 9]);
  expect(first?.words).toBeCloseTo(bm25(1, 2, 2, 2), 10);
  expect(first?.article).toBeCloseTo(bm25(2, 4, 3, 2) + bm25(1, 4, 3, 1), 10);
  expect(other).toEqual({ index: 1, words: 0, article: 0 });
  expect(absent).toEqual({ index: 9, words: 0, article: 0 });
});

it('keeps the best of many, the lower index first among equals', async () => {
  const documents = Array.from({ length: 500 }, (_, index) => ({
    index,
    title: '',
    text: index % 7 === 0 ? 'harbour river' : 'harbour lagoon',
  }));
  const index = await createLexicalIndexFactory().build(documents);
  const hits = (await index.search('harbour river', 80)).map((hit) => hit.index);
  const expected = documents
    .map((one) => one.index)
    .toSorted((a, b) => (a % 7 === 0 ? 0 : 1) - (b % 7 === 0 ? 0 : 1) || a - b);
  expect(hits).toEqual(expected.slice(0, 80));
});

it('reads a run of 60,000 letters as it does any word', async () => {
  const text = 'sing'.repeat(15_000);
  const index = await createLexicalIndexFactory().build([{ index: 0, title: '', text }]);
  expect(index.terms(text)).toEqual([text]);
  expect((await index.search(text, 1)).map((hit) => hit.index)).toEqual([0]);
});

it('refuses an index of other terms, naming both', async () => {
  const factory = createLexicalIndexFactory();
  const body = '[]\n{}';
  const checksum = createHash('sha256').update(body).digest('hex');
  await expect(factory.load(Buffer.from(`another-index-7 ${checksum}\n${body}`))).rejects.toThrow(
    `another-index-7, not ${factory.name}`,
  );
});

it('leaves the event loop free while it builds', async () => {
  const text = Array.from({ length: 200 }, (_, at) => `word${(at * 7919) % 4_001}`).join(' ');
  const documents = Array.from({ length: 1_500 }, (_, index) => ({ index, title: '', text }));
  let turns = 0;
  const timer = every(() => {
    turns += 1;
  }, 1);
  await createLexicalIndexFactory().build(documents);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});
