import { Embeddings } from '@langchain/core/embeddings';
import { describe, expect, it } from 'vitest';
import { fromLangChain } from '../../../src/adapters/langchain/from-langchain.js';
import { toLangChain } from '../../../src/adapters/langchain/to-langchain.js';
import { describeEmbedder } from '../../contracts/embedder.js';
import { WordEmbeddings } from './word-embeddings.js';

const facts = { id: 'words', dimensions: 64, maxTokens: 256 };

describeEmbedder('from LangChain', () => fromLangChain(new WordEmbeddings(), facts));

describeEmbedder('from LangChain, there and back', () =>
  fromLangChain(toLangChain(fromLangChain(new WordEmbeddings(), facts)), facts),
);

describe('fromLangChain', () => {
  it('asks for as many texts at once as the facts say', async () => {
    const embeddings = new WordEmbeddings();
    const told: number[] = [];
    await fromLangChain(embeddings, { ...facts, batchSize: 2 }).embedPassages(
      ['a', 'b', 'c', 'd', 'e'],
      { onProgress: (done) => told.push(done) },
    );
    expect(embeddings.calls).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(told).toEqual([2, 4, 5]);
  });

  it('leaves nothing of a long text out and cuts between words', async () => {
    const embeddings = new WordEmbeddings();
    const text = 'Seven ports signed.\nOne did not 🎉🎉🎉🎉🎉🎉';
    const embedder = fromLangChain(embeddings, {
      ...facts,
      maxTokens: 8,
      countTokens: (part) => part.length,
    });
    await embedder.embedPassages([text]);
    const [parts = []] = embeddings.calls;
    expect(parts.join('')).toBe(text);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(8);
    expect(parts.slice(0, 4)).toEqual(['Seven', ' ports', ' signed.', '\nOne']);
    // Throws for half a character.
    for (const part of parts) expect(() => encodeURIComponent(part)).not.toThrow();
  });

  it('never counts too few tokens, whatever the script', () => {
    const embedder = fromLangChain(new WordEmbeddings(), facts);
    expect(embedder.countTokens('川の憲章')).toBeGreaterThanOrEqual(12);
  });

  it.each([
    ['other dimensions', [[1, 2, 3]], 'embedder-mismatch'],
    ['no vector', [], 'model-damaged'],
    ['no direction', [Array(64).fill(0)], 'model-damaged'],
    ['no number', [Array(64).fill(Number.NaN)], 'model-damaged'],
  ])('refuses %s', async (_, vectors, code) => {
    const embedder = fromLangChain(
      { embedDocuments: async () => vectors, embedQuery: async () => vectors[0] ?? [] },
      facts,
    );
    await expect(embedder.embedPassages(['x'])).rejects.toMatchObject({ code });
  });

  it('passes on what the model fails with', async () => {
    const failure = new Error('quota used up');
    const fail = () => Promise.reject(failure);
    const embedder = fromLangChain({ embedDocuments: fail, embedQuery: fail }, facts);
    await expect(embedder.embedPassages(['x'])).rejects.toBe(failure);
    await expect(embedder.embedQuestion('x')).rejects.toBe(failure);
  });
});

describe('toLangChain', () => {
  it('is what LangChain takes, with the same vectors', async () => {
    const embedder = fromLangChain(new WordEmbeddings(), facts);
    const embeddings = toLangChain(embedder);
    expect(embeddings).toBeInstanceOf(Embeddings);
    const [vector] = await embedder.embedPassages(['seven ports']);
    expect(await embeddings.embedDocuments(['seven ports'])).toEqual([Array.from(vector ?? [])]);
    expect(await embeddings.embedQuery('seven ports')).toEqual(Array.from(vector ?? []));
  });
});
