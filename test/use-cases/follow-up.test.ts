import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../src/language/question/parse.js';
import { followUp } from '../../src/use-cases/follow-up.js';
import { shippedCorpus } from '../fakes/shipped-corpus.js';
import { shippedContext } from '../language/question/shipped-context.js';

const { register } = await shippedCorpus();
const context = await shippedContext();

/** Lines of a fixture: earlier questions (`;;` between, `=>` before the answer), question, result. */
function casesOf(name: string) {
  const file = new URL(`../fixtures/questions/${name}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [earlier = '', question = '', result = question] = line.split(' | ');
      return { earlier, question, result };
    });
}

function turnsOf(earlier: string) {
  return earlier.split(' ;; ').map((said) => {
    const [standalone = '', answerText = ''] = said.split(' => ');
    const reading = parseQuestion(standalone, context);
    const query = reading.kind === 'register' ? reading.query : reading;
    const accords = 'accords' in query ? query.accords : [];
    return { standalone, answerText, accords };
  });
}

const ask = (question: string, earlier: string) =>
  followUp(register, context, question, turnsOf(earlier));

describe('a follow-up', () => {
  it.each(casesOf('follow-ups'))('after "$earlier": $question', ({ earlier, question, result }) => {
    expect(ask(question, earlier)).toBe(result);
  });

  it('lends nothing where nothing was said', () => {
    for (const question of ['and China?', 'why?', 'When did it sign?']) {
      expect(followUp(register, context, question, [])).toBe(question);
    }
  });

  it('goes on from a question that leant on one before', () => {
    const first = 'Has the US signed the Paris Call?';
    const second = ask('and China?', first);
    const third = ask('and the Budapest Convention?', `${first} ;; ${second}`);
    expect(third).toBe('Has China signed the Budapest Convention?');
    expect(ask('when did it sign?', `${first} ;; ${second} ;; ${third}`)).toBe(
      'when did China sign the Budapest Convention?',
    );
  });

  it('is read in a few milliseconds', () => {
    const started = performance.now();
    for (const { earlier, question } of casesOf('follow-ups')) ask(question, earlier);
    expect((performance.now() - started) / casesOf('follow-ups').length).toBeLessThan(50);
  });
});

describe('a question that stands alone', () => {
  it.each(casesOf('not-follow-ups'))('stays as it is after "$earlier": $question', (one) => {
    expect(ask(one.question, one.earlier)).toBe(one.question);
  });

  it('stays as it is, every one of those that are answered', () => {
    const file = new URL('../fixtures/questions/shipped-corpus.jsonl', import.meta.url);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const questions = lines.map((line): string => JSON.parse(line).question);
    const own = questions.filter((question) => {
      const reading = parseQuestion(question, context);
      return reading.kind === 'register' && !reading.assumed;
    });
    expect(own.length).toBeGreaterThan(20);
    for (const question of own) {
      expect(ask(question, 'Has Brazil ratified the Budapest Convention?')).toBe(question);
    }
  });
});
