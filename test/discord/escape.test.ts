import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/discord/clean.js';
import { escapeLine, escapeText } from '../../src/discord/escape.js';
import { mark, safeAddress, titledLink } from '../../src/discord/links.js';
import { attacks, hostileText, hostileTitle, hostileUrl } from './hostile.js';
import { assertInert, linksIn, shown } from './markup.js';

const runs = { numRuns: 1000 };

describe('text from outside', () => {
  it.each(attacks.map((attack) => [JSON.stringify(attack), attack]))(
    '%s does nothing',
    (_, attack) => {
      assertInert(escapeText(attack));
      assertInert(escapeText(`word${attack}word\n${attack}`));
      expect(linksIn(escapeText(attack))).toEqual([]);
    },
  );

  it('does nothing, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        assertInert(escapeText(text));
        assertInert(escapeLine(text));
        expect(linksIn(escapeText(text))).toEqual([]);
      }),
      runs,
    );
  });

  it('is shown as it is, but for what nobody sees', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = cleanLine(text).replace(/\s/g, '');
        expect(
          escapeLine(text)
            .replace(/\\([^0-9A-Za-z\s])/gu, '$1')
            .replace(/\s/g, ''),
        ).toBe(plain);
      }),
      runs,
    );
  });

  it('keeps right-to-left text, joined emoji, flags and accents', () => {
    for (const text of [
      'שלום עולם',
      'السلام عليكم',
      '👩‍👩‍👧‍👦',
      '👍🏽',
      '🇫🇷',
      'e\u0301tat',
      'मनीष',
      '❤️‍🔥',
    ]) {
      expect(escapeLine(text)).toBe(text);
    }
  });

  it('loses what hides: overrides, tags, joiners between letters, stacked marks', () => {
    expect(cleanText('pay\u202eevil\u202c')).toBe('payevil');
    expect(cleanText('a\u{e0041}\u{e007f}b\u200dc\u200bd\u00ade')).toBe('abcde');
    expect(cleanText(`Z${'\u0300'.repeat(40)}`)).toBe(`Z${'\u0300'.repeat(4)}`);
    expect(cleanText('a\ud83db')).toBe('ab');
    expect(cleanText('a\r\nb\u2028c\n\n\n\nd')).toBe('a\nb\nc\n\nd');
  });

  it('is clean after being cleaned once', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      runs,
    );
  });
});

describe('links to sources', () => {
  it('go to http and https only, without a password, never to an invite', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user:secret@example.org/',
      'https://discord.gg/abc',
      'https://ptb.discord.com/invite/abc',
      'https://ｄｉｓｃｏｒｄ.gg/abc',
      'https://[::1]/',
      'https://example.org/%ff',
      `https://example.org/${'a'.repeat(700)}`,
      'nothing',
      null,
    ]) {
      expect(safeAddress(address)).toBeNull();
    }
    expect(safeAddress('https://example.org/a_(b) c')).toBe('https://example.org/a_%28b%29%20c');
    expect(safeAddress('http://example.org/~me?q=1&r=a|b#é')).toBe(
      'http://example.org/~me?q=1&r=a%7Cb#%C3%A9',
    );
  });

  it('show the title, and hold whatever title and address are', () => {
    fc.assert(
      fc.property(hostileTitle, hostileUrl, (title, address) => {
        const link = titledLink(title, address);
        assertInert(link);
        const links = linksIn(link);
        expect(links.length).toBeLessThanOrEqual(1);
        if (links.length > 0) expect(links[0]).toBe(safeAddress(address));
        const bare = (text: string) => text.replaceAll('[', '(').replaceAll(']', ')');
        expect(bare(shown(link))).toBe(bare(cleanLine(title).replace(/\s/g, '')));
      }),
      runs,
    );
  });

  it('show the number of a source', () => {
    expect(mark(3, 'https://example.org/')).toBe('[[3]](https://example.org/)');
    expect(mark(3, 'javascript:alert(1)')).toBe('\\[3\\]');
  });
});
