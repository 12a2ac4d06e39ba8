import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import type { Application } from '../../src/use-cases/application.js';
import { type Expected, missesOf } from '../../src/use-cases/model/evaluate-expected.js';

const questions = ['shipped-corpus', 'as-typed'].flatMap((name) =>
  readFileSync(new URL(`../fixtures/questions/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): Expected => JSON.parse(line)),
);

describe('the shipped corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-shipped-'));
  let application: Application;

  beforeAll(async () => {
    const config = parseConfig({ ACCORD_DATA: folder });
    application = compose(config, createLogger(config, process.stderr));
    const report = await application.ingest();
    expect(report.articles.failed).toEqual([]);
  }, 120_000);

  afterAll(async () => {
    await application.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(questions)('answers $id: $question', async (expected) => {
    expect(missesOf(expected, await application.ask(expected.question))).toEqual([]);
  });

  it('cites every source by a number that its text uses', async () => {
    for (const { question } of questions) {
      const { text, citations } = await application.ask(question);
      for (const { n } of citations) expect(text, question).toContain(`[${n}]`);
      const used = [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
      expect(new Set(citations.map((citation) => citation.n))).toEqual(new Set(used));
    }
  });

  it('says the day of every computed list', async () => {
    const { asOf, text } = await application.ask('Who has not signed the Paris Call yet?');
    expect(asOf).toBe('2025-12-25');
    expect(text).toContain('read on 25 December 2025, last edited on 19 January 2024');
  });

  it('computes on the day that it is asked for', async () => {
    const answer = await application.ask('Has the United States signed the Paris Call?', {
      asOf: '2020-06-01',
    });
    expect(answer.verdict).toBe('no');
    expect(answer.asOf).toBe('2020-06-01');
  });
});
