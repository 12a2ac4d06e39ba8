import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexicalIndexFactory } from '../../../src/adapters/bm25/lexical-index.js';
import type { Answer } from '../../../src/domain/answer.js';
import type { Article } from '../../../src/domain/article.js';
import { splitPassages } from '../../../src/language/passages.js';
import { pointsBack } from '../../../src/language/passages-bare.js';
import { splitSentences } from '../../../src/language/sentences.js';
import { extractSentences } from '../../../src/use-cases/passages/extract.js';
import type { Extract } from '../../../src/use-cases/passages/joining.js';
import { articleOf } from '../../fakes/corpus.js';
import { fakeEmbedder } from '../../fakes/embedder.js';
import { harbourCorpus } from '../../fakes/harbour.js';
import { productOf } from '../../fakes/product.js';

const dredging = `# Dredging of the lagoon

The lagoon is dredged by six tugs in spring. They dump the mud of the lagoon on the outer bank.

Engineers of the lagoon prefer the following dredging methods:

- dredging with a suction pipe
- dredging with a grab on a barge
- blasting

## Disputes

It delayed the dredging of the lagoon by a year. Fishermen went to court.
`;
const copy = `${dredging.replace('six tugs', 'seven tugs')}\nReprinted with leave.\n`;

async function asked(question: string, ...texts: readonly string[]): Promise<Answer> {
  const articles = texts.map((text, at) =>
    articleOf(`lagoon-${at}`, text, { title: `Lagoon ${at}`, accord: null }),
  );
  const { application } = productOf(
    { ...harbourCorpus, articles: [...harbourCorpus.articles, ...articles] },
    { minConfidence: 0 },
  );
  await application.ingest();
  return application.ask(question);
}

async function extractedFrom(article: Article, question: string): Promise<readonly Extract[]> {
  const embedder = fakeEmbedder();
  const found = splitPassages(article, { maxWords: 40, fits: () => true }).map(
    (passage, index) => ({
      passage: { ...passage, index },
      score: 1 - index / 100,
      cosine: 0.5,
      words: 1,
    }),
  );
  const lexical = await createLexicalIndexFactory().build(
    found.map(({ passage }) => ({ index: passage.index, title: '', text: passage.text })),
  );
  return extractSentences(question, [await embedder.embedQuestion(question)], found, {
    knowledge: { articles: new Map([[article.path, article]]), lexical },
    embedder,
    admits: () => true,
    expansion: { formally: null, participants: '' },
  });
}

describe('an extracted answer', () => {
  it('brings the sentence that a pronoun stands for, in one quote with it', async () => {
    const { text, citations } = await asked('Where do they dump mud on the outer bank?', dredging);
    expect(text).toContain(
      'The lagoon is dredged by six tugs in spring. They dump the mud of the lagoon on the outer bank. [1]',
    );
    expect(citations[0]?.quote).toBe(
      'The lagoon is dredged by six tugs in spring. They dump the mud of the lagoon on the outer bank.',
    );
  });

  it('gives an item of a list with its lead-in', async () => {
    const { text, citations } = await asked('Which dredging uses a grab on a barge?', dredging);
    const at = text.indexOf('dredging with a grab on a barge');
    const lead = text.indexOf('prefer the following dredging methods:');
    expect(lead).toBeGreaterThanOrEqual(0);
    expect(at).toBeGreaterThan(lead);
    for (const { quote } of citations) expect(dredging).toContain(quote);
  });

  it('writes neighbouring items in one line, verbatim in the quote', async () => {
    const { text, citations } = await asked(
      'Which dredging methods do engineers prefer?',
      dredging,
    );
    expect(text).toContain(
      'methods: dredging with a suction pipe; dredging with a grab on a barge',
    );
    expect(citations.map((one) => one.quote).join()).toContain('methods:\n\n- dredging with a');
  });

  it('puts the title before what has nothing to lean on', async () => {
    const { text } = await asked('What delayed the dredging by a year?', dredging);
    expect(text).toContain('[Lagoon 0] It delayed the dredging of the lagoon by a year.');
  });

  it('quotes an article for each part of a question', async () => {
    const { citations } = await asked(
      'Was the lagoon dredged by six tugs in spring, while the northern orchard was pruned by nine gardeners?',
      'The lagoon was dredged by six tugs in spring.\n',
      'The northern orchard was pruned by nine gardeners.\n',
    );
    expect(citations.map((one) => one.article).toSorted()).toEqual([
      'harbour/lagoon-0.md',
      'harbour/lagoon-1.md',
    ]);
  });

  it('does not say twice what two articles print', async () => {
    const { citations } = await asked('Who dumps mud on the outer bank?', dredging, copy);
    expect(new Set(citations.map((one) => one.article)).size).toBe(1);
  });

  it('keeps to five sentences, quotes verbatim, and never begins lost or with a heading', async () => {
    const sentence = fc.constantFrom(
      'The lagoon is dredged by six tugs.',
      'They dredge the lagoon at night.',
      'This lagoon is dredged on Sundays.',
      'Dredging a lagoon takes a permit.',
      'The permit to dredge the lagoon is dear:',
      'Six of these tugs dredge no lagoon.',
    );
    const block = fc.oneof(
      fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
      fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => `- ${all.join('\n- ')}`),
      fc.constantFrom('## Dredging the lagoon', '# 2019'),
    );
    const any = fc.array(block, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(any, async (blocks) => {
        const article = articleOf('lagoon', `${blocks.join('\n\n')}\n`, { title: 'Lagoon' });
        const extracts = await extractedFrom(article, 'Who dredges the lagoon?');
        let sentences = 0;
        let end = 0;
        for (const one of extracts) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(article.text.slice(one.start, one.end)).toBe(one.quote);
          expect(one.quote).not.toMatch(/^#|\n#/);
          const follows = end > 0 && !/\n\s*#/.test(article.text.slice(end, one.start));
          const told = follows || /^\[[^\]]+\] /.test(one.text);
          const [first] = splitSentences(one.quote);
          const opening = one.quote.slice(first?.start, first?.end);
          if (!told) expect(pointsBack(opening), one.text).toBe(false);
          sentences += splitSentences(one.quote).length;
          end = one.end;
        }
        expect(sentences).toBeLessThanOrEqual(5);
        // A lead-in may end an extract only where an item further down its list follows.
        expect(extracts.at(-1)?.text ?? '').not.toMatch(/:$/);
      }),
      { numRuns: 200 },
    );
  });
});
