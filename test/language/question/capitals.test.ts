import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../src/language/question/parse.js';
import { shippedContext } from './shipped-context.js';
import { told } from './told.js';

const context = await shippedContext();
const read = (question: string) => told(parseQuestion(question, context));

describe('a capital', () => {
  it.each([
    ['Has Beijing signed the Paris Call?', 'whether CHN all signed paris-call now'],
    [
      'Did Washington join the Paris Call in 2021?',
      'whether USA all participates paris-call 2021-01-01..2021-12-31',
    ],
    ['Have Beijing and Moscow signed the Paris Call?', 'whether CHN RUS all signed paris-call now'],
    [
      'Where does New Delhi stand on the Budapest Convention?',
      'status IND all participates budapest-convention now',
    ],
  ])('stands for its government where it acts: %s', (question, reading) => {
    expect(read(question)).toBe(reading);
  });

  it.each([
    ['Has Washington State signed the Paris Call?', 'whether washington-state'],
    ['Has Berlin Partner signed the Paris Call?', 'nobody Berlin Partner'],
    ['Has Paris signed the Paris Call?', 'nobody Paris'],
    ['Is the Budapest Convention binding?', 'fact binding budapest-convention'],
    ['Who signed the Paris Call in Moscow?', 'passages paris-call'],
  ])('is something else: %s', (question, start) => {
    expect(read(question)).toContain(start);
  });
});

describe('a noun for the accord', () => {
  it('is that of any of its names', () => {
    expect(read('Hat Deutschland den Aufruf unterzeichnet?')).toBe(
      'whether DEU all signed paris-call now (assumed)',
    );
    expect(read('Has France signed the convention?')).toBe('which accord?');
  });
});

it('leaves "everyone but" one to passages', () => {
  expect(read('Has everyone but Russia signed the Paris Call?')).toBe('passages paris-call');
  expect(read('Has everyone signed the Paris Call?')).toContain('every');
});
