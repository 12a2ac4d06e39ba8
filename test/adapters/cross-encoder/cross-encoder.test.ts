import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createCrossEncoder } from '../../../src/adapters/cross-encoder/cross-encoder.js';
import type { Reranker } from '../../../src/ports/reranker.js';
import { describeReranker } from '../../contracts/reranker.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { fakeReranker } from '../../fakes/reranker.js';
import { writeTinyModel } from './tiny-model.js';

const folder = () => writeTinyModel(join(temporaryFolder(), 'tiny'));

const kept = mkdtempSync(join(tmpdir(), 'accord-reranker-'));
afterAll(() => rmSync(kept, { recursive: true, force: true }));

describeReranker('fake', fakeReranker);
describeReranker('cross-encoder', () =>
  createCrossEncoder({ folder: writeTinyModel(join(kept, 'one')) }),
);
describeReranker('cross-encoder of two logits', () =>
  createCrossEncoder({ folder: writeTinyModel(join(kept, 'two'), { logits: 2 }), maxTokens: 64 }),
);

describe('a model folder', () => {
  const opened: Reranker[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  const asked = async (prepare: (folder: string) => void) => {
    const place = folder();
    prepare(place);
    const reranker = createCrossEncoder({ folder: place });
    opened.push(reranker);
    return reranker.rerank('Which ports?', ['All ports.']);
  };

  it('names the model', () => {
    expect(createCrossEncoder({ folder: '/somewhere/ms-marco' }).id).toBe('cross-encoder-ms-marco');
  });

  it('gives the logit itself, or the lead of the second', async () => {
    const [score] = await asked(() => {});
    // "all ports . [SEP]" has 4 tokens, one of which the question shares.
    expect(score).toBeCloseTo(1 / 2, 5);
    const [led] = await asked((place) => writeTinyModel(place, { logits: 2 }));
    expect(led).toBeCloseTo(1 / 2 - 1, 5);
  });

  it.each(['model.onnx', 'tokenizer.json'])('without %s names the missing file', async (name) => {
    const failed = asked((place) => rmSync(join(place, name)));
    await expect(failed).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringMatching(new RegExp(`${name} is missing\\. Put `)),
    });
  });

  it.each([
    ['model.onnx', /model\.onnx cannot be opened .*BERT-style cross-encoder/],
    ['tokenizer.json', /tokenizer\.json cannot be read .*Export it again/],
  ])('with a damaged %s says so', async (name, message) => {
    const failed = asked((place) => writeFileSync(join(place, name), 'nonsense'));
    await expect(failed).rejects.toMatchObject({
      code: 'model-damaged',
      message: expect.stringMatching(message),
    });
  });

  it('of another kind of model says what it asks for or gives', async () => {
    const strange = asked((place) => writeTinyModel(place, { types: 'pixel_values' }));
    await expect(strange).rejects.toThrow(/asks for the input "pixel_values"/);
    const three = asked((place) => writeTinyModel(place, { logits: 3 }));
    await expect(three).rejects.toThrow(/gives 3 numbers a pair/);
  });
});
