import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileReplyCache } from '../../../src/adapters/files/reply-cache/reply-cache.js';
import {
  createOpenAiExtractor,
  type ExtractorSettings,
} from '../../../src/adapters/langchain/openai-extractor.js';
import type { Article } from '../../../src/domain/article.js';
import type { PaidExtractor } from '../../../src/ports/paid-extractor.js';
import { articleOf, describeClaimExtractor, told } from '../../contracts/claim-extractor.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import {
  calls,
  type FakeOpenAi,
  malformed,
  refuses,
  type Script,
  says,
  stalls,
  startFakeOpenAi,
} from '../../fakes/openai/index.js';
import { shippedWorld } from '../../fixtures/extraction/world.js';
import { settingsFor } from './settings.js';

let server: FakeOpenAi;
let world: Awaited<ReturnType<typeof shippedWorld>>;

const signed = {
  participant: 'Kenya',
  accord: 'Artemis Accords',
  action: 'signed',
  date: '2024-05-03',
  quote: 'Kenya signed the Artemis Accords on 3 May 2024.',
};
const absent = {
  ...signed,
  participant: 'Peru',
  action: 'absent',
  date: null,
  quote: 'Peru has not signed the Artemis Accords.',
};
const figure = {
  accord: 'Artemis Accords',
  count: 51,
  qualifier: 'over',
  unit: 'nations',
  quote: 'Over 51 nations have signed the Artemis Accords.',
};
const proposing = (claims: readonly object[], counts: readonly object[] = []) =>
  JSON.stringify({ claims, counts });
const honest = says(proposing([signed, absent], [figure]));

beforeAll(async () => {
  server = await startFakeOpenAi({ chat: honest });
  world = await shippedWorld();
});
afterAll(() => server.close());

function extractor(more: Partial<ExtractorSettings> = {}): PaidExtractor {
  return createOpenAiExtractor({ ...settingsFor(server), prices: null, ...more }, world);
}

async function claimsFor(script: Script, article: Article = told) {
  server.script(script);
  return (await extractor().extract(article)).claims;
}

describeClaimExtractor('by an OpenAI-compatible server', (known) =>
  createOpenAiExtractor({ ...settingsFor(server), prices: null }, known),
);

describe('what an article does not carry is left out', () => {
  it.each<[string, object]>([
    ['a quote that is not there', { quote: 'Kenya signed the Artemis Accords in secret.' }],
    ['a quote with words left out', { quote: 'Kenya signed … on 3 May 2024.' }],
    ['a quote of a word', { quote: 'Kenya' }],
    ['another participant', { participant: 'Chad' }],
    ['nobody', { participant: 'Zubrowka' }],
    ['two participants as one', { participant: 'Kenya and Peru' }],
    ['an ambiguous name', { participant: 'Congo' }],
    ['another accord', { accord: 'Budapest Convention' }],
    ['an unknown accord', { accord: 'Harbour Call' }],
    ['another action', { action: 'withdrew' }],
    ['a flipped negation', { participant: 'Peru', quote: absent.quote }],
    ['an absence that is none', { action: 'absent', date: null }],
    ['an accord as participant', { participant: 'Artemis Accords' }],
  ])('%s', async (_, change) => {
    expect(await claimsFor(says(proposing([{ ...signed, ...change }])))).toEqual([]);
  });

  it.each([
    [
      'half a sentence',
      'Nobody believes that Kenya signed the Artemis Accords.',
      'Kenya signed the Artemis Accords',
    ],
    [
      'a demand',
      'Peru urged Kenya to sign the Artemis Accords.',
      'Kenya to sign the Artemis Accords.',
    ],
    [
      'a denial',
      'It is false that Kenya signed the Artemis Accords.',
      'Kenya signed the Artemis Accords.',
    ],
  ])('%s', async (_, text, quote) => {
    const claims = await claimsFor(says(proposing([{ ...signed, quote }])), articleOf(text));
    expect(claims).toEqual([]);
  });

  it('a date that the article does not state', async () => {
    const [claim] = await claimsFor(says(proposing([{ ...signed, date: '2019-01-01' }])));
    expect(claim?.on).toEqual({ earliest: null, latest: '2024-05-20' });
    const [coarse] = await claimsFor(says(proposing([{ ...signed, date: '2024-05' }])));
    expect(coarse?.on).toEqual({ earliest: '2024-05-01', latest: '2024-05-31' });
  });

  it.each([
    ['another number', { count: 61 }],
    ['another unit', { unit: 'planets' }],
    ['another accord', { accord: 'Paris Call' }],
  ])('a figure with %s', async (_, change) => {
    server.script(says(proposing([], [{ ...figure, ...change }])));
    expect((await extractor().extract(told)).counts).toEqual([]);
  });
});

describe('openai extractor', () => {
  it('finds quotes whatever their white space, marks and invisible characters', async () => {
    const text =
      'In Nairobi “Kenya’s\nday” came:\u200b Kenya\u00a0signed the  Artemis\u200b Accords.';
    const quote = 'In Nairobi "Kenya\'s day" came: Kenya signed the Artemis Accords.';
    const [claim] = await claimsFor(says(proposing([{ ...signed, quote }])), articleOf(text));
    const { start, end, quote: verbatim } = claim?.provenance ?? {};
    expect(verbatim).toBe(text.slice(start ?? 0, end ?? 0));
    expect(verbatim).toContain('Kenya\u00a0signed the  Artemis\u200b Accords.');
  });

  it('says a name only in the sentence before with less confidence', async () => {
    const text = 'Kenya made up its mind. It signed the Artemis Accords on 3 May 2024.';
    const quote = 'It signed the Artemis Accords on 3 May 2024.';
    const [claim] = await claimsFor(says(proposing([{ ...signed, quote }])), articleOf(text));
    expect(claim).toMatchObject({ confidence: 'low', provenance: { quote } });
  });

  it('takes a pronoun for nobody where two were named', async () => {
    const text = 'Kenya met Peru. It signed the Artemis Accords on 3 May 2024.';
    const quote = 'It signed the Artemis Accords on 3 May 2024.';
    expect(await claimsFor(says(proposing([{ ...signed, quote }])), articleOf(text))).toEqual([]);
  });

  it('tells each claim once', async () => {
    expect(await claimsFor(says(proposing([signed, signed, signed])))).toHaveLength(1);
  });

  it.each<[string, Script]>([
    ['prose', says('Kenya signed.')],
    ['rubbish for a tool', calls('claims', '{"claims": [')],
    ['a field too many', says(proposing([{ ...signed, register: 'delete' }]))],
    ['another action', says(proposing([{ ...signed, action: 'conquered' }]))],
    ['a refusal of what the article says', refuses(400, { message: 'too long' })],
    ['a filter', says('', { finish: 'content_filter' })],
  ])('names the article for %s', async (_, script) => {
    await expect(claimsFor(script)).rejects.toMatchObject({
      code: 'model-unavailable',
      facts: { article: told.path },
    });
  });

  it.each<[string, Script]>([
    ['refused', refuses(401)],
    ['malformed', malformed],
  ])('rejects where it is %s, which is no fault of the article', async (_, script) => {
    const error: unknown = await claimsFor(script).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'model-unavailable' });
    expect(error).not.toHaveProperty('facts.article');
  });

  it('reads a long article in parts, and tells what they cost', async () => {
    server.script(says(proposing([])));
    const before = server.requests.length;
    const long = articleOf(`${told.text}\n\n`.repeat(150));
    const prices = { input: 2, output: 8 };
    const { spent } = await extractor({ prices }).extract(long);
    const parts = server.requests.length - before;
    expect(parts).toBe(Math.ceil(long.text.length / 8000));
    expect(spent).toEqual({
      requests: parts,
      inputTokens: 100 * parts,
      outputTokens: parts,
      cost: ((200 + 8) * parts) / 1_000_000,
    });
  });

  it('reckons tokens that the server does not count', async () => {
    server.script(says(proposing([signed]), { usage: null }));
    const { spent } = await extractor().extract(told);
    expect(spent.inputTokens).toBeGreaterThan(told.text.length / 4);
    expect(spent.outputTokens).toBeGreaterThan(20);
  });

  it('stops when it is told to, and closes the connection', async () => {
    server.script(stalls());
    const reason = new Error('left');
    const controller = new AbortController();
    const running = extractor().extract(told, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    await expect(running).rejects.toBe(reason);
    expect(await server.requests.at(-1)?.cut).toBe(true);
  });

  it('pays once for the same text, whoever asks, and for another model again', async () => {
    const replies = createFileReplyCache({ folder: temporaryFolder() });
    server.script(honest);
    const first = await extractor({ replies }).extract(told);
    const before = server.requests.length;
    const again = extractor({ replies });
    const moved = articleOf(told.text, { path: 'elsewhere.md' });
    expect((await again.estimate([told, moved])).requests).toBe(0);
    const second = await again.extract(told);
    expect(second).toEqual({ ...first, spent: { ...second.spent, requests: 0, inputTokens: 0 } });
    expect((await again.extract(moved)).claims).toHaveLength(first.claims.length);
    expect(server.requests.length).toBe(before);
    const other = extractor({ replies, model: 'gpt-other' });
    expect((await other.estimate([told])).requests).toBe(1);
    await other.extract(told);
    expect(server.requests.length).toBe(before + 1);
  });

  it('estimates before it asks', async () => {
    const before = server.requests.length;
    const prices = { input: 2, output: 8 };
    const articles = Array(10).fill(told);
    const estimate = await extractor({ prices }).estimate(articles);
    expect(estimate.requests).toBe(10);
    expect(estimate.inputTokens).toBeGreaterThan((told.text.length * 10) / 4);
    const { inputTokens, outputTokens } = estimate;
    expect(estimate.cost).toBeCloseTo((inputTokens * 2 + outputTokens * 8) / 1_000_000);
    expect((await extractor().estimate(articles)).cost).toBeNull();
    expect(server.requests.length).toBe(before);
  });
});
