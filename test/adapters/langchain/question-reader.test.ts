import { describe, expect, it } from 'vitest';
import { createOpenAiQuestionReader } from '../../../src/adapters/langchain/openai-question-reader.js';
import {
  describeQuestionReader,
  query,
  question,
  type ReaderAtHand,
} from '../../contracts/question-reader.js';
import {
  calls,
  type FakeReply,
  type FakeRequest,
  refuses,
  type Saying,
  says,
  stalls,
  startFakeOpenAi,
} from '../../fakes/openai/index.js';
import { hasty, settingsFor } from './settings.js';

const register = JSON.stringify({ kind: 'register', query });
const never = new AbortController().signal;

const held = ({ body }: FakeRequest) =>
  body['response_format'] ? 'schema' : body['tools'] ? 'tool' : 'prompt';

/** Servers that know nothing of a way to hold the model refuse it. */
const knowing = (known: readonly string[], reply: (request: FakeRequest) => FakeReply) => ({
  by: (request: FakeRequest) => {
    const hold = held(request);
    if (known.includes(hold)) return reply(request);
    const message = `Unsupported parameter: '${hold === 'schema' ? 'response_format' : 'tools'}'`;
    return refuses(hold === 'schema' ? 400 : 422, { message });
  },
});

async function atHand(
  known: readonly string[],
  reply: (text: string) => (request: FakeRequest) => FakeReply,
): Promise<ReaderAtHand> {
  const server = await startFakeOpenAi();
  return {
    reader: createOpenAiQuestionReader(settingsFor(server)),
    says: (text) => server.script(text === null ? refuses(401) : knowing(known, reply(text))),
    given: () => (server.requests.at(-1)?.messages ?? []).map(({ content }) => content).join('\n'),
    close: () => server.close(),
  };
}

const text = (said: string, saying?: Saying) => () => says(said, saying);

describeQuestionReader('held by a schema', () => atHand(['schema', 'tool', 'prompt'], text));
describeQuestionReader('held by a tool', () =>
  atHand(['tool', 'prompt'], (said) => () => calls('reading', said)),
);
describeQuestionReader('held by its prompt, talking around it', () =>
  atHand(['prompt'], (said) => text(`Here you are:\n\`\`\`json\n${said}\n\`\`\`\nEnjoy!`)),
);

describe('openai question reader', () => {
  it('asks a server only once for what it refuses', async () => {
    const server = await startFakeOpenAi({ chat: knowing(['prompt'], text(register)) });
    const reader = createOpenAiQuestionReader(settingsFor(server));
    await reader.read(question, { signal: never });
    expect(server.requests.map(held)).toEqual(['schema', 'tool', 'prompt']);
    await reader.read(question, { signal: never });
    expect(server.requests.slice(3).map(held)).toEqual(['prompt']);
    await server.close();
  });

  it('takes what a server says in text that ignores how it was held', async () => {
    const server = await startFakeOpenAi({ chat: says(register) });
    const reader = createOpenAiQuestionReader(settingsFor(server));
    expect((await reader.read(question, { signal: never })).reading.kind).toBe('register');
    expect(server.requests[0]?.body['response_format']).toMatchObject({
      json_schema: { strict: true, schema: { additionalProperties: false } },
    });
    await server.close();
  });

  it.each([
    ['rubbish for a tool', calls('reading', '{"kind": <<<'), { kind: 'passages' }],
    ['a tool of another name', calls('shell', '{"command": "rm"}'), { kind: 'passages' }],
    [
      'an answer cut at its limit',
      says(register.slice(0, 60), { finish: 'length' }),
      { kind: 'passages' },
    ],
    ['an answer held back', says('', { finish: 'content_filter' }), { kind: 'passages' }],
  ])('reads %s as passages', async (_, reply, reading) => {
    const server = await startFakeOpenAi({ chat: reply });
    const reader = createOpenAiQuestionReader(settingsFor(server));
    expect((await reader.read(question, { signal: never })).reading).toEqual(reading);
    await server.close();
  });

  it('does not wait for a silent server', async () => {
    const server = await startFakeOpenAi({ chat: stalls() });
    const reader = createOpenAiQuestionReader(settingsFor(server, hasty));
    await expect(reader.read(question, { signal: never })).rejects.toMatchObject({
      code: 'model-slow',
    });
    await server.close();
  });
});
