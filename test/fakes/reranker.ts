import { setTimeout as pause } from 'node:timers/promises';
import { AccordError } from '../../src/domain/errors.js';
import type { Reranker } from '../../src/ports/reranker.js';

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
const shared = (question: string, text: string): number => {
  const held = wordsOf(text);
  return [...wordsOf(question)].filter((word) => held.has(word)).length;
};

export interface FakeReranker extends Reranker {
  /** The texts of every request, in order. */
  readonly asked: readonly (readonly string[])[];
}

/** Counts words in common, or whatever `score` says; takes a turn of the event loop a hundred texts. */
export function fakeReranker(
  score: (question: string, text: string) => number = shared,
): FakeReranker {
  const asked: (readonly string[])[] = [];
  let closed = false;
  const assertOpen = () => {
    if (closed) throw new AccordError('cancelled', 'The reranker is closed.');
  };
  return {
    id: 'fake-words',
    asked,
    async rerank(question, texts, { signal } = {}) {
      assertOpen();
      signal?.throwIfAborted();
      asked.push(texts);
      const scores: number[] = [];
      for (const text of texts) {
        scores.push(score(question, text));
        if (scores.length % 100 > 0) continue;
        await pause(1);
        assertOpen();
        signal?.throwIfAborted();
      }
      return scores;
    },
    async close() {
      closed = true;
    },
  };
}
