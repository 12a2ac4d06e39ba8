import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOfflineExtractor } from '../../src/adapters/offline/claim-extractor.js';
import { checkText } from '../../src/use-cases/check-text.js';
import { createCitations } from '../../src/use-cases/register/citations.js';
import { theAccord } from '../../src/use-cases/register/phrases.js';
import { shippedCorpus } from '../fakes/shipped-corpus.js';
import { shippedWorld } from '../fixtures/extraction/world.js';
import { shippedContext } from '../language/question/shipped-context.js';

const { register, groups, read } = await shippedCorpus();
const context = await shippedContext();
const extractor = createOfflineExtractor(await shippedWorld());
const articles = new Map(read.articles.map((article) => [article.path, article]));

function check(message: string) {
  const citations = createCitations(register, articles);
  const desk = { register, groups, citations, today: '2026-08-01' };
  return checkText(desk, context, extractor, message);
}

const file = new URL('../fixtures/questions/checked-sentences.txt', import.meta.url);
const labelled = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [message = '', findings = ''] = line.split(' | ');
    return { message: message.replaceAll('\\n', '\n'), findings };
  });

describe('what a message claims', () => {
  it.each(labelled)('$message → $findings', async ({ message, findings }) => {
    const { statements } = await check(message);
    const found = statements.map((one) => `${one.participant.id} ${one.finding}`).join(', ');
    expect(found || 'nothing').toBe(findings);
  });

  it('is quoted verbatim, answered with sources and dated', async () => {
    const message = 'Hi <@1234567890123>! **The US** never signed the Paris Call 😂. Bye.';
    const { statements, citations, asOf } = await check(message);
    const [only] = statements;
    expect(statements).toHaveLength(1);
    expect(message).toContain(only?.quote);
    expect(only?.claimed).toBe('The United States has not signed the Paris Call');
    expect(only?.text).toContain('supported the Paris Call on 10 November 2021 [1]');
    expect(citations[0]?.n).toBe(1);
    expect(asOf).toBe('2025-12-25');
  });

  it('is held against the day that it names', async () => {
    const { statements } = await check(
      'The US had not signed the Paris Call by 2020. The US had signed the Paris Call by 2022.',
    );
    expect(statements.map((one) => one.finding)).toEqual(['borne-out', 'borne-out']);
  });

  it('cites by numbers that its texts use, and no others', async () => {
    const { statements, citations } = await check(labelled.map((one) => one.message).join('\n\n'));
    const used = statements.flatMap((one) => [...one.text.matchAll(/\[(\d+)\]/g)]);
    expect(new Set(used.map((match) => Number(match[1])))).toEqual(
      new Set(citations.map((citation) => citation.n)),
    );
    expect(statements.length).toBeGreaterThan(10);
  });
});

describe('claims that rosters make', () => {
  const verbs = { signed: 'signed', ratified: 'ratified', supported: 'joined' } as const;
  const known = read.rosterClaims.flatMap((claim) => {
    const verb = verbs[claim.kind as keyof typeof verbs];
    const year = claim.on?.earliest?.slice(0, 4);
    const dated = year !== undefined && claim.on?.latest?.slice(0, 4) === year;
    return verb && dated && claim.participant.type === 'state' ? [{ claim, verb, year }] : [];
  });

  it('are never contradicted, nor borne out of another year', async () => {
    const names = await fc.check(
      fc.asyncProperty(fc.constantFrom(...known), async ({ claim, verb, year }) => {
        const who = register.participants.get(claim.participant.id)?.name ?? '';
        const what = `${who} ${verb} ${theAccord(register.accords.get(claim.accord), claim.accord)}`;
        const right = await check(`${what} in ${year}.`);
        const wrong = await check(`${what} in ${Number(year) - 3}.`);
        expect(right.statements.map((one) => one.finding)).not.toContain('contradicted');
        expect(wrong.statements.map((one) => one.finding)).not.toContain('borne-out');
      }),
      { numRuns: 60 },
    );
    expect(names.failed, JSON.stringify(names.counterexample)).toBe(false);
  });
});

describe('any message', () => {
  it('is read without harm, and its quotes are in it', async () => {
    const part = fc.constantFrom(
      'China signed the Paris Call',
      '**',
      '~~',
      '||',
      '[a](https://example.org/x)',
      '<@1234567890>',
      '🇨🇳',
      '\u202E',
      'مرحبا',
      '. ',
      '\n',
      '> ',
      '`',
      '(',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (parts) => {
        const message = parts.join('');
        const { statements } = await check(message);
        for (const { quote, finding } of statements) {
          expect(message).toContain(quote);
          expect(finding).toBe('contradicted');
        }
      }),
      { numRuns: 100 },
    );
  });
});
