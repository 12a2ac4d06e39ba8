import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLogger } from '../../../src/adapters/logging/logger.js';
import { compose } from '../../../src/compose.js';
import { parseConfig } from '../../../src/config.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { embeds, type FakeOpenAi, stalls, startFakeOpenAi } from '../../fakes/openai/index.js';
import { sink } from '../../terminal/harness.js';
import { accord, buildFirst, type Journey } from '../command.js';
import { writeSmallCorpus } from '../small-corpus.js';
import { key } from './asking.js';

const question = 'What does the Harbour Light Pledge ask of every port?';
const articles = 60;
let server: FakeOpenAi;

/** Texts that the server was asked for since `from`. */
function textsSince(from: number): readonly string[] {
  return server.requests.slice(from).flatMap(({ body }) => [body['input']].flat().map(String));
}

/** A folder with a corpus, and the variables of an embedder at the server. */
function place(more: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  writeSmallCorpus(corpus);
  const environment = {
    ACCORD_CORPUS: corpus,
    ACCORD_DATA: join(folder, 'data'),
    ACCORD_EMBEDDING_MODEL: 'tide-embed',
    ACCORD_EMBEDDING_DIMENSIONS: '64',
    ACCORD_EMBEDDING_URL: server.url,
    ACCORD_EMBEDDING_KEY: key,
    ...more,
  };
  const run = (words: readonly string[], journey: Journey = {}) =>
    accord(words, folder, { ...journey, environment: { ...environment, ...journey.environment } });
  return { folder, corpus, environment, run };
}

beforeAll(async () => {
  buildFirst();
  server = await startFakeOpenAi({ key, embeddings: embeds({ dimensions: 64 }) });
});
afterAll(() => server.close());

describe('with an embedding model of a server', () => {
  it('answers, and asks for nothing where no vector is needed', async () => {
    const { run } = place();
    const made = await run(['ingest', '--json']);
    expect(made).toMatchObject({ exitCode: 0 });
    const before = server.requests.length;
    const listed = await run(['signatories', 'harbour-light-pledge']);
    expect([listed.exitCode, server.requests.length]).toEqual([0, before]);
    const doctor = await run(['doctor']);
    expect(doctor.output).toMatch(/embedder +openai\/tide-embed@64, by a server/);
    expect(doctor.output).toMatch(/ok +snapshot embedder +openai\/tide-embed@64/);
    expect(server.requests.length).toBe(before);
    const asked = await run(['ask', question, '--json']);
    expect(JSON.parse(asked.output)).toMatchObject({ kind: 'passages' });
    expect(textsSince(before)).toContain(question);
    expect(made.output + asked.output + doctor.output + asked.errorOutput).not.toContain(key);
  });

  it('pays after a kill only for what is left', async () => {
    const { run, corpus, folder } = place();
    for (let number = 0; number < articles; number += 1) {
      const text = `Pier ${number} of the port has ${number * 7} shielded lamps and a crane.\n`;
      writeFileSync(join(corpus, `pier-${number}.md`), `# Pier ${number}\n\n${text}`);
    }
    const before = server.requests.length;
    const third = (number: number) => number - before > 2;
    server.script(
      {
        by: () => (third(server.requests.length) ? stalls() : embeds({ dimensions: 64 })),
      },
      'embeddings',
    );
    let kill: (signal: NodeJS.Signals) => void = () => {};
    const killed = run(['ingest'], {
      watch: (_, end) => {
        kill = end;
      },
    });
    await vi.waitFor(() => expect(third(server.requests.length)).toBe(true), { timeout: 60_000 });
    kill('SIGKILL');
    expect((await killed).exitCode).toBeNull();
    expect(existsSync(join(folder, 'data', 'current'))).toBe(false);
    const paid = new Set(textsSince(before).slice(0, 2 * 16));
    const resumed = server.requests.length;
    server.script(embeds({ dimensions: 64 }), 'embeddings');
    const made = await run(['ingest', '--json']);
    const { passages, embedded } = JSON.parse(made.output);
    expect(passages).toBeGreaterThanOrEqual(articles);
    expect(textsSince(resumed)).toHaveLength(embedded);
    expect(embedded).toBe(passages - paid.size);
    expect(textsSince(resumed).filter((text) => paid.has(text))).toEqual([]);
    const again = server.requests.length;
    expect(JSON.parse((await run(['ingest', '--json'])).output).embedded).toBe(0);
    expect(server.requests.length).toBe(again);
  });

  it('refuses vectors of other dimensions, and writes nothing', async () => {
    const { run, folder } = place({ ACCORD_EMBEDDING_DIMENSIONS: '63' });
    const { exitCode, errorOutput } = await run(['ingest']);
    expect(exitCode).not.toBe(0);
    expect(errorOutput).toContain('Set ACCORD_EMBEDDING_DIMENSIONS to 64');
    expect(existsSync(join(folder, 'data', 'current'))).toBe(false);
    const snapshots = join(folder, 'data', 'snapshots');
    expect(existsSync(snapshots) ? readdirSync(snapshots) : []).toEqual([]);
  });

  it('answers from the register while the server is down, and says so for the rest', async () => {
    const { run } = place();
    expect((await run(['ingest'])).exitCode).toBe(0);
    const closed = await startFakeOpenAi();
    await closed.close();
    const down = { environment: { ACCORD_EMBEDDING_URL: closed.url } };
    const listed = await run(['ask', 'Has Belgium signed the Harbour Light Pledge?'], down);
    expect([listed.exitCode, listed.output]).toEqual([0, expect.stringMatching(/^Yes/)]);
    const asked = await run(['ask', question], down);
    expect(asked.exitCode).not.toBe(0);
    expect(asked.errorOutput).toMatch(/cannot be reached.*ACCORD_EMBEDDING_URL/s);
  });

  it('says which dimensions nobody knows, and which key is wrong', async () => {
    const unknown = await place({ ACCORD_EMBEDDING_DIMENSIONS: '' }).run(['ingest']);
    expect(unknown.errorOutput).toContain('Set ACCORD_EMBEDDING_DIMENSIONS');
    const wrong = await place({ ACCORD_EMBEDDING_KEY: 'sk-wrong-0123456789' }).run(['ingest']);
    expect(wrong.errorOutput).toContain('Correct ACCORD_EMBEDDING_KEY');
    expect(wrong.errorOutput).not.toContain('sk-wrong');
  });
});

describe('when the embedding model changes', () => {
  it('a start is refused, a running product goes on, and one ingest mends it', async () => {
    const { run, environment } = place();
    const log = sink();
    const config = parseConfig(environment);
    const running = compose(config, createLogger(config, log.stream));
    onTestFinished(() => running.close());
    const { snapshot } = await running.ingest();
    expect((await running.ask(question)).snapshot).toBe(snapshot);
    server.script(embeds(), 'embeddings');
    const changed = { environment: { ACCORD_EMBEDDING_MODEL: 'text-embedding-3-small' } };
    const refused = await run(['ask', question], changed);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.errorOutput).toMatch(/openai\/tide-embed@64.*3-small@64.*"accord ingest"/s);
    const doctor = await run(['doctor'], changed);
    expect(doctor.output).toMatch(/problem +snapshot embedder +made by openai\/tide-embed@64/);

    const made = await run(['ingest', '--json'], changed);
    const next = JSON.parse(made.output);
    expect(next.embedded).toBe(next.passages);
    const answered = await run(['ask', question, '--json'], changed);
    expect(JSON.parse(answered.output).snapshot).toBe(next.snapshot);
    server.script(embeds({ dimensions: 64 }), 'embeddings');
    expect((await running.ask(question)).snapshot).toBe(snapshot);
    await vi.waitFor(() => expect(log.text()).toContain(`snapshot ${snapshot} goes on answering`));
    expect((await running.ask(question)).snapshot).toBe(snapshot);
    const back = await run(['rollback', snapshot], changed);
    expect(back.exitCode).not.toBe(0);
    expect(back.errorOutput).toContain('accord ingest');
  });
});
