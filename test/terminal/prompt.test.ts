import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccordError } from '../../src/domain/errors.js';
import { runPrompt } from '../../src/terminal/prompt/prompt.js';
import type { Application } from '../../src/use-cases/application.js';
import { countsOf, fakeApplication } from '../fakes/application.js';
import { accord, silentLogger, sink } from './harness.js';

const list: Awaited<ReturnType<Application['signatories']>> = {
  accord: { id: 'paris-call', title: 'The Paris Call', short: 'Paris Call' },
  asOf: '2025-12-25',
  status: null,
  bloc: null,
  type: null,
  participants: [],
  counts: countsOf({}),
  basis: 'From the list.',
};

describe('lines of a pipe', () => {
  it('are answered one by one, with nothing else on standard output', async () => {
    const { exitCode, output, errorOutput } = await accord(['start'], { input: 'One?\n\n Two? ' });
    expect(exitCode).toBe(0);
    expect(output.match(/About "[^"]+"/g)).toEqual(['About "One?"', 'About "Two?"']);
    expect(output).not.toContain('accord>');
    expect(errorOutput).toBe('');
  });

  it('can ask for JSON, one line each', async () => {
    const { output } = await accord([], { input: '/json\nOne?\nTwo?\n' });
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ text: 'About "One?" [1].' }, { text: 'About "Two?" [1].' }]);
  });

  it('keep the day until it is turned off', async () => {
    const application = fakeApplication();
    const input = 'A?\n/as-of 2019-12-31\nB?\n/as-of off\nC?\n';
    await accord([], { application, input });
    const asked = application.calls
      .filter(({ name }) => name === 'ask')
      .map(({ values }) => values);
    expect(asked).toEqual([
      ['A?', {}],
      ['B?', { asOf: '2019-12-31' }],
      ['C?', {}],
    ]);
  });

  it('are helped in the width that there is', async () => {
    const help = async (columns: number) => (await accord([], { columns, input: '/help' })).output;
    expect(await help(80)).toContain(
      '/signatories ACCORD [STATUS] [BLOC]  who takes part and who does not; STATUS is\n',
    );
    expect(await help(40)).toContain(
      '/signatories ACCORD [STATUS] [BLOC]\n    who takes part and who does not;\n',
    );
  });

  it.each([
    ['/signatories paris-call', { accord: 'paris-call' }],
    ['/signatories paris-call absent G20', { accord: 'paris-call', status: 'absent', bloc: 'G20' }],
    ['/signatories "Paris Call" EU', { accord: 'Paris Call', bloc: 'EU' }],
  ])('%s asks for the list', async (input, query) => {
    const application = fakeApplication({ signatories: async () => list });
    const { output } = await accord([], { application, input });
    expect(application.calls).toContainEqual({ name: 'signatories', values: [query] });
    expect(output).toContain('The Paris Call · as of 2025-12-25');
  });

  it('go on after a failure, which is told on standard error', async () => {
    const application = fakeApplication({
      accords: () => Promise.reject(new AccordError('damaged-snapshot', 'Ingest again.')),
    });
    const input = '/accords\n/nonsense\n/as-of tomorrow\n/signatories\nWhy?\n';
    const { exitCode, output, errorOutput } = await accord([], { application, input });
    expect(exitCode).toBe(0);
    expect(errorOutput.trimEnd().split('\n')).toEqual([
      'Ingest again.',
      'There is no /nonsense. /help lists what there is.',
      'Write /as-of 2019-12-31 or /as-of off.',
      'Write /signatories ACCORD [STATUS] [BLOC]; names of several words in "quotes".',
    ]);
    expect(output).toContain('About "Why?"');
  });

  it('list the commands, and end at /quit', async () => {
    const { output } = await accord([], { input: '/help\n/quit\nWhy?\n' });
    for (const name of ['/signatories', '/accords', '/as-of', '/json', '/help', '/quit']) {
      expect(output).toContain(name);
    }
    expect(output).not.toContain('About');
  });
});

describe('a prompt at a terminal', () => {
  let dataFolder = '';
  beforeEach(() => {
    dataFolder = join(mkdtempSync(join(tmpdir(), 'accord-prompt-')), 'data');
  });
  afterEach(() => rmSync(join(dataFolder, '..'), { recursive: true }));

  function open(application: Application) {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = sink(80);
    const errorOutput = sink(80);
    const context = {
      input,
      output: output.stream,
      errorOutput: errorOutput.stream,
      onInterrupt: () => () => {},
      setExitCode: () => {},
      open: () => Promise.reject(new Error('it is open')),
    };
    const done = runPrompt(context, {
      application,
      logger: silentLogger,
      dataFolder,
      colour: 'off',
      settings: [],
      migrate: () => Promise.reject(new Error('Nothing to copy.')),
    });
    const type = (keys: string) => input.write(keys);
    const shown = (text: string) => vi.waitFor(() => expect(output.text()).toContain(text), 5000);
    return { type, shown, done, output: output.text };
  }

  it('keeps a history that only its owner reads, and Ctrl-D leaves', async () => {
    const { type, shown, done } = open(fakeApplication());
    await shown('accord> ');
    type('One?\r');
    await shown('About "One?"');
    type('Two?\r');
    await shown('About "Two?"');
    type('\u0004');
    await done;
    const history = join(dataFolder, 'history');
    await vi.waitFor(() => expect(readFileSync(history, 'utf8')).toBe('One?\nTwo?\n'));
    expect(statSync(history).mode & 0o777).toBe(0o600);

    const again = fakeApplication();
    const next = open(again);
    await next.shown('accord> ');
    next.type('\u001b[A\u001b[A\r');
    await next.shown('About "One?"');
    next.type('/quit\r');
    await next.done;
    expect(again.calls).toContainEqual({ name: 'ask', values: ['One?', {}] });
  });

  it('completes a question from what was said before, and says how it was read', async () => {
    const application = fakeApplication({
      standalone: async (question, turns) =>
        turns.length === 0 ? question : `Has China signed, as ${turns[0]?.question}`,
    });
    const { type, shown, done, output } = open(application);
    await shown('accord> ');
    type('Has Japan signed?\r');
    await shown('About "Has Japan signed?"');
    expect(output()).not.toContain('Read as');
    type('and China?\r');
    await shown('Read as: Has China signed, as Has Japan signed?');
    await shown('About "Has China signed, as Has Japan signed?"');
    type('\u0004');
    await done;
  });

  it('keeps the newest thousand lines', async () => {
    const history = join(dataFolder, 'history');
    mkdirSync(dataFolder);
    writeFileSync(history, Array.from({ length: 1500 }, (_, index) => `line ${index}\n`).join(''));
    const { type, shown, done } = open(fakeApplication());
    await shown('accord> ');
    type('/quit\r');
    await done;
    await vi.waitFor(() => {
      const lines = readFileSync(history, 'utf8').trimEnd().split('\n');
      expect([lines.length, lines[0], lines.at(-1)]).toEqual([1000, 'line 501', '/quit']);
    });
  });

  it('Ctrl-C clears the line', async () => {
    const application = fakeApplication();
    const { type, shown, done } = open(application);
    await shown('accord> ');
    type('Half a question\u0003Whole?\r');
    await shown('About "Whole?"');
    type('\u0004');
    await done;
    expect(application.calls.map(({ values }) => values[0])).toEqual(['Whole?']);
  });

  it('Ctrl-C drops an answer that is under way', async () => {
    const started: (() => void)[] = [];
    const plain = fakeApplication();
    const application = fakeApplication({
      ask: (question) =>
        question === 'Slow?'
          ? new Promise((resolve) => started.push(() => resolve(plain.ask(question))))
          : plain.ask(question),
    });
    const { type, shown, done, output } = open(application);
    await shown('accord> ');
    type('Slow?\r');
    await vi.waitFor(() => expect(started).toHaveLength(1), 5000);
    type('\u0003Fast?\r');
    await shown('About "Fast?"');
    started[0]?.();
    type('One more?\r');
    await shown('About "One more?"');
    type('\u0004');
    await done;
    expect(output()).not.toContain('About "Slow?"');
  });
});
