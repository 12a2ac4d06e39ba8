import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createOpenAiEmbedder,
  type EmbedderSettings,
} from '../../../src/adapters/langchain/openai-embedder.js';
import { describeEmbedder } from '../../contracts/embedder.js';
import {
  cuts,
  embeds,
  type FakeOpenAi,
  malformed,
  refuses,
  type Script,
  showsPage,
  stalls,
  startFakeOpenAi,
} from '../../fakes/openai/index.js';
import { hasty, key, settingsFor } from './settings.js';

let server: FakeOpenAi;
beforeAll(async () => {
  server = await startFakeOpenAi();
});
afterAll(() => server.close());

function embedder(more: Partial<EmbedderSettings> = {}) {
  const patient = { timeoutMs: 10_000, silenceMs: 8000, retries: 2 };
  const plain = { model: 'text-embedding-3-small', dimensions: 64, patient };
  return createOpenAiEmbedder({ ...settingsFor(server), ...plain, ...more });
}

const patient = { timeoutMs: 30_000, silenceMs: 10_000, retries: 2 };
describeEmbedder('by an OpenAI-compatible server', () => embedder({ patient, maxTokens: 256 }));

describe('openai embedder', () => {
  it('is named by its model and dimensions, and tells none of its key', () => {
    expect(embedder()).toMatchObject({
      id: 'openai/text-embedding-3-small@64',
      dimensions: 64,
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(embedder({ dimensions: null }).id).toBe('openai/text-embedding-3-small@1536');
    expect(embedder({ dimensions: null, model: 'text-embedding-3-large' }).dimensions).toBe(3072);
    expect(() => embedder({ dimensions: null, model: 'nomic-embed-text' })).toThrow(
      /ACCORD_EMBEDDING_DIMENSIONS/,
    );
  });

  it('asks only models for dimensions that know them', async () => {
    server.script(embeds({ dimensions: 64 }), 'embeddings');
    await embedder().embedQuestion('x');
    await embedder({ model: 'nomic-embed-text' }).embedQuestion('x');
    const [first, second] = server.requests.slice(-2).map(({ body }) => body);
    expect(first).toMatchObject({ dimensions: 64, input: ['x'], encoding_format: 'float' });
    expect(second).not.toHaveProperty('dimensions');
  });

  it('sends batches that the API takes, and tells each', async () => {
    server.script(embeds(), 'embeddings');
    const before = server.requests.length;
    const told: number[] = [];
    const texts = Array.from({ length: 600 }, (_, at) => `text ${at}`);
    await embedder({ patient }).embedPassages(texts, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([256, 512, 600]);
    await embedder({ patient }).embedPassages(Array(60).fill('long '.repeat(1500)));
    const sizes = server.requests.slice(before).map(({ body }) => JSON.stringify(body['input']));
    expect(sizes).toHaveLength(6);
    for (const size of sizes) expect(size.length).toBeLessThan(210_000);
  });

  it('puts vectors in the order of their index', async () => {
    const texts = ['harbour', 'glacier', 'bread'];
    server.script(embeds(), 'embeddings');
    const straight = await embedder().embedPassages(texts);
    server.script(embeds({ shuffled: true }), 'embeddings');
    expect(await embedder().embedPassages(texts)).toEqual(straight);
  });

  it('gets over a limit and a failure', async () => {
    const limited = refuses(429, {}, { 'retry-after': '1' });
    server.script([limited, refuses(500), embeds()], 'embeddings');
    const started = performance.now();
    await embedder({ patient }).embedPassages(['x']);
    expect(performance.now() - started).toBeGreaterThan(1000);
  });

  it.each<[string, Script, string, RegExp]>([
    ['a wrong key', refuses(401, { message: key }), 'model-unavailable', /ACCORD_MODEL_KEY/],
    ['an unknown model', refuses(404), 'model-unavailable', /ACCORD_EMBEDDING_MODEL/],
    ['too many for an hour', refuses(429, {}, { 'retry-after': '3600' }), 'model-busy', /3600 s/],
    ['a failing server', refuses(500), 'model-unavailable', /failed with 500/],
    ['a page', showsPage(200), 'model-unavailable', /OpenAI-compatible/],
    ['malformed JSON', malformed, 'model-unavailable', /no answer/],
    ['silence', stalls(), 'model-slow', /said nothing/],
    ['a cut', cuts(), 'model-unavailable', /broke/],
    [
      'other dimensions',
      embeds({ dimensions: 63 }),
      'embedder-mismatch',
      /63 dimensions.+`accord ingest`/,
    ],
    ['too few vectors', embeds({ extra: -1 }), 'model-unavailable', /sent 1 vectors for 2 texts/],
    ['too many vectors', embeds({ extra: 1 }), 'model-unavailable', /sent 3 vectors for 2 texts/],
    ['no number', embeds({ first: null }), 'model-damaged', /no usable vector/],
  ])('fails plainly for %s', async (_, script, code, sentence) => {
    server.script(script, 'embeddings');
    const started = performance.now();
    const error: unknown = await embedder(code === 'model-slow' ? { patient: hasty } : {})
      .embedPassages(['one', 'two'])
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(String(error)).not.toContain(key);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('closes the connection when it is aborted', async () => {
    server.script(stalls(), 'embeddings');
    const controller = new AbortController();
    const reason = new Error('left');
    const running = embedder({ patient }).embedPassages(['x'], { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    await expect(running).rejects.toBe(reason);
    expect(await server.requests.at(-1)?.cut).toBe(true);
  });
});
