import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsAmong } from '../../../src/use-cases/community/gaps.js';
import { askedOf, unansweredOf } from '../../contracts/state-store.js';
import { answerOf } from '../../fakes/application.js';

const unanswered = (question: string, n = 0, accords: readonly string[] = []) => ({
  asked: unansweredOf({
    id: `q${n}`,
    question,
    askedAt: new Date(Date.UTC(2026, 2, 1) - n * 1_000).toISOString(),
    answer: answerOf({ kind: 'unanswered', accords }),
  }),
  votes: [],
});
const groupsOf = (...questions: readonly string[]) =>
  gapsAmong(questions.map((question, n) => unanswered(question, n))).map(({ asked }) => asked);

describe('gaps', () => {
  it.each([
    ['Has Japan signed the Paris Call?', 'did japan sign the PARIS call'],
    ['Is Japan a signatory of the Paris Call?', 'Has Japan signed the Paris Call?'],
    ["Le Japon a-t-il signé l'Appel de Paris ?", 'Le Japon a signé l’appel de Paris?'],
    ['日本は巴黎倡议に署名した?', '日本は巴黎倡议に署名したか'],
  ])('take "%s" and "%s" for one', (one, other) => {
    expect(groupsOf(one, other)).toEqual([2]);
  });

  it.each([
    ['Has Japan signed the Paris Call?', 'Has Brazil signed the Paris Call?'],
    ['Has Japan signed the Paris Call?', 'Has Japan signed the Budapest Convention?'],
    ['Which G20 states have not signed the Call?', 'What does the Call ask of companies?'],
    ['?', '!'],
  ])('keep "%s" and "%s" apart', (one, other) => {
    expect(groupsOf(one, other)).toEqual([1, 1]);
  });

  it('keep questions apart whose answers are on other accords', () => {
    const text = 'Which states have signed it by now?';
    const gaps = gapsAmong([
      unanswered(text, 0, ['paris-call']),
      unanswered(text, 1, ['tpnw']),
      unanswered(text, 2, []),
    ]);
    expect(gaps.map(({ asked }) => asked)).toEqual([2, 1]);
  });

  it('count what was asked, unanswered and marked down, with what voters said', () => {
    const vote = { answer: 'q9', user: 'u', vote: 'down', votedAt: '2026-03-02' } as const;
    const marked = {
      asked: askedOf({ id: 'q9', askedAt: '2026-02-01T00:00:00.000Z' }),
      votes: [
        { ...vote, comment: 'wrong day' },
        { ...vote, comment: ' ' },
        { ...vote, comment: 'later', votedAt: '2026-03-03' },
        { ...vote, vote: 'up' as const, comment: 'fine' },
      ],
    };
    const others = [
      unanswered('What is the TPNW?', 0),
      unanswered('Has Japan signed the Paris Call?', 1),
    ];
    expect(gapsAmong([...others, marked])).toEqual([
      {
        question: 'Has Japan signed the Paris Call?',
        asked: 2,
        unanswered: 1,
        markedDown: 1,
        comments: ['later', 'wrong day'],
        last: '2026-02-28T23:59:59.000Z',
      },
      expect.objectContaining({ question: 'What is the TPNW?', asked: 1, comments: [] }),
    ]);
  });

  it('hold every question once, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (questions) => {
        const sizes = groupsOf(...questions);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(questions.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }),
    );
  });

  it('are found among 2,000 questions without keeping anyone waiting', () => {
    const names = Array.from({ length: 200 }, (_, n) => `Name${n.toString(36)}land`);
    const questions = Array.from({ length: 2_000 }, (_, n) =>
      unanswered(`Has ${names[n % 200]} signed the accord of ${names[(n * 7) % 190]}?`, n),
    );
    const begun = performance.now();
    expect(gapsAmong(questions).length).toBeGreaterThan(100);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
