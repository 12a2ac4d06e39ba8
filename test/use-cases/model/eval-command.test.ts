import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTape } from '../../../src/use-cases/model/evaluate-tape.js';
import { answerOf, fakeApplication } from '../../fakes/application.js';
import { accord, silentLogger } from '../../terminal/harness.js';
import { honest, modelProduct } from './product.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-eval-'));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const line = (more: object) =>
  `${JSON.stringify({ id: 'q1', question: 'Who?', category: 'verdict', answer_type: 'yes/no', expected_answer: 'yes', ...more })}\n`;

describe('accord eval', () => {
  it('scores a file of questions, and ends with 1 where any is wrong', async () => {
    writeFileSync(file('set.jsonl'), line({}) + line({ id: 'q2', expected_answer: 'no' }));
    const application = fakeApplication({ ask: async () => answerOf() });
    const shown = await accord(['eval', '--questions', file('set.jsonl')], { application });
    expect(shown.exitCode).toBe(1);
    expect(shown.output).toContain('q2: says yes instead of no');
    expect(shown.output).toContain('1 of 2 right, 1 wrong; 0 refused');
    writeFileSync(file('right.jsonl'), line({}));
    const json = await accord(['eval', '--questions', file('right.jsonl'), '--json'], {
      application,
    });
    expect(json.exitCode).toBe(0);
    expect(JSON.parse(json.output)).toMatchObject({ questions: 1, right: 1, tokens: 0, cost: 0 });
  });

  it.each([
    [['--questions', 'nowhere.jsonl'], 'nowhere.jsonl cannot be read'],
    [['--questions', file('right.jsonl'), '--price-in', 'cheap'], 'It has to be a price.'],
    [['--questions', file('right.jsonl'), '--record', 'tape'], 'set ACCORD_MODEL'],
  ])('says what is wrong with %o', async (words, message) => {
    writeFileSync(file('right.jsonl'), line({}));
    const { exitCode, output, errorOutput } = await accord(['eval', ...words]);
    expect(exitCode).toBeGreaterThan(0);
    expect(output).toBe('');
    expect(errorOutput).toContain(message);
  });

  it('records a run, and repeats it without the model', async () => {
    writeFileSync(
      file('led.jsonl'),
      line({
        question: honest.led.question,
        answer_type: 'unknown',
        expected_entities: ['Oda Brandt'],
      }),
    );
    const run = async (words: readonly string[], says: string) => {
      const tape = createTape();
      const made = await modelProduct((desk) => tape.around(desk));
      made.says(says);
      const outcome = await accord(['eval', '--questions', file('led.jsonl'), '--json', ...words], {
        open: async () => ({
          application: made.application,
          logger: silentLogger,
          dataFolder: folder,
          colour: 'off',
          settings: [],
          migrate: () => Promise.reject(new Error('Nothing to copy.')),
          tape,
        }),
      });
      return { ...JSON.parse(outcome.output), requests: made.server.requests.length };
    };
    const prices = ['--price-in', '10', '--price-out', '0'];
    const first = await run([...prices, '--record', file('tape.jsonl')], honest.led.says);
    expect(first).toMatchObject({ right: 1, written: 1, leftOut: 0, cost: 0.001, requests: 1 });
    expect(readFileSync(file('tape.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
    const again = await run([...prices, '--replay', file('tape.jsonl')], 'Something else.');
    expect(again).toMatchObject({ right: 1, written: 1, cost: 0.001, requests: 0 });
  });
});
