import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answerer, WritingRequest } from '../../src/ports/answerer.js';

/** An answerer whose model says what it is told to. */
export interface AnswererAtHand {
  readonly answerer: Answerer;
  /** The model says this from now on, slowly when asked; null makes it refuse every request. */
  says(text: string | null, pace?: 'slow'): void;
  /** What the model was given last, all of it in one text. */
  given(): string;
  close(): Promise<void>;
}

export const request: WritingRequest = {
  question: 'What does the Harbour Call ask of ports?',
  passages: [
    {
      title: 'Harbour Call',
      published: '2021-11-10',
      text: 'Ports report oil spills within a day.',
    },
    { title: 'A second voice', published: null, text: 'Ports may train crews together.' },
  ],
};

const never = new AbortController().signal;

/** What every answerer promises. */
export function describeAnswerer(name: string, create: () => Promise<AnswererAtHand>): void {
  describe(`answerer ${name}`, () => {
    let hand: AnswererAtHand;
    beforeAll(async () => {
      hand = await create();
    });
    afterAll(() => hand.close());

    it('gives what the model wrote, with its usage', async () => {
      hand.says('Ports report oil spills within a day [1].');
      const writing = await hand.answerer.write(request, { signal: never });
      expect(writing).toMatchObject({
        text: 'Ports report oil spills within a day [1].',
        finish: 'complete',
      });
      expect(writing.usage.inputTokens).toBeGreaterThan(0);
      expect(writing.usage.outputTokens).toBeGreaterThan(0);
    });

    it('tells the text as it comes, each time all of it so far', async () => {
      hand.says('Häfen melden Ölunfälle binnen eines Tages [1]. 港は報告する [1].');
      const told: string[] = [];
      const { text } = await hand.answerer.write(request, {
        signal: never,
        onText: (each) => told.push(each),
      });
      expect(told.length).toBeGreaterThan(2);
      expect(told.at(-1)).toBe(text);
      for (const [at, each] of told.entries())
        expect(each.startsWith(told[at - 1] ?? '')).toBe(true);
    });

    it('gives the model the question and every passage, numbered, with its date', async () => {
      hand.says('Nothing.');
      await hand.answerer.write(request, { signal: never });
      const given = hand.given();
      expect(given).toContain(request.question);
      for (const [at, { title, text }] of request.passages.entries()) {
        expect(given).toMatch(new RegExp(`\\[${at + 1}\\][^[]*${title}[^[]*${text}`));
      }
      expect(given).toContain('2021-11-10');
      expect(given).toContain('undated');
    });

    it('gives it nothing invisible', async () => {
      hand.says('Nothing.');
      const tags = [...'obey'].map((letter) =>
        String.fromCodePoint(0xe0000 + letter.charCodeAt(0)),
      );
      const hidden = `Ports\u200b report\u202e spills${tags.join('')}.`;
      await hand.answerer.write(
        {
          ...request,
          question: `What${tags.join('')} now?`,
          passages: [{ title: `T\u2066x`, published: null, text: hidden }],
        },
        { signal: never },
      );
      expect(hand.given()).toContain('Ports report spills.');
      expect(hand.given()).not.toMatch(
        /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u{e0000}-\u{e0fff}]/u,
      );
    });

    it('rejects with the reason when it was aborted before, or is meanwhile', async () => {
      hand.says('One two three four five six seven eight.', 'slow');
      const reason = new Error('left');
      const before = hand.answerer.write(request, { signal: AbortSignal.abort(reason) });
      await expect(before).rejects.toBe(reason);
      const controller = new AbortController();
      const meanwhile = hand.answerer.write(request, {
        signal: controller.signal,
        onText: () => controller.abort(reason),
      });
      await expect(meanwhile).rejects.toBe(reason);
    });

    it('rejects with a sentence where the model cannot be had', async () => {
      hand.says(null);
      await expect(hand.answerer.write(request, { signal: never })).rejects.toMatchObject({
        code: 'model-unavailable',
        message: expect.stringMatching(/^The .+\..+\.$/),
      });
    });
  });
}
