import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedText } from '../../src/domain/passage.js';
import { splitPassages } from '../../src/language/passages.js';
import { splitSentences } from '../../src/language/sentences.js';

const always = () => true;

function article(text: string, published: string | null = '2018-11-12') {
  return { path: 'a.md', title: 'The Call of Lund', published, text };
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function sentence(index: number, words = 10): string {
  return `Sentence ${index} ${Array.from({ length: words - 2 }, () => 'word').join(' ')}.`;
}

function paragraph(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => sentence(from + index)).join(' ');
}

describe('splitPassages', () => {
  it('asks of no text that is far too long whether it fits', () => {
    const longest: number[] = [];
    const fits = (text: string) => longest.push(text.length) > 0;
    const runs = Array.from({ length: 60 }, (_, at) => `${'x'.repeat(3_000)}${at}`).join(' ');
    const passages = splitPassages(article(runs), { fits });
    expect(passages.at(-1)?.end).toBe(runs.length);
    expect(Math.max(...longest)).toBeLessThan(5_000);
    expect(longest.length).toBeLessThan(3_000);
  });

  it('keeps a short article whole, with title and date as context', () => {
    const text = 'The Call was launched in Lund. It has nine principles.';
    const [passage, ...rest] = splitPassages(article(text), { fits: always });
    expect(rest).toEqual([]);
    expect(passage).toMatchObject({
      article: 'a.md',
      start: 0,
      end: text.length,
      text,
      context: 'The Call of Lund · 12 November 2018',
      heading: null,
    });
    expect(passage?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['2018-11', 'The Call of Lund · November 2018'],
    ['2018', 'The Call of Lund · 2018'],
    ['2018-11-12/2019-09-16', 'The Call of Lund · 2018-11-12/2019-09-16'],
    [null, 'The Call of Lund'],
  ])('writes the date %s as people do', (published, context) => {
    const [passage] = splitPassages(article('One.', published), { fits: always });
    expect(passage?.context).toBe(context);
  });

  it('shares a long section out evenly and repeats about thirty words', () => {
    const text = paragraph(1, 22);
    const passages = splitPassages(article(text), { fits: always });
    expect(passages.map((passage) => wordsOf(passage.text))).toEqual([130, 120]);
    const overlap = (passages[0]?.end ?? 0) - (passages[1]?.start ?? 0);
    expect(wordsOf(text.slice(passages[1]?.start, (passages[1]?.start ?? 0) + overlap))).toBe(30);
  });

  it('starts at headings, records them and does not cross those of the top level', () => {
    const text = `Opening words.\n\n## First part\n\n${sentence(1)}\n\n### Detail\n\n${sentence(2)}\n\n## Second part\n\n${sentence(3)}`;
    const passages = splitPassages(article(text), { fits: always });
    expect(passages.map(({ heading, text: own }) => [heading, own.split('\n')[0]])).toEqual([
      [null, 'Opening words.'],
      ['First part', '## First part'],
      ['Second part', '## Second part'],
    ]);
    expect(passages[1]?.text).toContain(`### Detail\n\n${sentence(2)}`);
  });

  it('cuts a sentence that alone is too long, after a clause where it can', () => {
    const long = `${sentence(1, 150).slice(0, -1)}, ${sentence(2, 120)}`;
    const passages = splitPassages(article(`Before. ${long} After.`), { fits: always });
    expect(passages.some((passage) => passage.text.endsWith('word,'))).toBe(true);
    for (const passage of passages) expect(wordsOf(passage.text)).toBeLessThanOrEqual(200);
    expect(passages.at(-1)?.text.endsWith('After.')).toBe(true);
  });

  it('shortens a title that would leave no room for text', () => {
    const title = Array.from({ length: 200 }, () => 'Long').join(' ');
    const [passage] = splitPassages(
      { ...article('Short.'), title },
      { fits: (text) => text.length < 120 },
    );
    expect(passage?.context).toMatch(/^Long [Long ]+… · 12 November 2018$/);
    expect(embeddedText(passage ?? { context: '', text: '' }).length).toBeLessThan(120);
  });

  it('gives equal text another hash when the title or the date differs', () => {
    const hashes = [article('One.'), article('One.', null), { ...article('One.'), title: 'Other' }]
      .flatMap((each) => splitPassages(each, { fits: always }))
      .map((passage) => passage.hash);
    expect(new Set(hashes).size).toBe(3);
  });

  it('has exact offsets, keeps both limits and leaves no sentence out, whatever the text', () => {
    const piece = fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .array(fc.constantFrom('word', 'The', 'U.S.', 'x,', '中文', '(a;'), { maxLength: 40 })
          .map((words) => `Go ${words.join(' ')}.`),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\n\n', '\n\n## Part\n\n', '\n### Sub\n', '\n- item\n'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 90 }) },
    );
    const settings = fc.record({
      maxWords: fc.integer({ min: 3, max: 60 }),
      overlapWords: fc.integer({ min: 0, max: 20 }),
      characters: fc.integer({ min: 60, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), settings, (pieces, given) => {
        const text = pieces.join(' ');
        const fits = (embedded: string) => embedded.length <= given.characters;
        const passages = splitPassages(article(text), { ...given, fits });
        for (const passage of passages) {
          expect(passage.text).toBe(text.slice(passage.start, passage.end));
          expect(passage.text).not.toBe('');
          expect(wordsOf(passage.text)).toBeLessThanOrEqual(given.maxWords);
          expect(fits(embeddedText(passage))).toBe(true);
        }
        for (const [index, passage] of passages.entries()) {
          const before = passages[index - 1];
          if (!before) continue;
          expect(passage.start).toBeGreaterThan(before.start);
          expect(passage.end).toBeGreaterThan(before.end);
        }
        for (const { start, end } of splitSentences(text)) {
          const own = text.slice(start, end);
          const whole = passages.some((passage) => passage.start <= start && end <= passage.end);
          const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(own);
          const context = passages[0]?.context ?? '';
          const alone =
            wordsOf(own) <= given.maxWords && fits(embeddedText({ context, text: own }));
          if (alone && !unspaced) expect(whole).toBe(true);
          const covered = passages.filter((passage) => passage.start < end && start < passage.end);
          let reached = start;
          for (const passage of covered) {
            expect(text.slice(reached, Math.max(passage.start, reached)).trim()).toBe('');
            reached = Math.max(reached, passage.end);
          }
          expect(reached).toBeGreaterThanOrEqual(end);
        }
      }),
    );
  });
});
