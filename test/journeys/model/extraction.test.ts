import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import {
  type FakeOpenAi,
  type FakeReply,
  refuses,
  says,
  stalls,
  startFakeOpenAi,
} from '../../fakes/openai/index.js';
import { accord, buildFirst, type Journey } from '../command.js';
import { writeSmallCorpus } from '../small-corpus.js';
import { key } from './asking.js';

const pledge = 'Harbour Light Pledge';
let server: FakeOpenAi;

/** What the rules do not read: too much stands between name and verb. */
const quoteOf = (name: string) =>
  `${name}, after years of doubt and two elections, at last signed the ${pledge} on 5 May 2024.`;
const proposal = (name: string) => ({
  participant: name,
  accord: pledge,
  action: 'signed',
  date: '2024-05-05',
  quote: quoteOf(name),
});

/** Proposes a signature of whoever the request names, and of France, which no article tells. */
const honest: FakeReply = (exchange) => {
  const text = exchange.request.messages.map(({ content }) => content).join('\n');
  const told = ['Norway', 'Kenya', 'Peru'].filter((name) => text.includes(quoteOf(name)));
  const claims = [...told, 'France'].map(proposal);
  return says(JSON.stringify({ claims, counts: [] }))(exchange);
};

function place() {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  writeSmallCorpus(corpus);
  const environment = {
    ACCORD_CORPUS: corpus,
    ACCORD_DATA: join(folder, 'data'),
    ACCORD_MODEL_URL: server.url,
    ACCORD_MODEL_KEY: key,
    ACCORD_EXTRACT_MODEL: 'reader-1',
    ACCORD_PRICE_INPUT: '2',
    ACCORD_PRICE_OUTPUT: '8',
  };
  const run = (words: readonly string[], journey: Journey = {}) =>
    accord(words, folder, { ...journey, environment: { ...environment, ...journey.environment } });
  const write = (name: string, text: string) =>
    writeFileSync(
      join(corpus, 'harbour-light-pledge', `${name}.md`),
      `---\ntitle: News of the ${pledge}\npublished: 2024-05-06\n---\n${text}\n`,
    );
  /** Names and statements of claims that the model read. */
  const claims = async () => {
    const { output } = await run(['claims', '--accord', 'harbour-light-pledge', '--json']);
    const all: readonly { note: string | null; action: string; participant: { name: string } }[] =
      JSON.parse(output);
    return all
      .filter(({ note }) => note === 'read by reader-1')
      .map(({ participant, action }) => `${participant.name} ${action}`);
  };
  return { folder, run, write, claims };
}

beforeAll(async () => {
  buildFirst();
  server = await startFakeOpenAi({ key, chat: honest });
});
afterAll(() => server.close());

describe('articles read by a model', () => {
  it('costs are told before; then it is paid once, and what it invents is left out', async () => {
    const { run, write, claims, folder } = place();
    write('one', `The minister smiled all day.\n\n${quoteOf('Norway')}`);
    const before = server.requests.length;
    const dry = await run(['ingest', '--extract', 'model', '--dry-run']);
    expect(dry.output).toMatch(/reader-1\/extraction-1: 3 articles, at most some 3 requests.*cost/);
    expect(dry.output).toContain('nothing was written');
    expect([server.requests.length, existsSync(join(folder, 'data'))]).toEqual([before, false]);

    const made = await run(['ingest', '--extract', 'model', '--json']);
    expect(JSON.parse(made.output).reading).toMatchObject({ articles: 3, failed: [] });
    expect(server.requests.length).toBe(before + 3);
    expect(await claims()).toEqual(['Norway signed']);
    const offline = await run(['ingest', '--json']);
    expect(await claims()).toEqual([]);
    const again = await run(['ingest', '--extract', 'model', '--json']);
    expect(JSON.parse(again.output).snapshot).toBe(JSON.parse(made.output).snapshot);
    expect(JSON.parse(offline.output)).not.toHaveProperty('reading');
    expect(server.requests.length).toBe(before + 3);
    expect(await claims()).toEqual(['Norway signed']);
    expect(made.output + made.errorOutput + dry.output).not.toContain(key);
  });

  it('Ctrl-C leaves the server, and what was read before is not paid for again', async () => {
    const { run, write, folder } = place();
    for (const name of ['Norway', 'Kenya', 'Peru']) write(name, quoteOf(name));
    const before = server.requests.length;
    server.script([honest, honest, stalls()]);
    let kill: (signal: NodeJS.Signals) => void = () => {};
    const stopped = run(['ingest', '--extract', 'model'], {
      watch: (_, end) => {
        kill = end;
      },
    });
    await vi.waitFor(() => expect(server.requests.length).toBe(before + 3), { timeout: 60_000 });
    kill('SIGINT');
    expect((await stopped).exitCode).toBe(130);
    expect(await server.requests.at(-1)?.cut).toBe(true);
    expect(readdirSync(join(folder, 'data'))).not.toContain('current');
    server.script(honest);
    const made = await run(['ingest', '--json'], { environment: { ACCORD_EXTRACT: 'model' } });
    expect(JSON.parse(made.output).reading).toMatchObject({ articles: 5, spent: { requests: 3 } });
    expect(server.requests.length).toBe(before + 6);
  });

  it('a wrong key ends the ingest with what to do, and leaves the former snapshot', async () => {
    const { run, write } = place();
    const first = await run(['ingest', '--json']);
    write('one', quoteOf('Kenya'));
    server.script(refuses(401));
    const { exitCode, errorOutput } = await run(['ingest', '--extract', 'model']);
    server.script(honest);
    expect(exitCode).not.toBe(0);
    expect(errorOutput).toContain('Correct ACCORD_MODEL_KEY');
    expect(errorOutput).toContain('accord ingest --extract offline');
    const { output } = await run(['snapshots', '--json']);
    expect(JSON.parse(output)).toMatchObject([{ id: JSON.parse(first.output).snapshot }]);
  });
});
