import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileVectorCache } from '../../src/adapters/files/vector-cache/vector-cache.js';
import type { Embedder } from '../../src/ports/embedder.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';
import { articleOf } from '../fakes/corpus.js';
import { fakeEmbedder } from '../fakes/embedder.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';

const many = 400;
const corpus = {
  ...harbourCorpus,
  articles: Array.from({ length: many }, (_, number) =>
    articleOf(`pier-${number}`, `Pier ${number} has ${number * 7} lamps and a crane.\n`),
  ),
};

/** Fails once it has embedded so many texts, as a process does that is killed. */
function dyingAfter(texts: number): Embedder {
  const embedder = fakeEmbedder();
  let left = texts;
  return {
    ...embedder,
    embedPassages: (asked, options) => {
      left -= asked.length;
      return left < 0 ? Promise.reject(new Error('died')) : embedder.embedPassages(asked, options);
    },
  };
}

function dying(texts: number, folder = temporaryFolder()) {
  const vectorCache = createFileVectorCache({ folder });
  return productOf(corpus, { vectorCache, embedder: dyingAfter(texts) }, folder);
}

describe('an ingest after one that died', () => {
  it('embeds only what that one had not', async () => {
    const { application, folder } = dying(many * 0.99);
    await expect(application.ingest()).rejects.toThrow('died');
    const vectorCache = createFileVectorCache({ folder });
    const again = productOf(corpus, { vectorCache }, folder);
    const report = await again.application.ingest();
    expect(report.passages).toBe(many);
    expect(report.embedded).toBeLessThanOrEqual(many * 0.01 + 16);
    expect(again.embedder.asked).toHaveLength(report.embedded);
    const plain = productOf(corpus);
    await plain.application.ingest();
    for (const query of ['pier 399 lamps', 'crane', 'pier 0']) {
      expect(await again.application.search(query, { limit: 5 })).toEqual(
        await plain.application.search(query, { limit: 5 }),
      );
    }
  });

  it('leaves no cache behind once a snapshot has it all', async () => {
    const { application, folder } = dying(many);
    await application.ingest();
    expect(existsSync(join(folder, 'vectors.cache'))).toBe(false);
  });

  it('begins anew where the cache is of no use', async () => {
    const { application, folder } = dying(many / 2);
    await expect(application.ingest()).rejects.toThrow('died');
    writeFileSync(join(folder, 'vectors.cache'), Buffer.alloc(100_000));
    const again = dying(many, folder);
    expect((await again.application.ingest()).embedded).toBe(many);
  });
});
