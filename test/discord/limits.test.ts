import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLine } from '../../src/discord/escape.js';
import { commandName, limits } from '../../src/discord/limits.js';
import { titledLink } from '../../src/discord/links.js';
import { clip, fileName } from '../../src/discord/measure.js';
import { paginate } from '../../src/discord/present/paging.js';
import { hostileText } from './hostile.js';

const graphemes = (text: string) =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);

describe('limits', () => {
  it('are those that Discord documents', () => {
    expect(limits.message).toMatchObject({ content: 2000, embeds: 10, embedText: 6000, rows: 5 });
    expect(limits.embed).toEqual({
      title: 256,
      description: 4096,
      fields: 25,
      fieldName: 256,
      fieldValue: 1024,
      footer: 2048,
      author: 256,
    });
    expect(limits.command).toMatchObject({ name: 32, description: 100, options: 25, whole: 8000 });
    expect(limits.component).toMatchObject({ customId: 100, buttonLabel: 80, selectOptions: 25 });
    expect('à-propos').toMatch(commandName);
    expect('a b').not.toMatch(commandName);
  });
});

describe('clipping', () => {
  it('keeps whole characters and says that something is left out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, most) => {
          const kept = clip(text, most);
          expect(kept.length).toBeLessThanOrEqual(most);
          if (text.length <= most) {
            expect(kept).toBe(text);
            return;
          }
          expect(kept.endsWith('…')).toBe(true);
          const whole = graphemes(text);
          const parts = graphemes(kept.slice(0, -1));
          expect(parts.join('')).toBe(whole.slice(0, parts.length).join(''));
        },
      ),
      { numRuns: 500 },
    );
    expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
  });

  it('makes names of files', () => {
    expect(fileName('Côte d’Ivoire: list')).toBe('Cote-d-Ivoire-list');
    expect(fileName('日本')).toBe('accord');
  });
});

describe('pages', () => {
  it('never cut a character, an escape or a link, and lose nothing', () => {
    const entry = fc.oneof(
      hostileText.map(escapeLine),
      hostileText.map((text) => `> ${escapeLine(text)}`),
      hostileText.map((text) => titledLink(text, 'https://example.org/a(b)')),
      // Nothing here has a blank to be cut at.
      fc.constantFrom(
        '',
        '**A heading**',
        '👩‍👩‍👧‍👦'.repeat(30),
        escapeLine('*'.repeat(700)),
        titledLink('title', 'https://example.org/a(b)').repeat(25),
        '**bold\\*text**'.repeat(50),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 20 }),
        fc.integer({ min: 200, max: 900 }),
        (entries, limit) => {
          const pages = paginate(entries, { limit });
          const blank = (text: string) => text.replace(/^> /gm, '').replace(/\s/g, '');
          expect(pages.map(({ text }) => blank(text)).join('')).toBe(blank(entries.join('\n')));
          const links = (text: string) => text.split('](https://example.org/a%28b%29)').length - 1;
          const linked = pages.reduce((sum, { text }) => sum + links(text), 0);
          expect(linked).toBe(links(entries.join('\n')));
          for (const { text } of pages) {
            expect(text.length).toBeLessThanOrEqual(limit);
            expect(text).not.toMatch(/(?:^|[^\\])(?:\\\\)*\\$/);
            expect((text.match(/\*\*/g) ?? []).length % 2, text).toBe(0);
            expect(text).not.toMatch(/^\p{M}|\u200d$|^\u200d/u);
          }
          expect(pages.map(({ from }) => from)).toEqual(
            [...pages.map(({ from }) => from)].sort((a, b) => a - b),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep a heading with what follows, and quotes as quotes', () => {
    const pages = paginate(['x'.repeat(50), '**Head**', 'y'.repeat(50)], { limit: 70 });
    expect(pages.map(({ text }) => text)).toEqual(['x'.repeat(50), `**Head**\n${'y'.repeat(50)}`]);
    const quote = paginate([`> ${'word '.repeat(40).trim()}`], { limit: 100 });
    expect(quote.length).toBe(3);
    for (const { text } of quote) expect(text).toMatch(/^> word/);
  });

  it('say which entries they show', () => {
    const pages = paginate(['a', 'b', 'c', 'd', 'e'], { limit: 100, most: 2 });
    expect(pages).toEqual([
      { text: 'a\nb', from: 0, to: 2 },
      { text: 'c\nd', from: 2, to: 4 },
      { text: 'e', from: 4, to: 5 },
    ]);
    expect(paginate([], { limit: 100 })).toEqual([{ text: '', from: 0, to: 0 }]);
  });
});
