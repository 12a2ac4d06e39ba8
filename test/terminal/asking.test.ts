import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchHit } from '../../src/domain/reports.js';
import { answerOf, fakeApplication } from '../fakes/application.js';
import { accord } from './harness.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-asking-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'lines.jsonl');
  writeFileSync(path, text);
  return path;
}

function hit(rank: number, article: string): SearchHit {
  const score = 1 / rank;
  return { rank, score, article, title: 'T', url: null, published: null, text: `text ${rank}` };
}

describe('accord ask', () => {
  it('joins the words of a question and passes the day', async () => {
    const application = fakeApplication();
    await accord(['ask', 'Has', 'Japan', 'signed?', '--as-of', '2019-12-31'], { application });
    expect(application.calls).toContainEqual({
      name: 'ask',
      values: ['Has Japan signed?', { asOf: '2019-12-31' }],
    });
  });

  it('prints the answer as JSON alone', async () => {
    const answer = answerOf();
    const application = fakeApplication({ ask: async () => answer });
    const { exitCode, output, errorOutput } = await accord(['ask', 'q', '--json'], { application });
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toEqual(answer);
    expect(output.split('\n')).toHaveLength(2);
    expect(errorOutput).toBe('');
  });

  it('exits with 0 when there is no answer', async () => {
    const unanswered = answerOf({ kind: 'unanswered', text: 'No source says.', citations: [] });
    const application = fakeApplication({ ask: async () => unanswered });
    const { exitCode, output } = await accord(['ask', 'q'], { application });
    expect([exitCode, output.includes('No source says.')]).toEqual([0, true]);
  });

  it('reads the corpus first when there is no snapshot', async () => {
    const application = fakeApplication({ ready: async () => false });
    const { output, errorOutput } = await accord(['ask', 'q', '--json'], { application });
    expect(application.calls.map(({ name }) => name)).toEqual(['ready', 'ingest', 'ask', 'close']);
    expect(errorOutput).toContain('reading the corpus first');
    expect(JSON.parse(output)).toMatchObject({ text: 'About "q" [1].' });
  });

  it('answers a file of questions in order, one JSON line each', async () => {
    const path = file(
      '\uFEFF{"id":"b","question":"second"}\r\n\n{"id":7,"question":" first ","extra":1}\n',
    );
    const { exitCode, output } = await accord(['ask', '--questions', path, '--json']);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exitCode).toBe(0);
    expect(lines.map(({ id, question, text }) => [id, question, text])).toEqual([
      ['b', 'second', 'About "second" [1].'],
      [7, 'first', 'About "first" [1].'],
    ]);
  });

  it('reads questions from standard input', async () => {
    const { output } = await accord(['ask', '--questions', '-', '--json'], {
      input: '{"id":"a","question":"why"}',
    });
    expect(JSON.parse(output)).toMatchObject({ id: 'a', question: 'why' });
  });

  it('names every wrong line before it answers any', async () => {
    const path = file(
      '{"id":"a","question":"fine"}\n{"id":"b"}\nnot json\n{"id":"c","question":" "}\n',
    );
    const application = fakeApplication();
    const outcome = await accord(['ask', '--questions', path, '--json'], { application });
    expect(outcome.exitCode).toBe(2);
    expect(outcome.output).toBe('');
    expect(outcome.errorOutput.match(/line \d/g)).toEqual(['line 2', 'line 3', 'line 4']);
    expect(application.calls).toEqual([]);
  });

  it('takes no text for a question, by whatever way it comes', async () => {
    const long = `Who signed? ${'x '.repeat(4995)}`.trim();
    const application = fakeApplication();
    const path = file(`{"id":"a","question":"Who?"}\n{"id":"b","question":"${long}"}\n`);
    const ways = [['ask', long], ['search', long], ['ask', '--questions', path], ['start']];
    for (const words of ways) {
      const outcome = await accord(words, { application, input: long });
      expect(outcome.errorOutput).toContain('A question may have 10000 characters; this one has');
      expect(outcome.exitCode).toBe(words[0] === 'start' ? 0 : 2);
    }
    expect(application.calls.map(({ name }) => name)).not.toContain('ask');
    expect((await accord(['ask', long.slice(0, 10_000)])).exitCode).toBe(0);
  });

  it('says which file is missing', async () => {
    const { exitCode, errorOutput } = await accord(['ask', '--questions', join(folder, 'none')]);
    expect(exitCode).toBe(2);
    expect(errorOutput).toContain(`${join(folder, 'none')} cannot be read`);
  });
});

describe('accord search', () => {
  it('prints hits as JSON alone, ten unless told', async () => {
    const application = fakeApplication({ search: async () => [hit(1, 'a.md')] });
    const { output } = await accord(['search', 'cyber', 'space', '--json'], { application });
    expect(JSON.parse(output)).toEqual({ query: 'cyber space', hits: [hit(1, 'a.md')] });
    expect(application.calls).toContainEqual({
      name: 'search',
      values: ['cyber space', { limit: 10 }],
    });
  });

  it('prints a TREC run: an article once a query, no blank inside a field', async () => {
    const path = file('{"id":"q 1","text":"one"}\n{"id":2,"text":"two"}\n{"id":3,"text":"none"}\n');
    const found: Record<string, readonly SearchHit[]> = {
      one: [hit(1, 'my notes/a b.md'), hit(2, 'my notes/a b.md'), hit(3, 'c.md')],
      two: [hit(1, 'c.md')],
    };
    const application = fakeApplication({ search: async (query) => found[query] ?? [] });
    const words = ['search', '--queries', path, '-k', '5', '--format', 'trec'];
    const { exitCode, output } = await accord(words, { application });
    expect(exitCode).toBe(0);
    expect(output).toBe(
      [
        'q%201 Q0 my%20notes/a%20b.md 1 1.000000 accord',
        'q%201 Q0 c.md 2 0.333333 accord',
        '2 Q0 c.md 1 1.000000 accord',
        '',
      ].join('\n'),
    );
  });

  it('answers a file of queries as JSON lines', async () => {
    const path = file('{"id":"a","text":"one"}\n{"id":"b","text":"two"}');
    const { output } = await accord(['search', '--queries', path, '--json']);
    expect(output).toBe('{"id":"a","query":"one","hits":[]}\n{"id":"b","query":"two","hits":[]}\n');
  });

  it('prints hits for a person', async () => {
    const application = fakeApplication({ search: async () => [hit(1, 'a.md')] });
    const { output } = await accord(['search', 'x'], { application });
    expect(output).toBe('1. T (undated)\n   a.md · 1.000\n   text 1\n');
  });
});
