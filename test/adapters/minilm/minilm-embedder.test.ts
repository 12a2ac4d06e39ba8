import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMiniLmEmbedder } from '../../../src/adapters/minilm/minilm-embedder.js';
import type { Embedder } from '../../../src/ports/embedder.js';
import { describeEmbedder } from '../../contracts/embedder.js';
import { cosine } from './similarity.js';

const cacheFolder = mkdtempSync(join(tmpdir(), 'accord-model-'));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

describeEmbedder('minilm in int8', () => createMiniLmEmbedder({ cacheFolder }));
describeEmbedder('minilm in fp32 on one thread', () =>
  createMiniLmEmbedder({ cacheFolder, precision: 'fp32', threads: 1 }),
);

describe('createMiniLmEmbedder', () => {
  let embedder: Embedder;
  beforeAll(() => {
    embedder = createMiniLmEmbedder({ cacheFolder, threads: 1 });
  });
  afterAll(() => embedder.close());

  const passage = 'Seven ports signed the harbour pact in Oslo, and two did not. '.repeat(12);

  it('says which model it is', () => {
    const fine = createMiniLmEmbedder({ cacheFolder, precision: 'fp32' });
    expect([embedder.id, fine.id]).toEqual(['minilm-l6-v2-int8', 'minilm-l6-v2-fp32']);
    expect(embedder).toMatchObject({ dimensions: 384, maxTokens: 256 });
    expect(embedder.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(fine.checksum).not.toBe(embedder.checksum);
  });

  it('counts tokens as the model reads them', () => {
    expect(embedder.countTokens('')).toBe(2);
    expect(embedder.countTokens('Who signed?')).toBe(5);
    expect(embedder.countTokens('multistakeholder')).toBeGreaterThan(3);
    expect(embedder.countTokens('word '.repeat(100_000))).toBe(100_002);
  });

  it('reads a text of exactly one window as it is, and one more token in two parts', async () => {
    const half = 'port '.repeat(127);
    const [whole, parts, part] = await embedder.embedPassages([
      half.repeat(2),
      `${half.repeat(2)}port`,
      'port '.repeat(128),
    ]);
    if (!whole || !parts || !part) throw new Error('three vectors were asked for');
    expect(embedder.countTokens(half.repeat(2))).toBe(256);
    // 255 words are embedded as 128 and 127, which differ far less than 254 from either.
    expect(cosine(parts, part)).toBeGreaterThan(cosine(whole, part));
    expect(cosine(parts, part)).toBeGreaterThan(0.99);
  });

  it('weighs all parts of a long text alike, in any order', async () => {
    const ports = 'Seven ports signed the pact. '.repeat(42);
    const bakers = 'Bakers love their rye bread. '.repeat(42);
    const vectors = await embedder.embedPassages([ports + bakers, bakers + ports, ports, bakers]);
    const [one, other, first, second] = vectors;
    if (!one || !other || !first || !second) throw new Error('four vectors were asked for');
    expect(cosine(one, other)).toBeGreaterThan(0.97);
    expect(Math.abs(cosine(one, first) - cosine(one, second))).toBeLessThan(0.15);
  });

  it('answers a question before the passages that were there first', async () => {
    await embedder.embedQuestion('warm up');
    let done = 0;
    const queue = embedder.embedPassages(Array(40).fill(passage), {
      onProgress: (count) => {
        done = count;
      },
    });
    await embedder.embedQuestion('Who signed the harbour pact?');
    expect(done).toBeLessThanOrEqual(2);
    await embedder.embedPassages(['Who?', 'What?'], { urgent: true });
    expect(done).toBeLessThanOrEqual(6);
    await queue;
    expect(done).toBe(40);
  });

  it('leaves the event loop free while it works', async () => {
    await embedder.embedQuestion('warm up');
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 1);
    await embedder.embedPassages(Array(40).fill(passage));
    clearInterval(clock);
    // A blocked loop could not tick more than once or twice a passage.
    expect(ticks).toBeGreaterThan(40 * 4);
  });
});
