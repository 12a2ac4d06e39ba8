import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOpenAiAnswerer } from '../../../src/adapters/langchain/openai-answerer.js';
import { createOpenAiEmbedder } from '../../../src/adapters/langchain/openai-embedder.js';
import { request } from '../../contracts/answerer.js';
import { key, settingsFor } from './settings.js';

const require = createRequire(import.meta.url);
const said = 'Ports report oil spills within a day [1]. 港は報告する [1].';
const refusal = {
  error: { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' },
};
const choice = { message: { role: 'assistant', content: said }, finish_reason: 'stop' };
const embedding = [{ object: 'embedding', index: 0, embedding: [3, 0, 4] }];
const rule = (path: string, status: number, content: unknown) => ({
  path,
  match: '@',
  response: { status, content: JSON.stringify(content) },
});
const rules = [
  rule('/good/chat/completions', 200, { object: 'chat.completion', choices: [choice] }),
  rule('/refused/chat/completions', 401, refusal),
  rule('/good/embeddings', 200, { object: 'list', data: embedding }),
];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A server that others made and keep, so that not only our own says what the protocol is. */
describe('against mock-llm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-mock-llm-'));
  let server: ChildProcess;
  let origin = '';

  beforeAll(async () => {
    const port = await freePort();
    const config = join(folder, 'mock-llm.yaml');
    // JSON is YAML.
    writeFileSync(
      config,
      JSON.stringify({ streaming: { chunkSize: 5, chunkIntervalMs: 1 }, rules }),
    );
    const entry = require.resolve('@dwmkerr/mock-llm/dist/main.js');
    const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port) };
    server = spawn(process.execPath, [entry, '--config', config], { env, stdio: 'ignore' });
    origin = `http://127.0.0.1:${port}`;
    await vi.waitFor(() => fetch(`${origin}/health`), { timeout: 30_000 });
  });
  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const never = new AbortController().signal;

  it('an answer comes in pieces, and whole', async () => {
    const told: string[] = [];
    const answerer = createOpenAiAnswerer(settingsFor({ url: `${origin}/good` }));
    const writing = await answerer.write(request, {
      signal: never,
      onText: (text) => told.push(text),
    });
    expect(writing).toMatchObject({ text: said, finish: 'complete' });
    // It counts no tokens in a stream, as some servers do not.
    expect(writing.usage.outputTokens).toBeNull();
    expect(told.length).toBeGreaterThan(2);
  });

  it('a refused key is told without the key', async () => {
    const answerer = createOpenAiAnswerer(settingsFor({ url: `${origin}/refused` }));
    const refused = await answerer.write(request, { signal: never }).catch((error) => error);
    expect(refused).toMatchObject({ name: 'AccordError', code: 'model-unavailable' });
    expect(String(refused.message)).not.toContain(key);
  });

  it('a vector is made a direction', async () => {
    const settings = { ...settingsFor({ url: `${origin}/good` }), model: 'mock', dimensions: 3 };
    const embedder = createOpenAiEmbedder(settings);
    const vector = await embedder.embedQuestion('What do ports report?');
    expect([...vector].map((value) => Math.round(value * 10) / 10)).toEqual([0.6, 0, 0.8]);
    await embedder.close();
  });
});
