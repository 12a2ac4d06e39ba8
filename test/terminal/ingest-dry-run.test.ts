import { describe, expect, it } from 'vitest';
import type { IngestPreview } from '../../src/domain/reports.js';
import { fakeApplication, ingestReportOf } from '../fakes/application.js';
import { accord } from './harness.js';

const spent = { requests: 14, inputTokens: 31_000, outputTokens: 1400, cost: 0.1234 };
const reading = { by: 'openai/gpt-x/extraction-1', articles: 12, spent };
const nothing = 'Nothing was asked of a server, and nothing was written.';

function previewing(more: Partial<IngestPreview>) {
  const { articles } = ingestReportOf();
  return fakeApplication({
    preview: async () => ({ articles, changes: null, reading, ...more }),
  });
}

describe('accord ingest --dry-run', () => {
  it('tells requests, tokens and cost, and does nothing', async () => {
    const application = previewing({});
    const words = ['ingest', '--extract', 'model', '--dry-run'];
    const { output, opened, exitCode } = await accord(words, { application });
    expect(opened).toEqual([{ ACCORD_EXTRACT: 'model' }]);
    expect(output).toContain(
      'To be read by openai/gpt-x/extraction-1: 12 articles, at most some 14 requests, 31,000 tokens read and 1,400 written, at a cost of 0.1234.',
    );
    expect(output).toContain('not known before the model has read');
    expect([output.trimEnd().endsWith(nothing), exitCode]).toEqual([true, 0]);
    expect(application.calls.map(({ name }) => name)).toEqual(['preview', 'close']);
  });

  it('says what to set where no prices are known, and what is known already', async () => {
    const free = previewing({ reading: { ...reading, spent: { ...spent, cost: null } } });
    const words = ['ingest', '--dry-run'];
    expect((await accord(words, { application: free })).output).toContain(
      'set ACCORD_PRICE_INPUT and ACCORD_PRICE_OUTPUT to see the cost',
    );
    const none = { ...reading, spent: { ...spent, requests: 0 } };
    const known = previewing({ reading: none, changes: [] });
    const { output } = await accord(words, { application: known });
    expect(output).toContain('nothing that it has not read');
    expect(output).toContain('Nothing would change in the register.');
  });

  it('lists what would change where rules alone read, or prints JSON', async () => {
    const change = {
      accord: 'paris-call',
      participant: 'NOR',
      name: 'Norway',
      change: 'added' as const,
      before: null,
      after: 'participates',
    };
    const application = previewing({ reading: null, changes: [change] });
    const { output } = await accord(['ingest', '--dry-run'], { application });
    expect(output).toMatch(/paris-call +Norway +— +participates/);
    const json = await accord(['ingest', '--dry-run', '--json'], { application });
    expect(JSON.parse(json.output)).toMatchObject({ reading: null, changes: [change] });
  });
});

describe('accord ingest with a model', () => {
  it('tells what it took, and what rules alone read', async () => {
    const failed = [{ path: 'news/long.md', reason: 'It refused the text.' }];
    const report = ingestReportOf({ reading: { ...reading, failed } });
    const application = fakeApplication({ ingest: async () => report });
    const { output } = await accord(['ingest'], { application });
    expect(output).toContain('Read by openai/gpt-x/extraction-1: 12 articles, 14 requests');
    expect(output).toContain('Read by rules alone: news/long.md — It refused the text.');
  });

  it('knows no other reader', async () => {
    const { exitCode, errorOutput } = await accord(['ingest', '--extract', 'magic']);
    expect([exitCode, errorOutput]).toEqual([2, expect.stringContaining('offline, model')]);
  });
});
