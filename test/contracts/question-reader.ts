import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProposedQuery } from '../../src/domain/proposed-query.js';
import type { QuestionReader } from '../../src/ports/question-reader.js';

/** A reader whose model says what it is told to. */
export interface ReaderAtHand {
  readonly reader: QuestionReader;
  /** The model says this from now on; null makes it refuse every request. */
  says(text: string | null): void;
  /** What the model was given last. */
  given(): string;
  close(): Promise<void>;
}

export const query: ProposedQuery = {
  ask: 'whether',
  accords: ['Harbour Call'],
  combine: 'all',
  predicate: 'signed',
  participants: ['Kenya'],
  bloc: null,
  type: null,
  date: '2021',
};

export const question = 'Harbour Call, Kenya, aboard by 2021 or nah?';
const never = new AbortController().signal;

/** What every reader of questions promises. */
export function describeQuestionReader(name: string, create: () => Promise<ReaderAtHand>): void {
  describe(`question reader ${name}`, () => {
    let hand: ReaderAtHand;
    beforeAll(async () => {
      hand = await create();
    });
    afterAll(() => hand.close());

    const read = () => hand.reader.read(question, { signal: never });
    const proposal = (more: object = {}) =>
      JSON.stringify({ kind: 'register', query: { ...query, ...more } });

    it('proposes the query that the model gives, with the usage', async () => {
      hand.says(proposal());
      const { reading, usage } = await read();
      expect(reading).toEqual({ kind: 'register', query });
      expect(usage.inputTokens).toBeGreaterThan(0);
      expect(hand.given()).toContain(question);
    });

    it.each([
      ['passages', JSON.stringify({ kind: 'passages', query: null })],
      ['a query with kind passages', JSON.stringify({ kind: 'passages', query })],
      ['no query', JSON.stringify({ kind: 'register', query: null })],
      ['prose', 'Kenya signed in 2021.'],
      ['broken JSON', proposal().slice(0, 40)],
      ['a list', `[${proposal()}]`.repeat(2)],
      ['another predicate', proposal({ predicate: 'destroyed' })],
      ['another ask', proposal({ ask: 'delete' })],
      ['a field too many', proposal({ answer: 'yes' })],
      ['a field too few', JSON.stringify({ kind: 'register', query: { ask: 'list' } })],
      ['a date in words', proposal({ date: 'last spring' })],
      ['names without end', proposal({ participants: Array(500).fill('Kenya') })],
      ['a name without end', proposal({ bloc: 'x'.repeat(5000) })],
      ['an empty name', proposal({ accords: [' '] })],
    ])('reads %s as passages', async (_, text) => {
      hand.says(text);
      expect((await read()).reading).toEqual({ kind: 'passages' });
    });

    it('rejects where the model cannot be had, and when it is aborted', async () => {
      hand.says(null);
      await expect(read()).rejects.toMatchObject({ code: 'model-unavailable' });
      const reason = new Error('left');
      const aborted = hand.reader.read(question, { signal: AbortSignal.abort(reason) });
      await expect(aborted).rejects.toBe(reason);
    });
  });
}
