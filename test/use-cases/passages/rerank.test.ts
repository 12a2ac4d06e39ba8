import { describe, expect, it } from 'vitest';
import { rerank } from '../../../src/use-cases/passages/rerank.js';
import { fakeReranker } from '../../fakes/reranker.js';

const ranked = Array.from({ length: 60 }, (_, index) => ({
  sum: 3 - index / 20,
  passage: {
    index,
    article: `${index}.md`,
    start: 0,
    end: 9,
    text: `text ${index}`,
    context: `title ${index}`,
    heading: null,
    hash: `${index}`,
  },
}));

describe('reranking', () => {
  it('reads the fifty best with their titles, and leaves the others as they are', async () => {
    const reranker = fakeReranker(() => 1);
    const order = await rerank(reranker, 'question', ranked);
    expect(reranker.asked).toHaveLength(1);
    expect(reranker.asked[0]).toHaveLength(50);
    expect(reranker.asked[0]?.[7]).toBe('title 7\ntext 7');
    expect(order.map((one) => one.passage.index)).toEqual(ranked.map((_, index) => index));
  });

  it('raises what the reranker prefers, and keeps sums falling', async () => {
    const reranker = fakeReranker((_, text) => (text.endsWith('text 40') ? 9 : 0));
    const order = await rerank(reranker, 'question', ranked);
    expect(order[0]?.passage.index).toBe(40);
    const sums = order.map((one) => one.sum);
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
  });

  it('weighs both rankings', async () => {
    const reranker = fakeReranker((_, text) => (/[89]$/.test(text) ? 1 : 0));
    const order = await rerank(reranker, 'question', ranked.slice(0, 10));
    expect(order.map((one) => one.passage.index)).toEqual([0, 8, 1, 9, 2, 3, 4, 5, 6, 7]);
  });
});
