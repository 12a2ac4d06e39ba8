import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { accord, buildFirst, type Journey } from './command.js';
import { writeSmallCorpus } from './small-corpus.js';

const patience = 120_000;
let folder = '';

const run = (line: readonly string[], journey: Journey = {}) =>
  accord([...line, '--corpus', 'corpus', '--data', 'data'], folder, journey);

async function ask(question: string, ...options: readonly string[]): Promise<Answer> {
  const { exitCode, output } = await run(['ask', question, ...options, '--json']);
  expect(exitCode).toBe(0);
  return JSON.parse(output);
}

beforeAll(async () => {
  buildFirst();
  folder = mkdtempSync(join(tmpdir(), 'accord-asking-'));
  writeSmallCorpus(join(folder, 'corpus'));
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a reader asks', { timeout: patience }, () => {
  it('before anything was ingested: the corpus is read first, standard output is JSON alone', async () => {
    const { exitCode, output, errorOutput } = await run([
      ...['ask', 'Has', 'Belgium', 'signed', 'the', 'Harbour', 'Light', 'Pledge?'],
      '--json',
    ]);
    expect(exitCode).toBe(0);
    expect(errorOutput).toContain('reading the corpus first');
    expect(JSON.parse(output)).toMatchObject({
      kind: 'register',
      verdict: 'yes',
      accords: ['harbour-light-pledge'],
      participants: [{ id: 'BEL', status: 'participates', action: 'signed', on: '2020-05-04' }],
      date: '2020-05-04',
      asOf: '2024-03-01',
      contradictions: [],
      reason: null,
    });
  });

  it('who has not, in a bloc: the list is whole and its counts add up', async () => {
    const answer = await ask('Which EU states have not signed the Harbour Light Pledge?');
    expect(answer).toMatchObject({ kind: 'register', count: 25 });
    expect(answer.participants).toHaveLength(25);
    expect(answer.participants.map(({ id }) => id)).not.toContain('NLD');
    const { total = 0, ...parts } = answer.counts ?? {};
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(total).toBe(27);
  });

  it('for a day in the past', async () => {
    const question = 'Has the Netherlands signed the Harbour Light Pledge?';
    expect(await ask(question)).toMatchObject({ verdict: 'yes' });
    expect(await ask(question, '--as-of', '2020-12-31')).toMatchObject({ verdict: 'no' });
  });

  it('what an accord asks: sentences of an article, each cited', async () => {
    const answer = await ask('What does the Harbour Light Pledge ask of ports?');
    expect(answer.kind).toBe('passages');
    expect(answer.text).toContain('shield its lamps');
    const quote = 'The Harbour Light Pledge asks\nevery port to shield its lamps';
    expect(
      answer.citations
        .map((citation) => citation.quote)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toContain(quote.replace(/\s+/g, ' '));
    expect(answer.citations[0]).toMatchObject({
      n: 1,
      title: 'The Harbour Light Pledge opens in Ostend',
      url: 'https://example.org/news/opens',
      published: '2020-05-05',
      article: 'harbour-light-pledge/launch day.md',
    });
  });

  it('what the corpus does not tell: no answer, less confidence, and still a success', async () => {
    const told = await ask('What does the Harbour Light Pledge ask of ports?');
    const untold = await ask('How fast does a swallow fly?');
    expect(untold).toMatchObject({ kind: 'unanswered', citations: [], verdict: null });
    expect(untold.reason).not.toBeNull();
    expect(untold.confidence).toBeLessThan(told.confidence);
  });

  it('many questions at once, answered in order', async () => {
    writeFileSync(
      join(folder, 'questions.jsonl'),
      [
        '{"id":"b","question":"Has Germany signed the Harbour Light Pledge?"}',
        '{"id":"a","question":"How fast does a swallow fly?"}',
      ].join('\n'),
    );
    const { exitCode, output } = await run(['ask', '--questions', 'questions.jsonl', '--json']);
    const answers = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exitCode).toBe(0);
    expect(answers).toMatchObject([
      { id: 'b', kind: 'register', verdict: 'no' },
      { id: 'a', kind: 'unanswered' },
    ]);
  });

  it('for people: text with sources, no colour in a pipe, colour when forced', async () => {
    const line = ['ask', 'Has Belgium signed the Harbour Light Pledge?'];
    const plain = await run(line);
    expect(plain.output).toContain('\nSources\n[1]');
    expect(plain.output).not.toContain('\u001b');
    const forced = await run(line, { environment: { FORCE_COLOR: '1' } });
    expect(forced.output).toContain('\u001b[');
    const both = await run(line, { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(both.output).toBe(plain.output);
  });

  it('for passages: as JSON, and as a TREC run whose fields have no blanks', async () => {
    const found = await run(['search', 'migrating birds led astray', '-k', '1', '--json']);
    expect(JSON.parse(found.output).hits).toMatchObject([
      { rank: 1, article: 'harbour-light-pledge/launch day.md', published: '2020-05-05' },
    ]);
    writeFileSync(
      join(folder, 'queries.jsonl'),
      '{"id":"q1","text":"migrating birds led astray"}\n',
    );
    const { output } = await run([
      ...['search', '--queries', 'queries.jsonl', '-k', '10', '--format', 'trec'],
    ]);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '));
    expect(lines.map((fields) => fields.length)).toEqual([6, 6]);
    expect(lines[0]?.slice(0, 4)).toEqual([
      'q1',
      'Q0',
      'harbour-light-pledge/launch%20day.md',
      '1',
    ]);
    expect(Number(lines[0]?.[4])).toBeGreaterThan(Number(lines[1]?.[4]));
  });

  it('for lists: signatories as CSV and JSON, claims of a roster', async () => {
    const csv = await run(['signatories', 'Harbour Light Pledge', '--type', 'company', '--csv']);
    expect(parse(csv.output, { columns: true })).toMatchObject([
      { id: 'lampworks-ostend', status: 'participates', on: '2020-05-04' },
    ]);
    const list = await run([
      ...['signatories', 'harbour-light-pledge', '--status', 'withdrew', '--as-of', '2023-06-01'],
      '--json',
    ]);
    expect(JSON.parse(list.output).participants).toMatchObject([{ id: 'JPN', status: 'withdrew' }]);
    const claims = await run(['claims', '--article', 'harbour-light-pledge/roster.csv', '--json']);
    expect(JSON.parse(claims.output)).toHaveLength(5);
    expect(JSON.parse(claims.output)[0]).toMatchObject({
      accord: 'harbour-light-pledge',
      action: 'signed',
      by: 'roster',
      on: '2020-05-04',
      reported: '2024-03-01',
    });
  });

  it('for an accord that is not there: the ones that are', async () => {
    const { exitCode, output, errorOutput } = await run(['signatories', 'harbor-lite-pledge']);
    expect([exitCode, output]).toEqual([1, '']);
    expect(errorOutput).toContain('harbour-light-pledge');
  });

  it('at a prompt that is a pipe', async () => {
    const input =
      'Has Belgium signed the Harbour Light Pledge?\n/as-of 2020-05-03\n/json\nHas Belgium signed the Harbour Light Pledge?\n';
    const { exitCode, output } = await run([], { input });
    const lines = output.trimEnd().split('\n');
    expect(exitCode).toBe(0);
    expect(lines[0]).toMatch(/^Yes/);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ verdict: 'no' });
  });
});
