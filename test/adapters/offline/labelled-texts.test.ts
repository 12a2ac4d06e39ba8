import { beforeAll, describe, expect, it } from 'vitest';
import { createOfflineExtractor } from '../../../src/adapters/offline/claim-extractor.js';
import type { ExtractionWorld } from '../../../src/adapters/offline/world.js';
import { labelled, type Score, scoreOf } from '../../fixtures/extraction/score.js';
import { shippedWorld } from '../../fixtures/extraction/world.js';

let world: ExtractionWorld;

async function score(file: string): Promise<Score> {
  return scoreOf(createOfflineExtractor(world), world, labelled(file));
}

function report({ misses }: Score): string {
  return misses.join('\n');
}

describe('claims from texts in the manner of news', () => {
  beforeAll(async () => {
    world = await shippedWorld();
  });

  it.each(['./development.jsonl', './held-out.jsonl'])('reads %s as labelled', async (file) => {
    const result = await score(file);
    expect(result.right / result.found, report(result)).toBeGreaterThanOrEqual(0.97);
    expect(result.right / result.expected, report(result)).toBeGreaterThanOrEqual(0.9);
    expect(result.dates.right / result.dates.expected, report(result)).toBeGreaterThanOrEqual(0.9);
    expect(result.counts.right, report(result)).toBeGreaterThanOrEqual(
      Math.ceil(result.counts.expected * 0.9),
    );
  });

  it('has enough texts, more than a quarter of them without any claim', () => {
    const texts = [...labelled('./development.jsonl'), ...labelled('./held-out.jsonl')];
    expect(texts.length).toBeGreaterThanOrEqual(200);
    const negatives = texts.filter((text) => text.claims.length === 0).length;
    expect(negatives / texts.length).toBeGreaterThan(0.25);
    expect(new Set(texts.map((text) => text.id)).size).toBe(texts.length);
  });

  it('counts a wrong claim against precision and a missing one against recall', async () => {
    const none = { id: 'none', extract: async () => ({ claims: [], counts: [] }) };
    const [first] = labelled('./development.jsonl');
    const result = await scoreOf(none, world, first ? [first] : []);
    expect(result).toMatchObject({ found: 0, right: 0, expected: 3 });
    expect(result.misses).toHaveLength(3);
  });
});
