import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatSettings } from '../../../src/adapters/langchain/chat-model.js';
import { createOpenAiAnswerer } from '../../../src/adapters/langchain/openai-answerer.js';
import { AccordError } from '../../../src/domain/errors.js';
import { request } from '../../contracts/answerer.js';
import {
  breaksOff,
  calls,
  choosesNothing,
  cuts,
  type FakeOpenAi,
  failsAfter,
  malformed,
  rambles,
  refuses,
  type Script,
  says,
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

const never = new AbortController().signal;

async function asked(script: Script, more: Partial<ChatSettings> = {}) {
  server.script(script);
  const before = server.requests.length;
  const started = performance.now();
  const answerer = createOpenAiAnswerer(settingsFor(server, more));
  const outcome: unknown = await answerer
    .write(request, { signal: never, onText: () => undefined })
    .catch((error: unknown) => error);
  return {
    outcome,
    elapsed: performance.now() - started,
    requests: server.requests.slice(before),
  };
}

async function failed(script: Script, more: Partial<ChatSettings> = {}) {
  const { outcome, ...rest } = await asked(script, more);
  if (!(outcome instanceof AccordError)) throw new Error('it did not fail', { cause: outcome });
  return { error: outcome, ...rest };
}

const answer = says('Ports report spills [1].');
const echo = `Incorrect API key provided: ${key}. See https://evil.example/${key}`;

describe('each way to fail', () => {
  it.each<[string, Script, string, RegExp, number, number]>([
    [
      'a wrong key',
      refuses(401, { message: echo }),
      'model-unavailable',
      /ACCORD_MODEL_KEY/,
      1,
      4000,
    ],
    ['a forbidden model', refuses(403), 'model-unavailable', /ACCORD_MODEL_KEY/, 1, 4000],
    [
      'an unknown model',
      refuses(404, { message: 'no such model' }),
      'model-unavailable',
      /Correct ACCORD_MODEL or ACCORD_MODEL_URL\. It says: "no such model"/,
      1,
      4000,
    ],
    [
      'another refusal',
      refuses(400, { message: echo }),
      'model-unavailable',
      /refused the request with 400/,
      1,
      4000,
    ],
    ['too many requests', refuses(429), 'model-busy', /Ask again in a minute/, 3, 4000],
    [
      'too many for an hour',
      refuses(429, {}, { 'retry-after': '3600' }),
      'model-busy',
      /Ask again in 3600 s/,
      1,
      4000,
    ],
    [
      'a quota used up',
      refuses(429, { code: 'insufficient_quota' }),
      'model-unavailable',
      /quota/,
      1,
      4000,
    ],
    ['a failing server', refuses(500), 'model-unavailable', /failed with 500/, 3, 4000],
    ['an overloaded server', refuses(503), 'model-unavailable', /failed with 503/, 3, 4000],
    [
      'the page of a proxy',
      showsPage(502),
      'model-unavailable',
      /failed with 502\. Ask again later\.$/,
      3,
      4000,
    ],
    [
      'a page instead of an answer',
      showsPage(200),
      'model-unavailable',
      /OpenAI-compatible/,
      1,
      4000,
    ],
    ['malformed JSON', malformed, 'model-unavailable', /no answer/, 1, 4000],
    ['no choice', choosesNothing, 'model-unavailable', /broke off/, 1, 4000],
    ['an empty answer', says(''), 'model-unavailable', /answered nothing/, 1, 4000],
    [
      'a call of a tool that was not given',
      calls('shell', '{"rm": "-rf"}', { finish: 'stop' }),
      'model-unavailable',
      /answered nothing/,
      1,
      4000,
    ],
    ['silence', stalls(), 'model-slow', /said nothing for 0\.4 s/, 1, 4000],
    ['silence in the middle', stalls('Ports'), 'model-slow', /said nothing for 0\.4 s/, 1, 4000],
    [
      'a slow answer',
      says('a '.repeat(90), { pauseMs: 50 }),
      'model-slow',
      /no whole answer after 1\.5 s/,
      1,
      4000,
    ],
    ['a cut before the answer', cuts(), 'model-unavailable', /connection to .+ broke/, 3, 4000],
    ['a cut in the middle', cuts('Ports'), 'model-unavailable', /connection to .+ broke/, 1, 4000],
    ['an end in the middle', breaksOff('Ports'), 'model-unavailable', /broke off/, 1, 4000],
    [
      'an error in the middle',
      failsAfter('Ports', { message: 'out of memory' }),
      'model-unavailable',
      /out of memory/,
      1,
      4000,
    ],
  ])('%s', async (_, script, code, sentence, requests, milliseconds) => {
    const impatient =
      code !== 'model-slow' ? {} : sentence.source.includes('whole') ? { timeoutMs: 1500 } : hasty;
    const { error, elapsed, requests: made } = await failed(script, impatient);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
    expect(made).toHaveLength(requests);
    expect(elapsed).toBeLessThan(milliseconds);
    const told = `${error.message} ${JSON.stringify(error.facts)} ${error.stack} ${String(error.cause)}`;
    expect(told).not.toContain(key);
    expect(told).not.toMatch(/nginx nginx|evil\.example|<h1>/);
    expect(error.message.length).toBeLessThan(4000);
  });

  it('a server that is gone', async () => {
    const gone = await startFakeOpenAi();
    await gone.close();
    const { error, elapsed } = await failed(answer, { baseUrl: gone.url });
    expect(error).toMatchObject({ code: 'model-unavailable' });
    expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    expect(elapsed).toBeLessThan(4000);
  });

  it('tells no credentials of the address', async () => {
    const url = server.url.replace('http://', 'http://porter:s3cretpass@');
    const { error, requests } = await failed(refuses(404, { message: 'for s3cretpass' }), {
      baseUrl: `${url}?api-version=2024-10-21`,
      apiKey: null,
    });
    expect(JSON.stringify([error.message, error.facts])).not.toContain('s3cretpass');
    expect(requests[0]?.path).toBe('/v1/chat/completions?api-version=2024-10-21');
    expect(requests[0]?.headers.authorization).toBe(`Basic ${btoa('porter:s3cretpass')}`);
  });
});

describe('what it gets over', () => {
  it.each<[string, Script, number]>([
    [
      'too many requests, waiting as long as it is asked',
      [refuses(429, {}, { 'retry-after': '1' }), answer],
      1000,
    ],
    [
      'too many requests, to the millisecond',
      [refuses(429, {}, { 'retry-after-ms': '70' }), answer],
      70,
    ],
    ['two failures', [refuses(500), refuses(503), answer], 40],
    ['a cut before the answer', [cuts(), answer], 15],
    [
      'a server that knows no temperature',
      [refuses(400, { param: 'temperature', message: 'Unsupported value' }), answer],
      0,
    ],
    [
      'a server that tells no usage',
      [refuses(400, { message: 'unknown field stream_options' }), answer],
      0,
    ],
  ])('%s', async (_, script, atLeast) => {
    const { outcome, elapsed } = await asked(script);
    expect(outcome).toMatchObject({ text: 'Ports report spills [1].', finish: 'complete' });
    expect(elapsed).toBeGreaterThanOrEqual(atLeast);
    expect(elapsed).toBeLessThan(atLeast + 4000);
  });

  it('leaves out what the server refused from then on', async () => {
    server.script({
      by: ({ body }) => ('temperature' in body ? refuses(400, { param: 'temperature' }) : answer),
    });
    const answerer = createOpenAiAnswerer(settingsFor(server));
    await answerer.write(request, { signal: never });
    const before = server.requests.length;
    await answerer.write(request, { signal: never });
    expect(server.requests.length - before).toBe(1);
  });

  it.each<[string, Script, object]>([
    [
      'an answer that is cut at the limit',
      says('Ports report', { finish: 'length' }),
      { text: 'Ports report', finish: 'length' },
    ],
    [
      'an answer that was held back',
      says('Ports', { finish: 'content_filter' }),
      { finish: 'filtered' },
    ],
    [
      'a question that was held back',
      refuses(400, { code: 'content_filter' }),
      { text: '', finish: 'filtered' },
    ],
    [
      'an answer without usage',
      says('So [1].', { usage: null }),
      { usage: { inputTokens: null, outputTokens: null } },
    ],
    ['thoughts before the answer', says('<think> Hm. [2] </think> So [1].'), { text: 'So [1].' }],
    [
      'bytes one by one',
      says('Größe 日本 🎉 [1].', { bytesAtOnce: 1 }),
      { text: 'Größe 日本 🎉 [1].' },
    ],
  ])('%s', async (_, script, writing) => {
    expect((await asked(script)).outcome).toMatchObject(writing);
  });

  it('stops an answer without end', async () => {
    const { outcome, requests, elapsed } = await asked(rambles, { maxTokens: 100 });
    expect(outcome).toMatchObject({ finish: 'length' });
    expect(await requests[0]?.cut).toBe(true);
    expect(elapsed).toBeLessThan(4000);
  });
});

describe('leaving', () => {
  it.each<[string, Script]>([
    ['before the first word', stalls()],
    ['in the middle', stalls('Ports')],
    ['between attempts', refuses(429, {}, { 'retry-after': '1' })],
  ])('closes the connection at once: %s', async (_, script) => {
    server.script(script);
    const controller = new AbortController();
    const reason = new Error('left');
    const before = server.requests.length;
    const writing = createOpenAiAnswerer(settingsFor(server)).write(request, {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(reason), 150);
    const started = performance.now();
    await expect(writing).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(2000);
    const [made] = server.requests.slice(before);
    if (typeof script === 'function' && _ !== 'between attempts') {
      expect(await made?.cut).toBe(true);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests.length - before).toBe(1);
  });
});
