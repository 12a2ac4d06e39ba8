import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reranker } from '../../src/ports/reranker.js';

const question = 'Which ports report spills?';
const texts = [
  'Bakers bake bread every autumn.',
  'All ports report oil spills within a day.',
  'Ports are open.',
  'Türkiye と ports — “…” 🎉',
  '',
  `${'Bakers bake bread every autumn. '.repeat(200)}`,
];

/** What every reranker promises. `create` makes a fresh one each time; it reads common words. */
export function describeReranker(name: string, create: () => Reranker): void {
  describe(`reranker ${name}`, () => {
    let reranker: Reranker;
    beforeAll(() => {
      reranker = create();
    });
    afterAll(() => reranker.close());

    it('has a name', () => expect(reranker.id).toMatch(/^[\w.-]+$/));

    it('gives one finite score a text, and none for none', async () => {
      const scores = await reranker.rerank(question, texts);
      expect(scores).toHaveLength(texts.length);
      expect(scores.every(Number.isFinite)).toBe(true);
      expect(await reranker.rerank(question, [])).toEqual([]);
    });

    it('scores the text that answers highest, wherever it stands', async () => {
      for (const order of [texts, texts.toReversed()]) {
        const scores = await reranker.rerank(question, order);
        expect(order[scores.indexOf(Math.max(...scores))]).toBe(texts[1]);
      }
    });

    it('gives a text the same score whatever stands beside it', async () => {
      const all = await reranker.rerank(question, texts);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(texts.length - 1), { maxLength: 8 }), async (chosen) => {
          const some = chosen.map((at) => texts[at] ?? '');
          expect(await reranker.rerank(question, some)).toEqual(chosen.map((at) => all[at]));
        }),
        { numRuns: 10 },
      );
    });

    it('reads questions and texts far too long', async () => {
      const long = 'ports report spills '.repeat(2000);
      expect((await reranker.rerank(long, [long, ''])).every(Number.isFinite)).toBe(true);
    });

    it('answers several questions asked at once', async () => {
      const [spills, bread] = await Promise.all([
        reranker.rerank(question, texts.slice(0, 2)),
        reranker.rerank('Who bakes bread?', texts.slice(0, 2)),
      ]);
      expect(spills?.[1]).toBeGreaterThan(spills?.[0] ?? 0);
      expect(bread?.[0]).toBeGreaterThan(bread?.[1] ?? 0);
    });

    it('rejects with the reason when it is aborted before or meanwhile, and goes on', async () => {
      const reason = new Error('not needed any more');
      const before = reranker.rerank(question, texts, { signal: AbortSignal.abort(reason) });
      await expect(before).rejects.toBe(reason);
      const controller = new AbortController();
      const many = Array.from({ length: 2000 }, (_, at) => texts[at % texts.length] ?? '');
      const running = reranker.rerank(question, many, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 5);
      await expect(running).rejects.toBe(reason);
      expect(await reranker.rerank(question, texts)).toHaveLength(texts.length);
    });

    it('rejects what runs when it is closed, and everything afterwards', async () => {
      const closing = create();
      const running = closing.rerank(question, Array(2000).fill(texts[1]));
      const outcome = expect(running).rejects.toMatchObject({ code: 'cancelled' });
      await closing.close();
      await outcome;
      await closing.close();
      const after = closing.rerank(question, texts);
      await expect(after).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
}
