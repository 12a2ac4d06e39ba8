import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { accord, buildFirst } from '../command.js';
import { writeSmallCorpus } from '../small-corpus.js';
import { askWith, deadlineSeconds, key, offline } from './asking.js';

const patience = 120_000;
const honest =
  'The Harbour Light Pledge asks every port to shield its lamps so that migrating birds are not led astray at night [1].';
let folder = '';
let server: FakeOpenAi;

beforeAll(async () => {
  buildFirst();
  folder = mkdtempSync(join(tmpdir(), 'accord-model-'));
  writeSmallCorpus(join(folder, 'corpus'));
  server = await startFakeOpenAi({ key });
  const made = await accord(['ingest', '--corpus', 'corpus', '--data', 'data'], folder);
  expect(made.exitCode).toBe(0);
}, patience);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('with a model', { timeout: patience }, () => {
  it('the answer is in its words, with the sources of the articles', async () => {
    server.script(says(honest, { pauseMs: 5 }));
    const { answer, all } = await askWith(folder, server.url);
    expect(answer.text).toBe(honest.replace(' [1].', '. [1]'));
    expect(answer.writing).toEqual({
      by: expect.stringContaining('fake/'),
      leftOut: 0,
      setback: null,
    });
    expect(answer.citations[0]).toMatchObject({
      url: 'https://example.org/news/opens',
      article: 'harbour-light-pledge/launch day.md',
    });
    expect(all).not.toContain(key);
  });

  it('nothing is asked of it at the start, nor by questions of the register', async () => {
    const before = server.requests.length;
    const words = ['ask', 'Has Belgium signed the Harbour Light Pledge?', '--json'];
    const { exitCode, output } = await accord(
      [...words, '--corpus', 'corpus', '--data', 'data'],
      folder,
      { environment: { ACCORD_MODEL: 'fake', ACCORD_MODEL_URL: server.url } },
    );
    expect([exitCode, JSON.parse(output).verdict]).toEqual([0, 'yes']);
    expect(server.requests.length).toBe(before);
  });

  it('a wait that the server asks for is kept where it fits', async () => {
    server.script([refuses(429, {}, { 'retry-after': '1' }), says(honest)]);
    const { answer } = await askWith(folder, server.url, { ACCORD_MODEL_SECONDS: '10' });
    expect(answer.writing).toMatchObject({ setback: null });
    expect(answer.elapsedMs).toBeGreaterThan(900);
  });
});

describe('where the model fails', { timeout: patience }, () => {
  const failures: readonly (readonly [string, Script, string])[] = [
    ['never answers', stalls(), 'slow'],
    ['stops in the middle', stalls('The Harbour Light '), 'slow'],
    ['rambles without end', rambles, 'unsupported'],
    ['cuts the connection', cuts(), 'unavailable'],
    ['cuts the connection in the middle', cuts('The Harbour Light '), 'unavailable'],
    ['breaks off', breaksOff('The Harbour Light '), 'unavailable'],
    ['refuses the key', refuses(401), 'unavailable'],
    ['forbids the model', refuses(403), 'unavailable'],
    ['lacks the model', refuses(404), 'unavailable'],
    ['is over its quota', refuses(429, {}, { 'retry-after': '40' }), 'busy'],
    ['is over its quota without a word on when', refuses(429), 'busy'],
    ['fails', refuses(500), 'unavailable'],
    ['runs out of memory', failsAfter('The ', { message: 'out of memory' }), 'unavailable'],
    ['is behind a proxy that fails', showsPage(502), 'unavailable'],
    ['answers malformed JSON', malformed, 'unavailable'],
    ['chooses nothing', choosesNothing, 'unavailable'],
    ['calls a tool that nobody gave', calls('rm', '{"path":'), 'unavailable'],
    ['filters its answer', says('The Harbour', { finish: 'content_filter' }), 'filtered'],
    ['lies', says('Belgium left the Harbour Light Pledge in 2022 [1].'), 'unsupported'],
  ];
  const sentences: Readonly<Record<string, string>> = {
    slow: 'the language model did not answer in time',
    busy: 'the language model has too much to do',
    unavailable: 'the language model cannot be reached',
    filtered: "the language model's server held its answer back",
    unsupported: 'the sources do not bear out what the language model wrote',
  };

  it.each(failures)('it %s: the sources answer in time, and a line says why', async (...row) => {
    const [, script, setback] = row;
    server.script(script);
    const { answer, ended, all } = await askWith(folder, server.url);
    expect(answer.text).toMatch(offline);
    expect(answer.text).toContain(`(Sentences of the sources: ${sentences[setback]}.)`);
    expect(answer.writing).toMatchObject({ by: null, setback });
    expect(answer.citations.length).toBeGreaterThan(0);
    // The rest is the embedding model, cold, on a machine that may be busy.
    expect(answer.elapsedMs).toBeLessThan(deadlineSeconds * 1000 + 10_000);
    expect(all).not.toContain(key);
    if (!['filtered', 'unsupported'].includes(setback)) expect(ended.errorOutput).toMatch(/\w/);
  });

  it('nothing listens: neither key nor credentials are in what is written', async () => {
    const closed = await startFakeOpenAi();
    await closed.close();
    const url = `http://keeper:tide-9081@127.0.0.1:${closed.port}/v1?token=ebb-7777`;
    const { answer, all } = await askWith(folder, url, { ACCORD_LOG_LEVEL: 'debug' });
    expect(answer.text).toMatch(offline);
    expect(answer.writing).toMatchObject({ by: null, setback: 'unavailable' });
    for (const secret of [key, 'tide-9081', 'ebb-7777']) expect(all).not.toContain(secret);
  });
});
