import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLogger } from '../../../src/adapters/logging/logger.js';
import { compose } from '../../../src/compose.js';
import { parseConfig } from '../../../src/config.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import {
  embeds,
  type FakeOpenAi,
  says,
  stalls,
  startFakeOpenAi,
} from '../../fakes/openai/index.js';
import { buildFirst } from '../command.js';
import { key } from './asking.js';

let server: FakeOpenAi;
const nothing = says(JSON.stringify({ claims: [], counts: [] }));
const asked = (road: string) => server.requests.filter(({ path }) => path.endsWith(road)).length;

beforeAll(async () => {
  buildFirst();
  server = await startFakeOpenAi({ key, chat: nothing, embeddings: embeds({ dimensions: 64 }) });
});
afterAll(() => server.close());

/** A product as a bot has it: its ingests run in a process that reads the environment for itself. */
function product() {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'lamps.md'), '# Lamps\n\nEvery lamp of the pier was shielded.\n');
  const variables = {
    ACCORD_CORPUS: corpus,
    ACCORD_DATA: join(folder, 'data'),
    ACCORD_EMBEDDING_MODEL: 'tide-embed',
    ACCORD_EMBEDDING_DIMENSIONS: '64',
    ACCORD_EXTRACT: 'model',
    ACCORD_EXTRACT_MODEL: 'reader-1',
    ACCORD_MODEL_URL: server.url,
    ACCORD_MODEL_KEY: key,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const config = parseConfig(process.env);
  const application = compose(config, createLogger(config, process.stderr), { ingestApart: true });
  onTestFinished(async () => {
    await application.close();
    vi.unstubAllEnvs();
  });
  return application;
}

describe('an ingest in a process of its own', () => {
  it('is embedded and read by the servers that are configured', async () => {
    const application = product();
    const report = await application.ingest();
    expect(report.reading).toMatchObject({ by: 'openai/reader-1/extraction-1', articles: 1 });
    expect([asked('/chat/completions'), asked('/embeddings')]).toEqual([1, 1]);
    expect((await application.snapshots())[0]?.embedder).toBe('openai/tide-embed@64');
  });

  it('that is cancelled leaves the server at once', async () => {
    const application = product();
    server.script(stalls());
    const before = server.requests.length;
    const controller = new AbortController();
    const reason = new Error('cancelled by an admin');
    const running = application.ingest({ signal: controller.signal });
    const ended = expect(running).rejects.toBe(reason);
    await vi.waitFor(() => expect(server.requests.length).toBe(before + 1), { timeout: 60_000 });
    controller.abort(reason);
    await ended;
    expect(await server.requests.at(-1)?.cut).toBe(true);
    expect(await application.ready()).toBe(false);
    server.script(nothing);
  });
});
