import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenAiAnswerer } from '../../../src/adapters/langchain/openai-answerer.js';
import { request } from '../../contracts/answerer.js';
import { type FakeOpenAi, says, startFakeOpenAi } from '../../fakes/openai/index.js';
import { settingsFor } from './settings.js';

const environment = {
  LANGSMITH_TRACING: 'true',
  LANGCHAIN_TRACING_V2: 'true',
  LANGSMITH_API_KEY: 'ls-key',
  LANGCHAIN_VERBOSE: 'true',
  OPENAI_API_KEY: 'sk-of-the-environment',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  OPENAI_ORGANIZATION: 'org-of-the-environment',
  OPENAI_ORG_ID: 'org-of-the-environment',
  OPENAI_PROJECT_ID: 'project-of-the-environment',
  OPENAI_LOG: 'debug',
};

let server: FakeOpenAi;
const asked: string[] = [];
const printed = vi.fn();

beforeEach(async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const fetchNow = globalThis.fetch;
  asked.length = 0;
  printed.mockClear();
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    asked.push(url);
    // Only loopback is let through.
    return url.includes('//127.0.0.1:') ? fetchNow(input, init) : Promise.reject(new Error(url));
  });
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(printed);
  }
  server = await startFakeOpenAi({ chat: says('So [1].') });
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const never = new AbortController().signal;

describe('an environment that asks for tracing and holds keys', () => {
  it.each([null, 'sk-configured-key'])('changes nothing: key %s', async (apiKey) => {
    const answerer = createOpenAiAnswerer(settingsFor(server, { apiKey }));
    expect(asked).toEqual([]);
    await answerer.write(request, { signal: never });
    // The tracer sends in the background.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toEqual([`${server.url}/chat/completions`]);
    const headers = server.requests[0]?.headers;
    expect(headers?.authorization).toBe(`Bearer ${apiKey ?? 'none'}`);
    expect(JSON.stringify(headers)).not.toContain('of-the-environment');
    expect(printed).not.toHaveBeenCalled();
  });

  it('is followed where tracing is asked for in the configuration', async () => {
    const answerer = createOpenAiAnswerer(settingsFor(server, { traced: true }));
    await answerer.write(request, { signal: never });
    await vi.waitFor(() => expect(asked.join()).toContain('smith.langchain.com'));
  });
});
