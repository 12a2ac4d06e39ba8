import { describe, expect, it } from 'vitest';
import { createLexicalIndexFactory } from '../../../src/adapters/bm25/lexical-index.js';
import {
  confidenceOf,
  type Evidence,
  evidenceOf,
} from '../../../src/use-cases/passages/confidence.js';
import type { Found } from '../../../src/use-cases/passages/retrieve.js';

function foundOf(index: number, text: string, cosine: number, words: number): Found {
  const passage = { index, article: `${index}.md`, start: 0, end: text.length, text };
  return {
    passage: { ...passage, context: '', heading: null, hash: `${index}` },
    score: 1 - index / 100,
    cosine,
    words,
  };
}

const texts = ['The harbour is dredged.', 'The lagoon has tides.', 'Ferries cross the delta.'];
const lexical = () =>
  createLexicalIndexFactory().build(texts.map((text, index) => ({ index, title: '', text })));

describe('evidence', () => {
  it('weighs what the best passage covers, and what the best three cover together', async () => {
    const found = texts.map((text, index) => foundOf(index, text, 0.5, 1));
    const evidence = evidenceOf(await lexical(), 'harbour lagoon', found);
    expect(evidence).toMatchObject({ coverage: 0.5, together: 1, cosine: 0.5, terms: 2 });
    expect(evidenceOf(await lexical(), 'zyzzyva', found)).toMatchObject({
      coverage: 0,
      together: 0,
    });
  });

  it('sees how words rank the passage that is nearest by meaning', async () => {
    const agreed = [foundOf(0, 'a', 0.9, 5), foundOf(1, 'b', 0.4, 3)];
    const second = [foundOf(0, 'a', 0.2, 5), foundOf(1, 'b', 0.4, 3)];
    const wordless = [foundOf(0, 'a', 0.2, 5), foundOf(1, 'b', 0.4, 0)];
    const agreement = async (found: readonly Found[]) =>
      evidenceOf(await lexical(), 'harbour', found).agreement;
    expect(await Promise.all([agreed, second, wordless, []].map(agreement))).toEqual([
      1, 0.5, 0, 0,
    ]);
  });
});

describe('confidence', () => {
  const middling: Evidence = {
    coverage: 0.5,
    together: 0.6,
    cosine: 0.4,
    agreement: 0.5,
    terms: 5,
  };

  it.each(['coverage', 'together', 'cosine', 'agreement'] as const)('rises with %s', (sign) => {
    expect(confidenceOf({ ...middling, [sign]: middling[sign] + 0.2 })).toBeGreaterThan(
      confidenceOf(middling),
    );
  });

  it('asks less of a long question, which no passage covers whole', () => {
    const long = { ...middling, coverage: 0.34, together: 0.5, cosine: 0.59 };
    expect(confidenceOf({ ...long, terms: 24 })).toBeGreaterThan(0.5);
    expect(
      confidenceOf({ coverage: 0.1, together: 0.17, cosine: 0.33, agreement: 0.07, terms: 26 }),
    ).toBeLessThan(0.5);
  });

  it('parts a short question that is answered from one that is not', () => {
    expect(
      confidenceOf({ coverage: 0.73, together: 0.83, cosine: 0.69, agreement: 0.9, terms: 4 }),
    ).toBeGreaterThan(0.8);
    expect(
      confidenceOf({ coverage: 0.35, together: 0.48, cosine: 0.33, agreement: 0.27, terms: 5 }),
    ).toBeLessThan(0.2);
  });
});
