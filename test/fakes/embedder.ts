import { setImmediate as nextTurn } from 'node:timers/promises';
import { AccordError } from '../../src/domain/errors.js';
import type { Embedder } from '../../src/ports/embedder.js';

const dimensions = 128;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function placeOf(word: string): number {
  let hash = 2_166_136_261;
  for (const letter of word.slice(0, 5)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  }
  return (hash >>> 0) % (dimensions - 1);
}

const common = new Set(
  'a an and are ask asks by does for in is it of on the to was what where which who'.split(' '),
);

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  // Every text shares a little, so that none is at right angles to all others.
  vector[dimensions - 1] = 0.1;
  for (const word of wordsOf(text)) {
    const place = placeOf(word);
    if (!common.has(word)) vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export interface FakeEmbedder extends Embedder {
  /** Every text that `embedPassages` was asked for, in order, without urgent ones. */
  readonly asked: readonly string[];
}

/** Texts that share beginnings of words have near vectors. Takes a turn of the event loop a text. */
export function fakeEmbedder(
  overrides: Partial<Pick<Embedder, 'id' | 'checksum'>> = {},
): FakeEmbedder {
  const asked: string[] = [];
  let closed = false;
  const assertOpen = () => {
    if (closed) throw new AccordError('cancelled', 'The embedder is closed.');
  };
  return {
    id: 'fake-words',
    checksum: 'fake-words-1',
    dimensions,
    maxTokens: 256,
    asked,
    ...overrides,
    countTokens: (text) => wordsOf(text).length + 2,
    async embedPassages(texts, { signal, onProgress, urgent } = {}) {
      assertOpen();
      signal?.throwIfAborted();
      if (urgent !== true) asked.push(...texts);
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        await nextTurn();
        assertOpen();
        signal?.throwIfAborted();
        vectors.push(vectorOf(text));
        onProgress?.(vectors.length);
      }
      return vectors;
    },
    async embedQuestion(text) {
      assertOpen();
      return vectorOf(text);
    },
    async close() {
      closed = true;
    },
  };
}
