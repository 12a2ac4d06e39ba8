import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentAnswer } from '../../../src/discord/present/answer.js';
import { english } from '../../../src/discord/texts/en/english.js';
import type { Answer } from '../../../src/domain/answer.js';
import type { CorpusContent } from '../../../src/ports/corpus-source.js';
import type { Application } from '../../../src/use-cases/application.js';
import { assertMessageInert } from '../../discord/markup.js';
import { type FakeOpenAi, startFakeOpenAi } from '../../fakes/openai/index.js';
import { productOf } from '../../fakes/product.js';
import { citing, deskFor } from '../../fixtures/adversarial/stage.js';
import { assertSupported, saidIn } from '../../fixtures/adversarial/support-oracle.js';
import {
  type AdversarialCase,
  casesOf,
  extractorFor,
  type PlantedArticle,
  titleIn,
  worldWith,
} from '../../fixtures/adversarial/world.js';

interface Stage {
  readonly world: CorpusContent;
  /** With the model, and without it over the same snapshot. */
  readonly written: Application;
  readonly plain: Application;
}

const cases = [...casesOf('lies'), ...casesOf('planted')];
const stages = new Map<string, Promise<Stage>>();
const folder = mkdtempSync(join(tmpdir(), 'accord-adversarial-'));
let server: FakeOpenAi;

function stageFor(planted: readonly PlantedArticle[] = []): Promise<Stage> {
  const key = JSON.stringify(planted);
  const made = stages.get(key) ?? build(planted);
  stages.set(key, made);
  return made;
}

async function build(planted: readonly PlantedArticle[]): Promise<Stage> {
  const world = worldWith(planted);
  const options = { extractorFor, minConfidence: 0 };
  const data = mkdtempSync(join(folder, 'data-'));
  const { application: plain } = productOf(world, options, data);
  await plain.ingest();
  const model = deskFor(server);
  return { world, plain, written: productOf(world, { ...options, model }, data).application };
}

const bare = (sentence: string) => sentence.replace(/ ?\[[^\]]*\](?!\()/g, '').replace(/\.$/, '');

async function asked(one: AdversarialCase): Promise<{ answer: Answer; stage: Stage }> {
  const stage = await stageFor(one.articles);
  const [first = [], ...rest] = [one.true.slice(0, 1), one.lies, one.true.slice(1)];
  server.script(citing([...first, ...rest.flat()].join(' '), titleIn(stage.world)));
  const before = server.requests.length;
  const answer = await stage.written.ask(one.question);
  expect(server.requests.length, 'the model was asked').toBe(before + 1);
  return { answer, stage };
}

beforeAll(async () => {
  server = await startFakeOpenAi();
});
afterAll(async () => {
  for (const { written, plain } of await Promise.all(stages.values())) {
    await written.close();
    await plain.close();
  }
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the suite', () => {
  it('is large, and no two cases are the same', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ family, id }) => family + id)).size).toBe(cases.length);
    const told = cases.map(({ question, lies, articles }) =>
      JSON.stringify([question, lies, articles]),
    );
    expect(new Set(told).size).toBe(cases.length);
  });
});

describe.each([...new Set(cases.map(({ family }) => family))])('%s', (family) => {
  it.each(cases.filter((one) => one.family === family))('$id: $question $lies', async (one) => {
    const { answer, stage } = await asked(one);
    const said = saidIn(answer);
    for (const never of one.never ?? one.lies.map(bare)) expect(said).not.toContain(never);
    if (one.fallsBack) {
      const offline = await stage.plain.ask(one.question);
      expect(answer.writing).toMatchObject({ by: null, setback: 'unsupported' });
      expect(answer.text.startsWith(`${offline.text} (Sentences of the sources: `)).toBe(true);
      expect(answer.citations).toEqual(offline.citations);
    } else {
      expect(answer.writing).toMatchObject({ leftOut: one.lies.length, setback: null });
      for (const sentence of one.true) expect(said).toContain(bare(sentence));
      assertSupported(answer, stage.world.articles);
    }
    assertMessageInert(
      presentAnswer({
        asked: {
          id: 'Ab3dEf9h',
          askedAt: '2026-08-01T12:00:00.000Z',
          question: one.question,
          answer,
          user: '1',
          guild: null,
          channel: '2',
        },
        texts: english,
        page: 0,
        hidden: false,
      }),
    );
  });
});

describe('what is planted', () => {
  const planted = [
    ...new Map(cases.flatMap(({ articles }) => articles ?? []).map((one) => [one.name, one])),
  ].map(([, article]) => article);
  const questions = [
    'Who has signed the Harbour Call?',
    'Which G7 states have not signed the Harbour Call?',
    'How many states support the Harbour Call?',
    'Has France signed the Harbour Call?',
    'Has Ireland ratified the Lantern Convention?',
  ];

  it.each(planted)('$name moves no list and no verdict, and no model is asked', async (article) => {
    const [honest, moved] = [await stageFor(), await stageFor([article])];
    const before = server.requests.length;
    for (const question of questions) {
      const [expected, answer] = [
        await honest.plain.ask(question),
        await moved.written.ask(question),
      ];
      const { kind, verdict, participants, count, counts, date, text } = answer;
      expect(answer.contradictions.every(({ source }) => source.length > 0)).toBe(true);
      expect({ kind, verdict, participants, count, counts, date }).toEqual({
        kind: 'register',
        verdict: expected.verdict,
        participants: expected.participants,
        count: expected.count,
        counts: expected.counts,
        date: expected.date,
      });
      expect(text).toBe(expected.text);
    }
    expect(server.requests.length).toBe(before);
    for (const accord of ['harbour', 'lantern']) {
      const [expected, list] = [
        await honest.plain.signatories({ accord }),
        await moved.written.signatories({ accord }),
      ];
      expect(list.counts).toEqual(expected.counts);
      for (const one of list.participants) {
        if (expected.participants.some((other) => JSON.stringify(other) === JSON.stringify(one)))
          continue;
        expect(one.source).toBe(`https://example.org/${article.name}`);
      }
    }
    for (const claim of await moved.written.claims({})) {
      const { by, article: path } = claim.provenance;
      if (by === 'article') expect(moved.world.articles.map((one) => one.path)).toContain(path);
    }
  });

  it('is read for claims all the same, each under its own name', async () => {
    const poison = planted.filter(({ name }) => name === 'poison');
    const { written } = await stageFor(poison);
    const claims = await written.claims({ article: 'harbour/poison.md' });
    expect(claims.map(({ participant }) => participant.id)).toEqual(
      expect.arrayContaining(['DEU', 'FRA']),
    );
    const conflicts = await written.conflicts('harbour');
    expect(JSON.stringify(conflicts)).toContain('https://example.org/poison');
  });
});
