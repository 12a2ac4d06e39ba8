import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/language/support/check-sentence.js';
import { labelled, scoreOf, shippedNames } from '../../fixtures/support/labelled.js';

const context = await shippedNames();
const source = {
  title: 'The United States in the Paris Call',
  published: '2021-11-12',
  text: 'The United States supported the Paris Call on 10 November 2021. Russia has not signed the Paris Call.',
};
const kindsOf = (sentence: string) =>
  checkSentence(sentence, [source], context).faults.map((fault) => fault.kind);

describe('the labelled sentences', () => {
  it.each([
    ['tuning', 0.99, 0.96],
    ['held-out', 0.95, 0.92],
  ] as const)('of the %s half are told apart', (half, precision, recall) => {
    const entries = labelled(half);
    const score = scoreOf(entries, context);
    expect(entries.length).toBeGreaterThan(90);
    expect(score.precision).toBeGreaterThanOrEqual(precision);
    expect(score.recall).toBeGreaterThanOrEqual(recall);
  });

  it('share no passage between the halves', () => {
    const texts = (half: 'tuning' | 'held-out') =>
      new Set(labelled(half).flatMap((entry) => entry.sources.map((each) => each.text)));
    const tuning = texts('tuning');
    expect([...texts('held-out')].filter((text) => tuning.has(text))).toEqual([]);
  });
});

describe('a sentence', () => {
  it.each([
    'The US supported the Paris Call in November 2021.',
    'As of November 2021 Russia had not signed the Paris Call.',
    'Les États-Unis ont soutenu le Paris Call le 10 novembre 2021.',
  ])('is carried: %s', (sentence) => {
    expect(checkSentence(sentence, [source], context)).toEqual({ carried: true, faults: [] });
  });

  it.each([
    ['name', 'Germany supported the Paris Call in November 2021.'],
    ['number', 'The United States supported the Paris Call as the 80th state.'],
    ['date', 'The United States supported the Paris Call on 11 November 2021.'],
    ['negation', 'Russia has signed the Paris Call.'],
    ['modality', 'The United States will support the Paris Call.'],
    ['role', 'Russia supported the Paris Call on 10 November 2021.'],
    ['verb', 'The United States ratified the Paris Call on 10 November 2021.'],
    ['quantifier', 'Only the United States supported the Paris Call.'],
    ['quote', 'The United States supported the "Paris Accord".'],
    ['link', 'The United States supported the Paris Call, see www.example.org.'],
    ['mention', 'The United States supported the Paris Call <@1234>.'],
    ['mention', 'The United States supported\u200b the Paris Call.'],
    ['content', 'The United States supported the Paris Call because of lobbying by hospitals.'],
  ] as const)('with a wrong %s says so: %s', (kind, sentence) => {
    expect(kindsOf(sentence)).toContain(kind);
  });

  it('that cites nothing is not carried', () => {
    const { carried, faults } = checkSentence('Russia has not signed.', [], context);
    expect(carried).toBe(false);
    expect(faults.map((fault) => fault.kind)).toEqual(['citation']);
  });

  it('is held against the day of publication only where it tells of it', () => {
    expect(kindsOf('Russia had not signed the Paris Call as of 12 November 2021.')).toEqual([]);
    expect(kindsOf('The United States supported the Paris Call on 12 November 2021.')).toContain(
      'date',
    );
  });

  it('may rest on two sources at once', () => {
    const other = {
      title: 'Chad',
      published: null,
      text: 'Chad joined the Paris Call on 3 May 2022.',
    };
    const both = 'The United States supported the Paris Call in 2021, and Chad joined it in 2022.';
    expect(checkSentence(both, [source, other], context).carried).toBe(true);
    expect(checkSentence(both, [source], context).carried).toBe(false);
  });
});
