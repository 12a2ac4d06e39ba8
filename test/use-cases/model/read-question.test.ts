import { describe, expect, it } from 'vitest';
import { createOpenAiQuestionReader } from '../../../src/adapters/langchain/openai-question-reader.js';
import type { FakeReply, FakeRequest } from '../../fakes/openai/index.js';
import { calls, refuses, says } from '../../fakes/openai/index.js';
import { modelProduct } from './product.js';
import { proposed } from './proposals.js';

const question = 'Kindly enumerate whoever is aboard the Harbour Call';

const isReading = ({ body }: FakeRequest) =>
  body['response_format'] !== undefined || body['tools'] !== undefined;

/** A product whose model reads with one reply and writes NO ANSWER. */
async function readingWith(reply: FakeReply) {
  const made = await modelProduct((desk, url) => ({
    ...desk,
    reader: createOpenAiQuestionReader({ baseUrl: url, apiKey: null, model: 'fake', retries: 0 }),
  }));
  made.server.script({
    by: (request) => (isReading(request) ? reply : says('NO ANSWER')),
  });
  return made;
}

const proposing = (overrides: Parameters<typeof proposed>[0] = {}) =>
  JSON.stringify({ kind: 'register', query: proposed(overrides) });

describe('a question that the parser cannot read', () => {
  it('is computed where the model reads it and the words bear it out', async () => {
    const { application, server } = await readingWith(says(proposing()));
    const answer = await application.ask(question);
    expect(answer).toMatchObject({ kind: 'register', count: 3, accords: ['harbour'] });
    expect(answer.participants.map(({ id }) => id).sort()).toEqual(['FRA', 'JPN', 'USA']);
    expect(answer.text).toContain('(A language model read the question; the answer is computed.)');
    expect(answer.confidence).toBeLessThanOrEqual(0.85);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['another accord', says(proposing({ accords: ['Lantern Convention'] }))],
    ['a group that is not in it', says(proposing({ bloc: 'G7' }))],
    ['a denial', says(proposing({ predicate: 'outside' }))],
    ['a predicate beyond the grammar', says(proposing().replace('participates', 'owns'))],
    ['a member beyond the grammar', says(proposing().replace('{', '{"run":"rm",'))],
    ['no JSON', says('Sure! Russia has signed it.')],
    ['another tool', calls('delete_everything', '{"all":true}')],
    ['passages', says('{"kind":"passages","query":null}')],
    ['nothing, for it is down', refuses(500)],
  ])('goes to passages where the model proposes %s', async (_, reply) => {
    const { application } = await readingWith(reply);
    const answer = await application.ask(question);
    expect(answer.kind).not.toBe('register');
    expect(answer.participants).toEqual([]);
    expect(answer.text).not.toContain('A language model read the question');
  });

  it('is not shown to the reader where it is longer than any question of a list', async () => {
    const { application, server } = await readingWith(says(proposing()));
    await application.ask(`${question} ${'and whoever else '.repeat(30)}`);
    expect(server.requests.filter(isReading)).toHaveLength(0);
  });
});

describe('a question that the parser reads', () => {
  it.each(['Who has signed the Harbour Call?', 'Has France signed the Harbour Call?'])(
    'is shown to no model: %s',
    async (text) => {
      const { application, server } = await readingWith(says(proposing()));
      expect((await application.ask(text)).kind).toBe('register');
      expect(server.requests).toHaveLength(0);
    },
  );
});
