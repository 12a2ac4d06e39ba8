import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import { evaluate } from '../../../src/use-cases/model/evaluate.js';
import { createTape } from '../../../src/use-cases/model/evaluate-tape.js';
import { answerOf } from '../../fakes/application.js';
import { honest, modelProduct } from './product.js';

const expected = {
  id: 'q1',
  question: 'Does Japan support the Paris Call?',
  category: 'verdict',
  answer_type: 'yes/no' as const,
  expected_answer: 'yes',
  expected_entities: ['Japan'],
  must_not_state: [],
};
const judged = (answer: Partial<Answer>, more: object = {}) => ({
  expected: { ...expected, ...more },
  answer: answerOf(answer),
});

describe('an evaluation', () => {
  it('counts what is right, wrong, refused, left out, and how long it took', () => {
    const writing = { by: 'fake', leftOut: 2, setback: null };
    const result = evaluate([
      judged({ elapsedMs: 10, writing }),
      judged({ elapsedMs: 30, verdict: 'no' }, { id: 'q2' }),
      judged(
        { elapsedMs: 20, kind: 'unanswered', reason: 'none' },
        { id: 'q3', category: 'fictional' },
      ),
      judged({ writing: { by: null, leftOut: 1, setback: 'slow' }, elapsedMs: 40 }),
    ]);
    expect(result).toMatchObject({ questions: 4, right: 3, refused: 1, leftOut: 3 });
    expect(result).toMatchObject({ written: 1, gaveWay: 1, p50Ms: 30, p95Ms: 40, citations: null });
    expect(result.wrong).toEqual([{ id: 'q2', misses: ['says no instead of yes'] }]);
  });

  it('holds citations against the sources that are expected, by address or path', () => {
    const list = 'https://example.org/list';
    const of = (source_urls: readonly string[]) =>
      evaluate([judged({}, { source_urls })]).citations;
    expect(of([list])).toEqual({ precision: 1, recall: 1 });
    expect(of(['paris-call/roster.csv', 'https://example.org/other'])).toEqual({
      precision: 1,
      recall: 0.5,
    });
    expect(of(['https://example.org/other'])).toEqual({ precision: 0, recall: 0 });
  });
});

describe('a tape', () => {
  it('repeats a run without the model, and counts what was spent', async () => {
    const recording = createTape();
    const first = await modelProduct((desk) => recording.around(desk));
    first.says(honest.led.says);
    const told = await first.application.ask(honest.led.question);
    expect(recording.replies()).toHaveLength(1);
    expect(recording.spent()).toEqual({ input: 100, output: expect.any(Number) });
    const kept = JSON.parse(JSON.stringify(recording.replies()));

    const replaying = createTape();
    replaying.replay(kept);
    const second = await modelProduct((desk) => replaying.around(desk));
    const again = await second.application.ask(honest.led.question);
    expect(again.text).toBe(told.text);
    expect(again.writing).toEqual(told.writing);
    expect(second.server.requests).toHaveLength(0);
    const other = await second.application.ask(honest.supplied.question);
    expect(other.writing).toMatchObject({ by: null, setback: 'unavailable' });
    expect(second.server.requests).toHaveLength(0);
  });
});
