import { describe, expect, it } from 'vitest';
import { plainMessage } from '../../src/language/message-text.js';

describe('the words of a message', () => {
  it.each([
    ['**bold** and __under__ and _slanted_', 'bold and under and slanted'],
    ['snake_case stays', 'snake_case stays'],
    ['see [the Call](https://example.org/a_b) here', 'see the Call here'],
    ['see <https://example.org/x> here', 'see here'],
    ['hi <@!123> and <#45> <:smile:678>', 'hi and '],
    ['a ```code\nblock``` b `c` d', 'a b d'],
    ['not ~~this~~ but ||that||', 'not but that'],
    ['> quoted\n## title', 'quoted\ntitle'],
    ['at 10:30:45 sharp :tada:', 'at 10:30:45 sharp '],
    ['Japan 🇯🇵 👍🏽 yes', 'Japan yes'],
    ['za\u200Bro', 'zaro'],
  ])('of %j are %j', (message, words) => {
    expect(plainMessage(message).text).toBe(words);
  });

  it('are found again in it', () => {
    const message = '> The **US** never\u200B signed [it](https://example.org).';
    const { text, verbatim } = plainMessage(message);
    expect(text).toBe('The US never signed it.');
    expect(verbatim(0, text.length)).toBe(
      'The **US** never\u200B signed [it](https://example.org).',
    );
    expect(verbatim(4, 6)).toBe('US');
  });
});
